using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Access;
using Vridlo.Core.History;
using Vridlo.Programmes.Drafting;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Who sees what of the history of drafts.</summary>
public sealed class HistoryStory
{
    [Theory]
    [BothEngines]
    public async Task Owners_see_their_branch_also_what_was_dropped_from_it_and_nothing_else(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (desk, draft) = (office.Desk, office.Draft);
        var tree = await desk.Tree(draft);
        var owner = new Grant(Role.Owner, tree.Head.ProgrammeId, tree.Nodes.Single(n => n.Code == "A").NodeId);
        await desk.Reword(draft, await desk.Node(draft, "A.1"), "V mé oblasti");
        await desk.Reword(draft, await desk.Node(draft, "B.1"), "V cizí oblasti");
        await desk.Drop(draft, (await desk.Node(draft, "A.2")).NodeId);
        await desk.Drop(draft, (await desk.Node(draft, "B.1")).NodeId);
        Assert.Equal(["A.2", "A.2.1", "A.2.2", "V mé oblasti"], await Seen(owner));
        Assert.Equal(["A.2", "A.2.1", "A.2.2", "B.1", "B.1.1", "B.1.2", "V cizí oblasti", "V mé oblasti"], await Seen(new Grant(Role.Strategist)));
        Assert.Equal(["A.2", "A.2.1", "A.2.2", "B.1", "B.1.1", "B.1.2", "V cizí oblasti", "V mé oblasti"], await Seen(new Grant(Role.Guarantor, tree.Head.ProgrammeId)));
        Assert.Empty(await Seen(new Grant(Role.Owner, new(Guid.CreateVersion7()))));

        // Of acts by others than the person who asks here; what one did oneself is always there.
        async Task<IReadOnlyList<string>> Seen(Grant grant)
        {
            var acts = await desk.With(grant).Do(async (ReadHistory read) => await (await read.Acts(default)).Where(a => a.Kind != "programmes.draft").ToListAsync());
            return [.. acts.SelectMany(a => a.Changes).Where(c => c.Subject == DraftHistory.Node)
                .SelectMany(c => new[] { c.After is null ? c.Before!["code"].GetString() : c.After.TryGetValue("title", out var title) ? title.GetString()!.Split('"')[3] : null })
                .OfType<string>().Order(StringComparer.Ordinal)];
        }
    }
}
