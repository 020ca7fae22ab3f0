using Vridlo.Base;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Sheets;

/// <summary>The words for stages and conditions in all languages, and yes and no.</summary>
internal sealed class SheetWords(TextCatalogue texts)
{
    private readonly Dictionary<string, Enum> stages = Known(texts, [.. Enum.GetValues<Stage>()]);

    private readonly Dictionary<string, Enum> conditions = new(
        Known(texts, [.. Enum.GetValues<Readiness>()])
            .Concat(from word in (string[])["ano", "yes", "ja", "ok", "1"] select KeyValuePair.Create(word, (Enum)Readiness.Met))
            .Concat(from word in (string[])["ne", "no", "nein", "0"] select KeyValuePair.Create(word, (Enum)Readiness.Open)).DistinctBy(p => p.Key), StringComparer.Ordinal);

    public Stage? Stage(string text) => stages.TryGetValue(Folding.Fold(text), out var stage) ? (Stage)stage : null;

    /// <summary>What a form calls the condition; the text itself when it is none.</summary>
    public string Condition(string text) => conditions.TryGetValue(Folding.Fold(text), out var condition) ? condition.ToString() : text;

    private static Dictionary<string, Enum> Known(TextCatalogue texts, Enum[] members) =>
        Enum.GetValues<Language>().SelectMany(l => members.Select(m => (Word: Folding.Fold(texts.In(l)[m]), Member: m))).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Member, StringComparer.Ordinal);
}
