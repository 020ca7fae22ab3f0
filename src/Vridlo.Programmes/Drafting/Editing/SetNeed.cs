using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;

namespace Vridlo.Programmes.Drafting.Editing;

/// <summary>Adds an instrument that a measure needs, or changes what is said of it.</summary>
internal sealed class SetNeed(EditDraft edit)
{
    /// <param name="Draft">the draft</param>
    /// <param name="Key">stable key, unique in the programme</param>
    /// <param name="Version">the version that was seen; null for a new one</param>
    /// <param name="Measure">the measure</param>
    /// <param name="Said">what is said of it</param>
    internal sealed record Command(DraftId Draft, string Key, int? Version, NodeId Measure, Need Said);

    internal sealed record Need(
        InstrumentKind Kind, Localized Title, IReadOnlyList<NodeId> Activities, bool Assess = false, bool Signup = false, bool Restricted = false, string? MetBy = null);

    public Task<Result<int>> Run(Command c, Act act, CancellationToken stop) => edit.Run<int>(c.Draft, tree =>
    {
        var need = tree.Need(c.Key);
        if (need?.Version != c.Version)
        {
            return need is null ? Problem.Conflict("programmes.draft.need-gone") : Problem.Conflict("programmes.draft.need-changed", c.Key);
        }

        if (!edit.May(tree, c.Measure) || (need is not null && !edit.May(tree, need.MeasureId)))
        {
            return EditDraft.Forbidden;
        }

        return Refused(c, tree) is { Length: > 0 } refused ? refused : Set(c, tree, need);
    }, act, stop);

    private static Problem[] Refused(Command c, DraftTree tree)
    {
        var below = tree.Branch(c.Measure).Where(n => n.Kind is NodeKind.Activity).Select(n => n.NodeId).ToHashSet();
        return
        [
            .. string.IsNullOrWhiteSpace(c.Key) ? [Problem.Invalid("programmes.draft.key-missing", "key")] : Array.Empty<Problem>(),
            .. c.Version is null && c.Key.Length > Draft.LongestKey ? [Problem.Invalid("programmes.draft.too-long", "key", Draft.LongestKey)] : Array.Empty<Problem>(),
            .. tree.Find(c.Measure)?.Kind is NodeKind.Measure ? Array.Empty<Problem>() : [Problem.Invalid("programmes.draft.need-of-measure", "measure")],
            .. c.Said.Activities.All(below.Contains) ? Array.Empty<Problem>() : [Problem.Invalid("programmes.draft.need-activities", "activities")],
        ];
    }

    private static int Set(Command c, DraftTree tree, DraftNeed? need)
    {
        if (need is null)
        {
            need = new()
            {
                DraftId = c.Draft,
                Key = c.Key,
                MeasureId = c.Measure,
                Kind = c.Said.Kind,
                Title = c.Said.Title,
                Position = tree.Needs.Select(n => n.Position).DefaultIfEmpty(-1).Max() + 1,
            };
            tree.Add(need);
        }

        (need.MeasureId, need.Kind, need.Title, need.Activities) = (c.Measure, c.Said.Kind, c.Said.Title, [.. c.Said.Activities.Distinct()]);
        (need.Assess, need.Signup, need.Restricted, need.MetBy) = (c.Said.Assess, c.Said.Signup, c.Said.Restricted, c.Said.MetBy);
        return ++need.Version;
    }
}
