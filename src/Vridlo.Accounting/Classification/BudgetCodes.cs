using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using Vridlo.Base;

namespace Vridlo.Accounting.Classification;

/// <summary>The names of the budget classification (rozpočtová skladba), which are Czech; see SOURCE.md beside the files.</summary>
internal static class BudgetCodes
{
    private static readonly FrozenDictionary<int, Localized> Paragraphs = Read("paragraphs"), ParagraphGroups = Read("paragraph-groups"), Items = Read("items"), ItemGroups = Read("item-groups");

    /// <summary>The name of a paragraph, or null when the list does not have it.</summary>
    public static Localized? Paragraph(int code) => Paragraphs.GetValueOrDefault(code);

    /// <summary>The name of a group of paragraphs, which is their first two digits.</summary>
    public static Localized? ParagraphGroup(int code) => ParagraphGroups.GetValueOrDefault(code);

    /// <summary>The name of an item.</summary>
    public static Localized? Item(int code) => Items.GetValueOrDefault(code);

    /// <summary>The name of a group of items of income.</summary>
    public static Localized? ItemGroup(int code) => ItemGroups.GetValueOrDefault(code);

    private static FrozenDictionary<int, Localized> Read(string list)
    {
        using var text = new StreamReader(typeof(BudgetCodes).Assembly.GetManifestResourceStream("codes/" + list)!);
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        csv.Read();
        var names = new Dictionary<int, Localized>();
        while (csv.Read())
        {
            names.TryAdd(int.Parse(csv[0], NumberStyles.None, CultureInfo.InvariantCulture), new(csv[1].Trim()));
        }

        return names.ToFrozenDictionary();
    }
}
