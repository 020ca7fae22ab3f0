using System.Text.Json;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting;
using Vridlo.Programmes.Drafting.Editing;
using Vridlo.Programmes.Past;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Anything that somebody may do to a draft.</summary>
internal static class AnyEdit
{
    private static readonly JsonSerializerOptions Readable = new(RecordJson.Options) { WriteIndented = true };

    /// <summary>Tries something; gives the act if it was not refused.</summary>
    public static async Task<WrittenAct?> Run(Office office, Random random)
    {
        var (desk, draft) = (office.Desk, office.Draft);
        var tree = await desk.Tree(draft);
        DraftNode[] nodes = [.. tree.Nodes.OrderBy(n => n.Code, StringComparer.Ordinal)];
        var (node, other) = (nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)]);
        NodeTexts Said(string of) => new(new($"{of} {random.Next(100)}", "in English"), random.Next(2) == 0 ? null : new("změna"), new("text " + random.Next(9)));
        var code = $"N{random.Next(1000)}";
        PastNode Past(DraftNode of) => new(of.Kind, code, Said("Dříve"), of.ParentId, null);
        var children = tree.Children(node.NodeId);
        var measures = nodes.Where(n => n.Kind is NodeKind.Measure).ToArray();
        var measure = measures.Length == 0 ? null : measures[random.Next(measures.Length)];
        var needs = tree.Needs.ToArray();
        var refused = random.Next(15) switch
        {
            0 => Problems(await desk.Do((AddNode add) => add.Run(new(draft, node.NodeId, null, random.Next(2) == 0 ? NodeKind.Activity : NodeKind.Measure, code, Said("Nový"), null), Desk.Did(DraftActs.Add), default))),
            1 => Problems(await desk.Do((ChangeTexts change) => change.Run(new(draft, node.NodeId, node.Version, Said("Jinak")), Desk.Did(DraftActs.Texts), default))),
            2 => Problems(await desk.Move(draft, node, other.NodeId, tree.Children(other.NodeId) is [var first, ..] ? first.NodeId : null)),
            3 => Problems(await desk.Do((ShiftNode shift) => shift.Run(new(draft, node.NodeId, node.Version, random.Next(2) == 0), Desk.Did(DraftActs.Move), default))),
            4 => Problems(await desk.Do((OrderNodes order) => order.Run(
                new(draft, node.NodeId, [.. children.Select(n => n.NodeId)], [.. children.Reverse().Select(n => n.NodeId)]), Desk.Did(DraftActs.Move), default))),
            5 => Problems(await desk.Do((SplitNode split) => split.Run(
                new(draft, node.NodeId, node.Version, Said("První"), Said("Druhý"), code, [.. children.Take(1).Select(n => n.NodeId)], [.. needs.Where(n => n.MeasureId == node.NodeId).Select(n => n.Key)]),
                Desk.Did(DraftActs.Split), default))),
            6 => Problems(await desk.Do((MergeNodes merge) => merge.Run(new(draft, node.NodeId, node.Version, other.NodeId, other.Version), Desk.Did(DraftActs.Merge), default))),
            7 when nodes.Length > 7 && node.Kind is not NodeKind.Area => Problems(await desk.Drop(draft, node.NodeId)),
            8 => Problems(await desk.Do((RecodeNode recode) => recode.Run(
                new(draft, node.NodeId, node.Version, random.Next(2) == 0 ? code : node.Code, tree.Stamp(node.NodeId)), Desk.Did(DraftActs.Recode), default))),
            9 => Problems(await desk.Do((AssignDepartment assign) => assign.Run(
                new(draft, node.NodeId, node.Version, tree.Departments.Select(d => d.Key).Append(null).ElementAt(random.Next(tree.Departments.Count() + 1))), Desk.Did(DraftActs.Assign), default))),
            10 => Problems(await desk.Do((AddDepartment add) => add.Run(new(draft, random.Next(2) == 0 ? "dopr" : "odbor" + random.Next(9), new("Odbor " + random.Next(9))), Desk.Did(DraftActs.Department), default))),
            11 when measure is not null => Problems(await desk.Do((SetNeed set) => set.Run(
                random.Next(2) == 0 || needs.Length == 0
                    ? new(draft, "need-" + code, null, measure.NodeId, new(InstrumentKind.Survey, new("průzkum"), []))
                    : new(draft, needs[0].Key, needs[0].Version, measure.NodeId, new(InstrumentKind.Register, new("jinak " + code), [], Assess: true, MetBy: "x")),
                Desk.Did(DraftActs.Need), default))),
            12 when needs.Length > 1 => Problems(await desk.Do((DropNeed drop) => drop.Run(new(draft, needs[^1].Key, needs[^1].Version), Desk.Did(DraftActs.DropNeed), default))),
            13 => Problems(await desk.Do((ChangeHead change) => change.Run(
                new(draft, tree.Head.HeadVersion, ProgrammeKind.Municipality, "555428", new("Program " + code), null, 2026, random.Next(2027, 2040), "e" + code, new("Vydání")), Desk.Did(DraftActs.Head), default))),
            14 => Problems(await desk.Do((BringBack back) => back.Run(
                random.Next(2) == 0 ? new(draft, node.NodeId, node.Version, Past(node)) : new(draft, new(Guid.CreateVersion7()), null, Past(node)), Desk.Did(DraftActs.BringBack), default))),
            _ => null,
        };
        return refused is { Count: 0 } ? desk.Written : null;
    }

    /// <summary>Everything a draft says, without the versions.</summary>
    public static async Task<string> Content(this Office office)
    {
        var tree = await office.Desk.Tree(office.Draft);
        var head = tree.Head;
        return JsonSerializer.Serialize(
            new object[]
            {
                new { head.Kind, head.Territory, head.Title, head.Short, head.PeriodFrom, head.PeriodTo, head.Edition, head.EditionTitle, head.Status, head.OpenKey },
                tree.Nodes.OrderBy(n => n.NodeId.Value).Select(n => new { n.NodeId, n.ParentId, n.Order, n.Kind, n.Code, n.Title, n.Change, n.Text, n.Department, n.Source, n.Aliases, n.Edits }),
                tree.Needs.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => new { n.Key, n.Position, n.MeasureId, n.Kind, n.Title, n.Activities, n.Assess, n.Signup, n.Restricted, n.MetBy }),
                tree.Departments.OrderBy(d => d.Key, StringComparer.Ordinal),
                tree.Heirs.OrderBy(h => (h.FromId.Value, h.ToId.Value)),
            },
            Readable);
    }

    /// <summary>Undoes what must be possible to undo; gives the act that did.</summary>
    public static async Task<Guid> Undo(this Office office, Guid act)
    {
        var done = await office.Desk.Undo(act);
        Assert.True(done.Ok, string.Join("; ", done.Problems.Select(p => $"{p.Code} {string.Join(' ', p.Arguments)}")));
        return office.Desk.Written!.Id;
    }

    private static IReadOnlyList<Problem> Problems<T>(Result<T> done) => done.Problems;
}
