using Microsoft.AspNetCore.Routing;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.Machines;

/// <summary>What a page can write, a program can write through the open interface too.</summary>
public sealed class EveryWriteTests
{
    private const string SignIn = "A program does not sign in: it shows a token, which its person has made.";
    private const string OneselfOnly = "Whoever holds a token must not be able to become its person.";
    private const string Typing = "It keeps what is being typed into a form of a browser.";

    private const string Offering = "Whoever offers an intent has no account: it is written by the link of a letter and confirmed by mail.";

    /// <summary>What stays for browsers alone, and why.</summary>
    private static readonly Dictionary<string, string> ForPeopleAlone = new(StringComparer.Ordinal)
    {
        ["SignInPerson.WithPassword"] = SignIn,
        ["SignInPerson.WithPasskey"] = SignIn,
        ["RecoverAccount.Run"] = SignIn,
        ["AcceptInvitation.Run"] = SignIn,
        ["ChangeOwn.Password"] = OneselfOnly,
        ["ChangeOwn.AddPasskey"] = OneselfOnly,
        ["ChangeOwn.RemovePasskey"] = OneselfOnly,
        ["SeeAs.Run"] = "The view of another role is taken on by a session of a browser, and a program has none.",
        ["SaveStep.Run"] = Offering,
        ["SendOffer.Run"] = Offering,
        ["ConfirmOffer.Run"] = Offering,
        ["KeepTyped.Run"] = Typing,
        ["TypedForms.Claim"] = Typing,
        ["IUnsentForms.Accepted"] = Typing,
    };

    [Fact]
    public async Task Every_write_of_a_page_is_in_the_open_interface_or_says_why_not()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var writers = new Writers();
        var (pages, machines) = (writers.OfPages(site.Endpoints).Select(Writers.Name).ToHashSet(), writers.OfMachines(site.Endpoints).Select(Writers.Name).ToHashSet());
        var missing = pages.Except(machines).Except(ForPeopleAlone.Keys).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, "Only pages write through:\n" + string.Join('\n', missing));
        var idle = ForPeopleAlone.Keys.Where(k => !pages.Contains(k) || machines.Contains(k)).ToList();
        Assert.True(idle.Count == 0, "Needs no exception:\n" + string.Join('\n', idle));
    }

    /// <summary>Without an address of the open interface, whatever it alone runs is missed: the comparison sees what it is to see.</summary>
    [Fact]
    public async Task A_write_that_the_interface_lacks_is_noticed()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var writers = new Writers();
        var pages = writers.OfPages(site.Endpoints);
        Assert.True(pages.Count > 40, string.Join('\n', pages.Select(Writers.Name).Order(StringComparer.Ordinal)));
        foreach (var (address, method, lost) in ((string, string, string)[])
        [
            ("texts", "PUT", "ChangeTexts.Run"), ("assembly", "POST", "AssemblyDecides.Run"), ("/{id:guid}/nodes/{node:guid}", "DELETE", "DropNode.Run"), ("/comments/{id:guid}", "DELETE", "ChangeComment.Remove"),
            ("/people/together/{action}", "POST", "StaffBulk.Leave"), ("/projects/together/{action}", "POST", "StageBulk.Move"), ("/comments/together/{action}", "POST", "CommentsBulk.Settle"), ("/checks/run", "POST", "IIntegrity.Run"), ("undo", "POST", "UndoAct.Run"),
        ])
        {
            Assert.Contains(lost, pages.Select(Writers.Name));
            var rest = site.Endpoints.Where(e => !(Writers.IsMachines(e) && e.RoutePattern.RawText!.EndsWith(address, StringComparison.Ordinal) && e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method))).ToList();
            Assert.Equal(site.Endpoints.Count - 1, rest.Count);
            Assert.Contains(lost, writers.OfMachines(site.Endpoints).Select(Writers.Name));
            Assert.DoesNotContain(lost, writers.OfMachines(rest).Select(Writers.Name));
        }
    }
}
