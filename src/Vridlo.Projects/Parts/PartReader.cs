using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Organisations;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Parts;

/// <summary>What is needed to read and to write the columns of a part.</summary>
/// <param name="language">in which numbers and days are typed</param>
internal sealed class PartReader(Language language)
{
    public Language Language => language;

    /// <summary>Organisations by what was typed for them.</summary>
    public Dictionary<string, OrganisationId> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>The indicators of the programme that rows may refer to, by key.</summary>
    public IReadOnlyDictionary<string, Need> Stated { get; set; } = new Dictionary<string, Need>();

    /// <summary>Organisations that rows refer to.</summary>
    public Dictionary<OrganisationId, OrganisationListed> Named { get; } = [];

    /// <summary>The rows by their number.</summary>
    public Dictionary<int, PartRow> Rows { get; } = [];

    /// <summary>A value as it stands in a form.</summary>
    public string Typed(object? value) => value switch
    {
        null => "",
        LocalDate day => DateText.Write(day, Language.Cs),
        double number => number.ToString("0.######", language.Culture()),
        OrganisationId organisation => Named.GetValueOrDefault(organisation) is { } named ? named.Number ?? named.Name : "",
        Guid row => NumberOf(row),
        IndicatorKey(var key) => key,
        _ => $"{value}",
    };

    /// <summary>A value as it is shown.</summary>
    public string Shown(object? value, Texts texts) => value switch
    {
        null => "",
        LocalDate day => texts.Write(day),
        Enum member => texts[member],
        OrganisationId organisation => Named.GetValueOrDefault(organisation)?.Name ?? "",
        IndicatorKey => texts["ui.yes"],
        double number => number.ToString("#,0.######", language.Culture()),
        Guid row => Rows.Values.FirstOrDefault(r => r.Id == row) is Milestone before ? before.Title : "",
        _ => Typed(value),
    };

    private string NumberOf(Guid row) => Rows.Where(r => r.Value.Id == row).Select(r => $"{r.Key}").FirstOrDefault("");
}
