using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>
/// A wording of a programme as merging sees it: things (nodes, needs, departments, the head) by key, each with its fields as text; a
/// field that says nothing is left out. What stands below what, in which order, is kept apart from the fields.
/// </summary>
/// <param name="Things">fields by key of the thing</param>
/// <param name="Children">keys of nodes in order, by key of the node above (<see cref="Top"/> for the top)</param>
internal sealed record Wording(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Things, IReadOnlyDictionary<string, IReadOnlyList<string>> Children)
{
    public const string Head = "head";
    public const string Top = "";
    public const string Parent = "parent";
    public const string Code = "code";
    public const string Measure = "measure";
    public const string Activities = "activities";
    public const string Department = "department";

    private const string NodePrefix = "node:";
    private const string NeedPrefix = "need:";
    private const string DepartmentPrefix = "department:";

    public static Wording Empty { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, string>>(), new Dictionary<string, IReadOnlyList<string>>());

    public IReadOnlyDictionary<string, string>? this[string key] => Things.GetValueOrDefault(key);

    public IReadOnlyList<string> Below(string parent) => Children.GetValueOrDefault(parent, []);

    public static string Node(NodeId? id) => id is { } node ? $"{NodePrefix}{node.Value:N}" : Top;

    public static string Need(string key) => NeedPrefix + key;

    public static string OfDepartment(string key) => DepartmentPrefix + key;

    public static bool IsNode(string key) => key.StartsWith(NodePrefix, StringComparison.Ordinal);

    /// <summary>The node a key stands for, or null.</summary>
    public static NodeId? NodeOf(string key) => IsNode(key) ? new(Guid.ParseExact(key[NodePrefix.Length..], "N")) : null;

    public static string? NeedOf(string key) => After(key, NeedPrefix);

    public static string? DepartmentOf(string key) => After(key, DepartmentPrefix);

    /// <summary>The other things that a thing cannot be without: what it stands under, what it serves, who answers for it.</summary>
    public static IEnumerable<string> Needed(string key, IReadOnlyDictionary<string, string> fields) => key switch
    {
        _ when IsNode(key) =>
            [.. fields.TryGetValue(Parent, out var parent) ? [parent] : Array.Empty<string>(),
                .. fields.TryGetValue(Department, out var owner) ? [OfDepartment(owner)] : Array.Empty<string>()],
        _ when NeedOf(key) is not null => [fields[Measure], .. fields.TryGetValue(Activities, out var served) ? served.Split(' ') : []],
        _ => [],
    };

    private static string? After(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;
}

/// <summary>How two wordings of one thing cannot both be kept.</summary>
[Words("programmes.draft.conflict.kind")]
internal enum ConflictKind
{
    /// <summary>the same field says one thing here and another there</summary>
    Field,

    /// <summary>dropped here, changed there; it stays until somebody decides</summary>
    Dropped,

    /// <summary>dropped on one side, and on the other something that stays has been put under it; it stays until somebody decides</summary>
    Under,

    /// <summary>the moves of both together would put nodes below themselves</summary>
    Ring,

    /// <summary>two nodes would have one code</summary>
    Code,

    /// <summary>the same nodes were put into two different orders</summary>
    Order,
}

/// <summary>Something a person must decide.</summary>
/// <param name="Kind">what cannot both be</param>
/// <param name="Thing">the thing it is about; of an order the node above, or nothing for the top</param>
/// <param name="Field">its field; empty when it is about the thing as a whole</param>
/// <param name="Base">what it was; null when it was not there or said nothing</param>
/// <param name="Mine">what the draft says; null when it dropped it or says nothing</param>
/// <param name="Theirs">what the edition says that came meanwhile</param>
internal sealed record Conflict(ConflictKind Kind, string Thing, string Field, string? Base, string? Mine, string? Theirs);

/// <summary>What merging came to. Where there is a conflict the draft's own side stands until somebody decides.</summary>
internal sealed record Merged(Wording Wording, IReadOnlyList<Conflict> Conflicts);
