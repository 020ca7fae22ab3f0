using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Accounting.Documents;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Record;

namespace Vridlo.Accounting.Entering;

/// <summary>Says of a row whose entry somebody reverses by hand that it was taken back, at once: the page of agreement then names the reason.</summary>
internal static class TakenBackByHand
{
    public static async Task Follow(IServiceProvider unit, ActDone act, CancellationToken stop)
    {
        List<PostingId> reversed = [.. act.Changes.Where(c => c is { Subject: "money.posting", Before: null, After: not null }).Select(c => Reverses(c.After!)).OfType<PostingId>()];
        if (reversed.Count == 0)
        {
            return;
        }

        foreach (var row in await unit.GetRequiredService<AppDb>().Set<DocumentRow>()
            .Where(r => r.Posting != null && reversed.Contains(r.Posting.Value) && r.State == EntryState.Entered && r.EndedBy == null).ToListAsync(stop))
        {
            row.State = EntryState.TakenBack;
        }
    }

    private static PostingId? Reverses(string posting)
    {
        using var values = JsonDocument.Parse(posting);
        return values.RootElement.TryGetProperty("reverses", out var id) && id.ValueKind is JsonValueKind.String && id.TryGetGuid(out var known) ? new(known) : null;
    }
}
