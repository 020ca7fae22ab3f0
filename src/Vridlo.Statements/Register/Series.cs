using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;

namespace Vridlo.Statements.Register;

/// <summary>The last number that was given in a series.</summary>
internal sealed class Series
{
    /// <summary>What is numbered: <c>application</c>, <c>statement</c>, <c>template</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The year within which it is numbered; 0 when the numbers go on for ever.</summary>
    public required int Year { get; init; }

    public required int Last { get; init; }
}

/// <summary>
/// Gives the next number of a series. Whoever takes one holds the row until the transaction ends, so others wait; who does not commit has taken
/// none. So no number comes twice and none is left out, however many take one at once.
/// </summary>
internal sealed class TakeNumber(AppDb db)
{
    public const string OfApplications = "application", OfStatements = "statement", OfTemplates = "template";

    /// <param name="name">the series</param>
    /// <param name="year">the year, or 0</param>
    /// <param name="stop">ends the wait</param>
    /// <exception cref="InvalidOperationException">outside of a transaction, in which nothing would be held</exception>
    public async Task<int> Next(string name, int year, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Numbers are taken between Begin and Commit.");
        }

        if (await Raise(name, year, stop) == 0)
        {
            // Whoever else begins the series at the same time, it is there then.
            await db.Database.ExecuteSqlAsync($"INSERT INTO statements_series (name, year, last) VALUES ({name}, {year}, 0) ON CONFLICT DO NOTHING", stop);
            await Raise(name, year, stop);
        }

        return await db.Set<Series>().Where(s => s.Name == name && s.Year == year).Select(s => s.Last).FirstAsync(stop);
    }

    private Task<int> Raise(string name, int year, CancellationToken stop) =>
        db.Set<Series>().Where(s => s.Name == name && s.Year == year).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + 1), stop);
}
