using System.Globalization;
using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>What is said of a programme and of an edition, as it was typed into a form.</summary>
internal sealed record HeadTyped(ProgrammeKind Kind, string Territory, Localized Title, Localized? Short, int? From, int? To, string Edition, Localized EditionTitle)
{
    private static readonly (string Field, Language Language)[] Languages = [("", Language.Cs), (".en", Language.En), (".de", Language.De)];

    public static Result<HeadTyped> Read(FormState form)
    {
        var (title, edition, from, to) = (Text(form, "title"), Text(form, "editionTitle"), Year(form, "from"), Year(form, "to"));
        Problem[] refused =
        [
            .. title is null ? [Missing("title")] : Array.Empty<Problem>(),
            .. edition is null ? [Missing("editionTitle")] : Array.Empty<Problem>(),
            .. from.Problems,
            .. to.Problems,
        ];
        return refused.Length > 0 ? refused : new HeadTyped(
            Enum.TryParse<ProgrammeKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : ProgrammeKind.Other,
            form["territory"].Trim(), title!, Text(form, "short"), from.Value, to.Value, form["edition"].Trim(), edition!);
    }

    /// <summary>A text in three languages from the fields <c>name</c>, <c>name.en</c> and <c>name.de</c>; null when all are empty.</summary>
    public static Localized? Text(FormState form, string name)
    {
        var typed = Languages.Select(l => form[name + l.Field]).ToArray();
        return typed.All(string.IsNullOrWhiteSpace) ? null : new(typed[0], typed[1], typed[2]);
    }

    public static FormState With(FormState form, string name, Localized? text)
    {
        foreach (var (field, language) in Languages)
        {
            form.With(name + field, text?[language]);
        }

        return form;
    }

    public static FormState With(FormState form, Draft head)
    {
        form.With("kind", head.Kind.ToString()).With("territory", head.Territory).With("edition", head.Edition)
            .With("from", head.PeriodFrom?.ToString(CultureInfo.InvariantCulture)).With("to", head.PeriodTo?.ToString(CultureInfo.InvariantCulture));
        return With(With(With(form, "title", head.Title), "short", head.Short), "editionTitle", head.EditionTitle);
    }

    /// <summary>Where what was typed differs from what stands now.</summary>
    public static IEnumerable<Differing> Differ(HeadTyped mine, Draft theirs, Texts t) =>
    [
        .. TextsTyped.Differ("title", mine.Title, theirs.Title),
        .. TextsTyped.Differ("short", mine.Short, theirs.Short),
        .. TextsTyped.Differ("edition-title", mine.EditionTitle, theirs.EditionTitle),
        .. from pair in new[]
           {
               ("kind", t[mine.Kind], t[theirs.Kind]), ("territory", mine.Territory, theirs.Territory), ("period-from", $"{mine.From}", $"{theirs.PeriodFrom}"),
               ("period-to", $"{mine.To}", $"{theirs.PeriodTo}"), ("edition", mine.Edition, theirs.Edition),
           }
           where pair.Item2 != pair.Item3
           select new Differing(pair.Item1, null, pair.Item2, pair.Item3),
    ];

    public static Problem Missing(string field) => Problem.Invalid("programmes.draft.title-missing", field);

    private static Result<Box> Year(FormState form, string field) => form[field].Trim() switch
    {
        "" => new Box(null),
        var typed when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 => new Box(year),
        _ => Problem.Invalid("programmes.draft.year", field),
    };

    private sealed record Box(int? Year)
    {
        public static implicit operator int?(Box? box) => box?.Year;
    }
}
