using System.Globalization;
using System.Text.RegularExpressions;
using Vridlo.Base;

namespace Vridlo.Projects.Sheets;

/// <summary>
/// Recognises what a column is about by its head, as offices write heads in Czech, English and German: first by our own names, then by the
/// words in it; the first rule that fits goes, so the narrower ones stand before the wider.
/// </summary>
internal sealed partial class HeadWords(TextCatalogue texts)
{
    private static readonly (SheetField Field, Regex Words)[] Rules =
    [
        (SheetField.Code, new(@"^(kod( projektu)?|code|projektcode)$", Options)),
        (SheetField.BearerNumber, new(@"\b(ico|ic|identifikacni cislo|company number|registration number|unternehmensnummer)\b", Options)),
        (SheetField.BearerName, new("nositel|zadatel|predkladatel|investor|realizator|bearer|applicant|trager|subjekt", Options)),
        (SheetField.Latitude, new(@"sirka|latitude|geogr\S* breite|^lat$", Options)),
        (SheetField.Longitude, new(@"zem\S* delka|longitude|geogr\S* lange|^(lon|lng)$", Options)),
        (SheetField.Need, new("potreb|zduvodneni|vychozi stav|^need|justification|begrundung|bedarf", Options)),
        (SheetField.Documents, new(@"dokumentac|\bpd\b|documentation|^documents|dokumentation|unterlagen", Options)),
        (SheetField.Permits, new("povolen|permit|genehmigung", Options)),
        (SheetField.Land, new(@"pozemk|majetkopr|\bland\b|grundst", Options)),
        (SheetField.Finance, new("zajist\\S* financ|financ\\S* zajist|^(financovani|funding|finanzierung)$", Options)),
        (SheetField.Links, new("aktivit|opatreni|vazba|activit|measure|massnahme", Options)),
        (SheetField.StageSince, new(@"\bstav\S* od\b|stage since|\bseit\b", Options)),
        (SheetField.Stage, new(@"\bstav\b|faze|\bstage\b|\bstatus\b|\bstand\b", Options)),
        (SheetField.Description, new("popis|obsah|description|beschreibung", Options)),
        (SheetField.Place, new(@"\bobec\b|\bobce\b|misto|lokalita|municipality|\bplace\b|location|gemeinde|\bort\b", Options)),
        (SheetField.Starts, new(@"zahajeni|zacatek|\bod\b|\bstart|begin|\bfrom\b|\bvon\b", Options)),
        (SheetField.Ends, new(@"ukonceni|dokonceni|konec|\bdo\b|\bends?\b|complet|until|\bbis\b|\bende\b|abschluss", Options)),
        (SheetField.Time, new("termin|obdobi|realizac|harmonogram|period|schedule|zeitraum", Options)),
        (SheetField.Title, new(@"nazev|\bprojekt|zamer|\bakce\b|\btitle\b|\bname\b|\bproject\b|vorhaben|titel", Options)),
    ];

    private readonly Dictionary<string, SheetField> own = Own(texts);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Compiled;

    /// <summary>What a column is about; none when nothing fits.</summary>
    public SheetColumn Read(int index, string head)
    {
        var folded = Folding.Fold(head);
        var year = Year().Match(folded) is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : (int?)null;
        var times = Thousands().IsMatch(folded) ? 1_000L : Millions().IsMatch(folded) ? 1_000_000L : 1;
        if (year is not null && Costs().IsMatch(folded))
        {
            return new(index, head, SheetField.Cost, year, times, InBrackets().Match(head) is { Success: true, Groups: var of } ? of[1].Value : null);
        }

        var field = folded.Length == 0 ? SheetField.None
            : own.TryGetValue(folded, out var named) ? named
            : Array.Find(Rules, r => r.Words.IsMatch(folded)) is { Words: not null } rule ? rule.Field
            : Costs().IsMatch(folded) ? SheetField.Cost : SheetField.None;
        return new(index, head, field, year, times);
    }

    private static Dictionary<string, SheetField> Own(TextCatalogue texts) => Enum.GetValues<Language>()
        .SelectMany(language => Enum.GetValues<SheetField>().Where(f => f is not (SheetField.None or SheetField.Cost)).Select(f => (Name: Folding.Fold(texts.In(language)[f]), Field: f)))
        .DistinctBy(n => n.Name).ToDictionary(n => n.Name, n => n.Field, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\(([A-Za-z0-9-]+)\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\btis\b|\bthousand|\btsd\b|\btausend", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\bmil\b|\bmio\b|\bmilli", RegexOptions.CultureInvariant)]
    private static partial Regex Millions();

    [GeneratedRegex(@"naklad|\bcena\b|rozpoc|castka|\bkc\b|czk|vydaj|cost|budget|price|kosten|ausgabe|planned|\bplan\b", RegexOptions.CultureInvariant)]
    private static partial Regex Costs();
}
