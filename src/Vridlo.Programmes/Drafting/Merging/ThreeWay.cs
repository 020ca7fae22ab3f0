using Fields = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>
/// Merges two wordings that began from one: what one side changed and the other did not touch is taken over, and whatever both
/// changed differently is a conflict. Nothing is lost; the result is a tree whose codes are unique.
/// </summary>
internal sealed class ThreeWay
{
    private readonly Wording before;
    private readonly Wording mine;
    private readonly Wording theirs;
    private readonly Dictionary<string, Dictionary<string, string>> result = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Thing, string Field), Conflict> conflicts = [];

    private ThreeWay(Wording before, Wording mine, Wording theirs) => (this.before, this.mine, this.theirs) = (before, mine, theirs);

    public static Merged Merge(Wording before, Wording mine, Wording theirs)
    {
        var merge = new ThreeWay(before, mine, theirs);
        foreach (var key in before.Things.Keys.Union(mine.Things.Keys).Union(theirs.Things.Keys).Order(StringComparer.Ordinal))
        {
            merge.Thing(key);
        }

        merge.OpenRings();
        merge.KeepWhatIsNeeded();
        merge.SeparateCodes();
        var children = merge.Order();
        return new(
            new(merge.result.ToDictionary(t => t.Key, t => (Fields)t.Value, StringComparer.Ordinal), children),
            [.. merge.conflicts.Values.OrderBy(c => c.Thing, StringComparer.Ordinal).ThenBy(c => c.Field, StringComparer.Ordinal)]);
    }

    private void Thing(string key)
    {
        switch (before[key], mine[key], theirs[key])
        {
            case (_, null, null):
                break;
            case (null, { } only, null):
                result[key] = new(only, StringComparer.Ordinal);
                break;
            case (null, null, { } only):
                result[key] = new(only, StringComparer.Ordinal);
                break;
            case ({ } was, null, { } changed):
                Drop(key, was, changed);
                break;
            case ({ } was, { } changed, null):
                Drop(key, was, changed);
                break;
            case (var was, { } left, { } right):
                result[key] = Both(key, was, left, right);
                break;
        }
    }

    private void Drop(string key, Fields was, Fields other)
    {
        if (!Same(was, other))
        {
            Keep(key, ConflictKind.Dropped);
        }
    }

    /// <summary>Lets a thing stay that one side has dropped.</summary>
    private void Keep(string key, ConflictKind why)
    {
        result[key] = new(mine[key] ?? theirs[key]!, StringComparer.Ordinal);
        // A department that is only listed hurts nobody and needs no decision.
        if (Wording.DepartmentOf(key) is null)
        {
            Note(why, key, "", Name(before[key]), Name(mine[key]), Name(theirs[key]));
        }
    }

    private Dictionary<string, string> Both(string key, Fields? was, Fields left, Fields right)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in left.Keys.Union(right.Keys).Order(StringComparer.Ordinal))
        {
            var (b, m, t) = (was?.GetValueOrDefault(field), left.GetValueOrDefault(field), right.GetValueOrDefault(field));
            var value = field is Wording.Activities ? Union(b, m, t) : m == b ? t : m;
            if (field is not Wording.Activities && m != b && t != b && m != t)
            {
                Note(ConflictKind.Field, key, field, b, m, t);
            }

            if (value is not null)
            {
                merged[field] = value;
            }
        }

        return merged;
    }

    /// <summary>Of links each is its own: what either side added is there, what either side took away is not.</summary>
    private static string? Union(string? was, string? left, string? right)
    {
        HashSet<string> b = [.. Split(was)], m = [.. Split(left)], t = [.. Split(right)];
        var kept = m.Union(t).Where(x => (m.Contains(x) && t.Contains(x)) || !b.Contains(x)).Order(StringComparer.Ordinal).ToList();
        return kept.Count == 0 ? null : string.Join(' ', kept);

        static string[] Split(string? links) => links?.Split(' ') ?? [];
    }

    /// <summary>
    /// Where the moves of both sides make a ring, the nodes in it that stand where the other side put them go back to where the
    /// draft has them. The draft alone is a tree, so every ring holds such a node and this comes to an end.
    /// </summary>
    private void OpenRings()
    {
        while (Ring() is { } ring)
        {
            foreach (var key in ring)
            {
                var (b, m, t) = (Above(before[key]), Above(mine[key]), Above(theirs[key]));
                if (m != b || t != b)
                {
                    Note(ConflictKind.Ring, key, Wording.Parent, b, m, t);
                }

                if (mine[key] is not null && result.TryGetValue(key, out var fields))
                {
                    _ = m is null ? fields.Remove(Wording.Parent) : (fields[Wording.Parent] = m) is null;
                }
            }
        }
    }

    private List<string>? Ring()
    {
        var safe = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in result.Keys.Where(Wording.IsNode).Order(StringComparer.Ordinal))
        {
            var path = new List<string>();
            for (var key = start; key is not null && safe.Add(key); key = AboveNow(key))
            {
                path.Add(key);
            }

            if (path.Count > 0 && AboveNow(path[^1]) is { } again && path.IndexOf(again) is >= 0 and var from)
            {
                return path[from..];
            }
        }

        return null;
    }

    /// <summary>What stands above a node, also above one that was dropped: it may have to stay.</summary>
    private string? AboveNow(string key) => result.TryGetValue(key, out var fields) ? Above(fields) : Above(mine[key] ?? theirs[key]);

    private void KeepWhatIsNeeded()
    {
        var open = new Queue<string>(result.Keys.Order(StringComparer.Ordinal));
        while (open.TryDequeue(out var key))
        {
            foreach (var needed in Wording.Needed(key, result[key]).Where(n => !result.ContainsKey(n) && (mine[n] ?? theirs[n]) is not null).ToList())
            {
                Keep(needed, ConflictKind.Under);
                open.Enqueue(needed);
            }
        }
    }

    private void SeparateCodes()
    {
        var nodes = result.Where(t => Wording.IsNode(t.Key)).ToList();
        var taken = nodes.Select(n => n.Value[Wording.Code]).ToHashSet(StringComparer.Ordinal);
        foreach (var same in nodes.GroupBy(n => n.Value[Wording.Code], StringComparer.Ordinal).Where(g => g.Count() > 1).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var byRight = same.OrderBy(n => mine[n.Key]?.GetValueOrDefault(Wording.Code) == same.Key ? 0 : 1).ThenBy(n => n.Key, StringComparer.Ordinal);
            foreach (var (key, fields) in byRight.Skip(1))
            {
                Note(ConflictKind.Code, key, Wording.Code, Code(before[key]), Code(mine[key]), Code(theirs[key]));
                fields[Wording.Code] = Enumerable.Range(2, int.MaxValue - 2).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{same.Key}-{i}")).First(taken.Add);
            }
        }
    }

    private Dictionary<string, IReadOnlyList<string>> Order()
    {
        var below = result.Where(t => Wording.IsNode(t.Key)).ToLookup(t => Above(t.Value) ?? Wording.Top, t => t.Key);
        return below.ToDictionary(g => g.Key, g =>
        {
            var (order, agreed) = Siblings.Merge(g.ToHashSet(StringComparer.Ordinal), before.Below(g.Key), mine.Below(g.Key), theirs.Below(g.Key));
            if (!agreed)
            {
                Note(ConflictKind.Order, g.Key, "order", Joined(before), Joined(mine), Joined(theirs));
            }

            return order;

            string Joined(Wording side) => string.Join(' ', side.Below(g.Key));
        }, StringComparer.Ordinal);
    }

    private void Note(ConflictKind kind, string thing, string field, string? was, string? left, string? right) =>
        conflicts.TryAdd((thing, field), new(kind, thing, field, was, left, right));

    private static bool Same(Fields a, Fields b) => a.Count == b.Count && a.All(f => b.GetValueOrDefault(f.Key) == f.Value);

    private static string? Above(Fields? fields) => fields?.GetValueOrDefault(Wording.Parent);

    private static string? Code(Fields? fields) => fields?.GetValueOrDefault(Wording.Code);

    private static string? Name(Fields? fields) => fields is null ? null : Code(fields) ?? fields.GetValueOrDefault("title.cs") ?? fields.Values.FirstOrDefault() ?? "";
}
