using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.People.Invitations;

namespace Vridlo.Testing;

/// <summary>People of the office in a test's installation.</summary>
public static class Office
{
    /// <summary>What everybody here signs in with.</summary>
    public const string Password = "modrý slon tancuje na rovníku";

    /// <inheritdoc cref="Employ(Units, string, Grant[])"/>
    public static Task<Person> Employ(this Site site, string mail, params Grant[] grants) => site.Within.Employ(mail, grants);

    /// <summary>The link of somebody who was invited and has not come yet.</summary>
    public static Task<string> Invited(this Site site) => site.Within.In(async unit =>
    {
        unit.GetRequiredService<Asker>().Become(Actor.System);
        return Invitation.Path((await unit.GetRequiredService<InvitePerson>().Run(new("Nová Osoba", "nova@example.org", Language.Cs, null), "", default)).Value.Code);
    });

    /// <summary>A role at and below the node of a code in the region's programme.</summary>
    public static Task<Grant> At(this Site site, Role role, string code) => site.Within.In(async unit =>
    {
        var programme = unit.GetRequiredService<OwnProgramme>();
        return new Grant(role, (await programme.Edition(default))!.ProgrammeId, (await programme.Tree(default)).First(n => n.Code == code).Id);
    });

    /// <summary>The names of those who have unread notices of a kind.</summary>
    public static Task<List<string>> Told(this Site site, string kind) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>(
        $"SELECT p.name AS \"Value\" FROM discussion_notice n JOIN access_person p ON p.id = n.person_id WHERE n.kind = {kind} AND n.read_at IS NULL ORDER BY p.mail_key").ToListAsync());

    /// <summary>Enters a person with a role and a password.</summary>
    public static Task<Person> Employ(this Units within, string mail, params Grant[] grants) => within.In(async unit =>
    {
        var people = unit.GetRequiredService<IPeople>();
        var person = people.Add(mail.Split('@')[0], mail, Language.Cs);
        foreach (var grant in grants)
        {
            people.Give(person.Id, grant);
        }

        await unit.GetRequiredService<AcceptInvitation>().SetPassword(person.Id, Password, default);
        return await unit.GetRequiredService<AppDb>().Commit(new(Actor.System, "people.invite", "a test wants it"), default)
            ? person
            : throw new InvalidOperationException($"{mail} is there already.");
    });

    /// <summary>The Czech path of the first administrator's link; there must be nobody yet.</summary>
    public static Task<string> FirstInvitation(this Site site) =>
        site.Within.In(async unit =>
        {
            // The server makes one of its own once it has started, and only the latest works.
            while (!await unit.GetRequiredService<AppDb>().Set<Invitation>().AnyAsync())
            {
                await Task.Delay(20);
            }

            return Invitation.Path((await FirstAdministrator.Link(unit, site.Clock, default))!);
        });

    /// <summary>Signs in through the page, as a browser would.</summary>
    public static Task<Worker> SignIn(this Site site, string mail) => SignIn(site.Client.BaseAddress!, mail);

    /// <summary>Signs in at a server, wherever it runs.</summary>
    public static async Task<Worker> SignIn(Uri site, string mail)
    {
        var worker = new Worker(site);
        using var answer = await worker.Send("/prihlaseni", "password", new() { ["mail"] = mail, ["password"] = Password });
        return answer.StatusCode is HttpStatusCode.Redirect ? worker : throw new InvalidOperationException($"{mail} could not sign in: {answer.StatusCode}");
    }

    /// <summary>A new person with these roles, signed in.</summary>
    public static async Task<Worker> SignedIn(this Site site, params Grant[] grants)
    {
        var mail = $"{string.Join('-', grants.Select(g => g.Role)).ToLowerInvariant()}-{Guid.CreateVersion7():N}@example.org";
        await site.Employ(mail, grants);
        return await site.SignIn(mail);
    }
}

/// <summary>Drafts as people of the office open them.</summary>
public static class OpenDrafts
{
    /// <summary>Opens an amendment of the shipped programme through its page. Gives the draft's address.</summary>
    public static async Task<string> Amend(this Worker strategist, string edition = "zmena-9")
    {
        using var opened = await strategist.Send(
            "/prace/koncepty/novy", "amend", new() { ["programme"] = "prkk-2021", ["amendment"] = edition, ["amendmentTitle"] = "Změna č. 9, zkušební" });
        return opened.Headers.Location is { } led ? (led.IsAbsoluteUri ? led.PathAndQuery : led.ToString()) : throw new InvalidOperationException($"No draft was opened: {opened.StatusCode}");
    }
}

