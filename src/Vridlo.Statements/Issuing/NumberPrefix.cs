using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Statements.Issuing;

/// <summary>What numbers of statements begin with: as it is set, else the first word of the programme's short name (PRKK 2021+ gives PRKK).</summary>
internal sealed class NumberPrefix(IProgrammeLedger ledger, StatementSettings settings)
{
    /// <summary>Stands where a programme has no short name: vyjádření k souladu.</summary>
    private const string Usual = "VS";

    public async Task<string> Of(EditionId edition, CancellationToken stop)
    {
        if (settings.Prefix is { } set)
        {
            return set;
        }

        var named = (await ledger.Named([edition], stop)).GetValueOrDefault(edition);
        var head = named is null ? null : await ledger.Edition(named.Programme, named.Code, stop);
        return First(head?.Short?.For(Language.Cs).Text);
    }

    private static string First(string? name) => string.Concat((name ?? "").TakeWhile(char.IsLetterOrDigit)) is { Length: > 0 and <= 20 } word ? word : Usual;
}
