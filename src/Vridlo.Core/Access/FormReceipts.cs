using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Data;

namespace Vridlo.Core.Access;

/// <summary>A form that has arrived, and where it led; empty while it is being handled.</summary>
internal sealed class FormReceipt
{
    public required Guid Number { get; init; }

    public required Instant At { get; init; }

    public required string Location { get; set; }
}

/// <summary>The numbers of forms that have arrived, kept for a day.</summary>
public sealed class FormReceipts(AppDb db, IClock clock)
{
    private static readonly Duration Kept = Duration.FromDays(1);

    private IQueryable<FormReceipt> Old
    {
        get
        {
            var before = clock.GetCurrentInstant() - Kept;
            return db.Set<FormReceipt>().Where(r => r.At < before);
        }
    }

    internal static void Map(ModelBuilder model) => model.Entity<FormReceipt>(receipt =>
    {
        receipt.ToTable("access_form_receipt").HasKey(r => r.Number);
        receipt.Property(r => r.Number).ValueGeneratedNever();
        receipt.HasIndex(r => r.At);
    });

    /// <summary>Takes a number.</summary>
    /// <returns>false when the form has arrived before, within a day</returns>
    public async Task<bool> Claim(Guid number, CancellationToken stop)
    {
        db.Add(new FormReceipt { Number = number, At = clock.GetCurrentInstant(), Location = "" });
        return await db.Keep(stop) || (await Old.Where(r => r.Number == number).ExecuteDeleteAsync(stop) == 1 && await db.Keep(stop));
    }

    /// <summary>Removes the numbers that have been kept for long enough.</summary>
    internal Task Clear(CancellationToken stop) => Old.ExecuteDeleteAsync(stop);

    /// <summary>Notes where a form led.</summary>
    public async Task<bool> Done(Guid number, string location)
    {
        if (await db.Set<FormReceipt>().FindAsync(number) is { } receipt)
        {
            receipt.Location = location;
        }

        return await db.Keep(default);
    }

    /// <summary>Lets a form that was refused arrive again.</summary>
    public async Task<bool> Forget(Guid number)
    {
        if (await db.Set<FormReceipt>().FindAsync(number) is { } receipt)
        {
            db.Remove(receipt);
        }

        return await db.Keep(default);
    }

    /// <summary>Where a form led; empty while it is being handled, null when it was refused.</summary>
    public Task<string?> Led(Guid number, CancellationToken stop) =>
        db.Set<FormReceipt>().Where(r => r.Number == number).Select(r => r.Location).FirstOrDefaultAsync(stop);
}
