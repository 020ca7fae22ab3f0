using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;

namespace Vridlo.Projects.Parts;

/// <summary>A row as it was typed: the identity of one that was there before, and the text of each column.</summary>
internal sealed record TypedRow(Guid? Id, IReadOnlyDictionary<string, string> Values);

/// <summary>Something that a project has several of, written as one list: partners, milestones, risks, what is expected, contacts.</summary>
/// <param name="name">its name in the open interface; its texts are <c>projects.part.{name}…</c></param>
/// <param name="path">its name in addresses</param>
/// <param name="isPublic">whether everybody may see it</param>
internal abstract class Part(string name, string path, bool isPublic)
{
    public const int MostRows = 100;

    public string Name => name;

    public string Path => path;

    public bool IsPublic => isPublic;

    public string TextKey => "projects.part." + name;

    public abstract IReadOnlyList<PartField> Fields { get; }

    /// <summary>Whether a column holds indicators of the programme.</summary>
    public bool HoldsIndicators => Fields.Any(f => f.Holds is Holds.Indicator);

    /// <summary>The text key of a column's name.</summary>
    public string TextOf(PartField field) => $"{TextKey}.{field.Name}";

    public abstract Task<IReadOnlyList<PartRow>> Of(AppDb db, InstrumentId project, CancellationToken stop);

    /// <summary>What a row has in a column.</summary>
    public abstract object? Value(PartRow row, PartField field);

    /// <summary>Makes the rows of a project what was typed; enlists in the unit of work. Rows without any text are left out.</summary>
    /// <returns>all that is wrong, each at <c>{column}-{index of the typed row}</c></returns>
    public abstract Task<IReadOnlyList<Problem>> Write(AppDb db, InstrumentId project, IReadOnlyList<TypedRow> typed, PartReader reader, CancellationToken stop);

    /// <summary>Whether the rows of a project, as they are in the unit of work, are a list as it is written here: numbered from 1, in order. One that nobody has touched is.</summary>
    public abstract Task<bool> IsWhole(AppDb db, InstrumentId project, CancellationToken stop);
}

/// <inheritdoc/>
internal sealed class Part<TRow>(string name, string path, bool isPublic, Func<InstrumentId, TRow> make, IReadOnlyList<PartField<TRow>> fields, Func<IReadOnlyList<TRow>, (int Row, Problem Problem)?>? check = null) : Part(name, path, isPublic)
    where TRow : PartRow
{
    public override IReadOnlyList<PartField> Fields => fields;

    public override async Task<IReadOnlyList<PartRow>> Of(AppDb db, InstrumentId project, CancellationToken stop) =>
        await db.Set<TRow>().AsNoTracking().Where(r => r.ProjectId == project).OrderBy(r => r.Number).ToListAsync(stop);

    public override object? Value(PartRow row, PartField field) => ((PartField<TRow>)field).Value((TRow)row);

    public override async Task<IReadOnlyList<Problem>> Write(AppDb db, InstrumentId project, IReadOnlyList<TypedRow> typed, PartReader reader, CancellationToken stop)
    {
        var before = await db.Set<TRow>().Where(r => r.ProjectId == project).ToListAsync(stop);
        var written = typed.Index().Where(t => fields.Any(f => f.Holds is not Holds.Choice && Text(t.Item, f).Length > 0)).ToList();
        if (written.Count > MostRows)
        {
            return [Problem.Invalid("projects.part.many", null, MostRows)];
        }

        var rows = written.Select((t, i) => (t.Index, Typed: t.Item, Row: before.Find(r => r.Id == t.Item.Id) ?? make(project), Number: i + 1)).ToList();
        foreach (var (index, _, row, number) in rows)
        {
            row.Number = number;

            // What is typed of another row is its number as it stands in the form.
            reader.Rows[index + 1] = row;
        }

        List<Problem> problems = [.. rows.SelectMany(r => fields.Select(f => Set(r.Row, f, Text(r.Typed, f), reader) is { } wrong ? wrong with { Field = $"{f.Name}-{r.Index}" } : null)).OfType<Problem>()];
        if (problems.Count == 0 && check?.Invoke([.. rows.Select(r => r.Row)]) is { } amiss)
        {
            problems.Add(amiss.Problem with { Field = $"{amiss.Problem.Field}-{rows[amiss.Row].Index}" });
        }

        db.RemoveRange(before.Except(rows.Select(r => r.Row)));
        db.AddRange(rows.Select(r => r.Row).Except(before));
        return problems;
    }

    public override async Task<bool> IsWhole(AppDb db, InstrumentId project, CancellationToken stop)
    {
        if (!db.ChangeTracker.Entries<TRow>().Any())
        {
            return true;
        }

        await db.Set<TRow>().Where(r => r.ProjectId == project).LoadAsync(stop);
        List<TRow> rows = [.. db.Set<TRow>().Local.Where(r => r.ProjectId == project).OrderBy(r => r.Number)];
        return rows.Select(r => r.Number).SequenceEqual(Enumerable.Range(1, rows.Count)) && check?.Invoke(rows) is null;
    }

    private static Problem? Set(TRow row, PartField<TRow> field, string text, PartReader reader) =>
        field.Needed && text.Length == 0 ? Problem.Invalid("projects.part.missing")
        : text.Length > field.Longest ? Problem.Invalid("projects.part.long", null, field.Longest)
        : field.Set(row, text, reader);

    private static string Text(TypedRow row, PartField field) => row.Values.GetValueOrDefault(field.Name, "").Trim();
}
