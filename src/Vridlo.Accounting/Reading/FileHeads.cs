using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>Which column of a file holds what.</summary>
internal sealed class FileHeads
{
    private readonly Dictionary<FileField, int> columns = [];
    private readonly string[] heads;

    private FileHeads(string[] heads) => this.heads = heads;

    /// <summary>How many columns there are.</summary>
    public int Count => heads.Length;

    /// <summary>Heads of columns that nothing is read from.</summary>
    public IReadOnlyList<string> Unread => [.. heads.Where((_, i) => !columns.ContainsValue(i))];

    public bool Has(FileField field) => columns.ContainsKey(field);

    /// <summary>The head of the column of a field, as the file has it.</summary>
    public string? Head(FileField field) => columns.TryGetValue(field, out var i) ? heads[i] : null;

    /// <summary>The text of a field in a line, trimmed; empty when there is no such column.</summary>
    public string Text(string[] line, FileField field) => columns.TryGetValue(field, out var i) ? line[i].Trim() : "";

    public static (FileHeads Heads, IReadOnlyList<LineProblem> Problems) Read(string[] line, FileForm form)
    {
        var (found, problems) = (new FileHeads([.. line.Select(h => h.Trim())]), new List<LineProblem>());
        foreach (var (field, names) in form.Names)
        {
            List<int> at = [.. found.heads.Index().Where(h => names.Contains(h.Item.ToUpperInvariant())).Select(h => h.Index)];
            if (at.Count > 1)
            {
                problems.Add(new(1, found.heads[at[1]], Problem.Invalid("accounting.file.column-twice", "file", found.heads[at[0]], found.heads[at[1]])));
            }
            else if (at.Count == 1)
            {
                found.columns[field] = at[0];
            }
        }

        var amount = found.Has(FileField.Amount) || (found.Has(FileField.Debit) && found.Has(FileField.Credit)) || found.Has(FileField.ExpenditureAmount);
        problems.AddRange(Missing(found, form, amount).Select(f => new LineProblem(1, null, Problem.Invalid("accounting.file.column-missing", "file", string.Join(" / ", form.Names.GetValueOrDefault(f) ?? [])))));
        return (found, problems);
    }

    /// <summary>What every file needs; of an own form every column that it names.</summary>
    private static IEnumerable<FileField> Missing(FileHeads found, FileForm form, bool amount) =>
        form.AllNeeded
            ? form.Names.Keys.Where(f => !found.Has(f))
            : new[] { FileField.Paragraph, FileField.Item }.Where(f => !found.Has(f)).Concat(amount ? [] : [FileField.Amount]);
}