/// <summary>A browser without scripts that keeps its cookies and follows nothing by itself.</summary>
public sealed class Worker : IDisposable
{
    private readonly HttpClient client;

    /// <param name="site">the server</param>
    /// <param name="cookies">those it has already</param>
    public Worker(Uri site, CookieContainer? cookies = null)
    {
        Cookies = cookies ?? new();
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = site };
        client.DefaultRequestHeaders.Add("Origin", site.ToString().TrimEnd('/'));
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    }

    public CookieContainer Cookies { get; }

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    public Task<HttpResponseMessage> Post(string address, HttpContent content) => client.PostAsync(address, content);

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request);

    /// <summary>The page at an address; anything but 200 is a failure.</summary>
    public async Task<IHtmlDocument> Page(string address)
    {
        using var answer = await Get(address);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode is HttpStatusCode.OK
            ? new HtmlParser().ParseDocument(body)
            : throw new InvalidOperationException($"{address} answers {(int)answer.StatusCode}: {body[..Math.Min(body.Length, 500)]}");
    }

    /// <summary>Opens a page, fills in the form of this name as it is rendered, and sends it.</summary>
    public async Task<HttpResponseMessage> Send(string address, string form, Dictionary<string, string>? typed = null) =>
        await Send(address, await Page(address), form, typed);

    /// <summary>The same of a page that was opened before, and may be old by now.</summary>
    public Task<HttpResponseMessage> Send(string address, IHtmlDocument opened, string form, Dictionary<string, string>? typed = null) =>
        Post(address, new FormUrlEncodedContent(Filled(opened, form, typed ?? [])));

    /// <summary>Fills in a form with a file and sends it.</summary>
    public async Task<HttpResponseMessage> Upload(string address, string form, string field, string fileName, byte[] content, Dictionary<string, string>? typed = null)
    {
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(await Page(address), form, typed ?? []))
        {
            parts.Add(new StringContent(value), name);
        }

        parts.Add(new ByteArrayContent(content), field, fileName);
        return await Post(address, parts);
    }

    /// <summary>Sends a form and gives the page that answers, wherever it leads.</summary>
    public async Task<IHtmlDocument> Done(string address, string form, Dictionary<string, string>? typed = null)
    {
        using var answer = await Send(address, form, typed);
        return answer.Headers.Location is { } led
            ? await Page(led.IsAbsoluteUri ? led.PathAndQuery : led.ToString())
            : throw new InvalidOperationException($"{address} answers {(int)answer.StatusCode}: {Said(await Read(answer))}");
    }

    /// <summary>Presses the button that the page after an act has: takes the act back, or does it again. Gives the page that answers.</summary>
    public async Task<IHtmlDocument> TurnBack(IHtmlDocument page)
    {
        var form = page.QuerySelector(".v-ws__done form") ?? throw new InvalidOperationException("Nothing is offered to be undone.");
        using var answer = await Post(form.GetAttribute("action")!, new FormUrlEncodedContent(Filled(page, "undo", [])));
        return answer.Headers.Location is { } led
            ? await Page(led.IsAbsoluteUri ? led.PathAndQuery : led.ToString())
            : throw new InvalidOperationException($"{answer.StatusCode}: {Said(await Read(answer))}");
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>What the page says is wrong.</summary>
    public static string Said(IHtmlDocument page) => string.Join("; ", page.QuerySelectorAll("#errors li").Select(e => e.TextContent.Trim()));

    /// <summary>The fields of a form as a browser would send them, with what is typed.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Filled(IHtmlDocument page, string name, Dictionary<string, string> typed)
    {
        var form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().FirstOrDefault(f => f.QuerySelector($"input[name=_handler][value='{name}']") is not null)
            ?? throw new InvalidOperationException($"There is no form '{name}' on the page.");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            var (field, value, sent) = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => (box.Name, box.Value, box.IsChecked),
                IHtmlInputElement { Type: "submit" or "file" } => (null, "", false),
                IHtmlInputElement input => (input.Name, input.Value, true),
                IHtmlTextAreaElement area => (area.Name, area.Value, true),
                IHtmlSelectElement select => (select.Name, select.Value ?? "", true),
                _ => (null, "", false),
            };
            if (field is not null && sent && !typed.ContainsKey(field))
            {
                fields.Add(new(field, value));
            }
        }

        return [.. fields, .. typed.SelectMany(t => t.Value.Split('\u0001').Select(v => new KeyValuePair<string, string>(t.Key, v)))];
    }

    public void Dispose() => client.Dispose();
}
