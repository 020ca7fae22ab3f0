using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Integrity;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Issuing;

/// <summary>The checks of statements in <c>vridlo verify</c>.</summary>
internal static class StatementChecks
{
    /// <summary>Numbers of a year run from 1 without gaps.</summary>
    public static IntegrityCheck Numbers { get; } = new("statements.check.gap", Severity.Error, "statements.check.gap.title", "statements.check.gap.todo", async (services, stop) =>
    {
        var all = await services.GetRequiredService<AppDb>().Set<Statement>().Select(s => new { s.Year, s.Number }).ToListAsync(stop);
        return
        [
            .. from year in all.GroupBy(s => s.Year).OrderBy(y => y.Key)
               let there = year.Select(s => s.Number).ToHashSet()
               from number in Enumerable.Range(1, there.Max())
               where !there.Contains(number)
               select new Finding(Statement.CodeOf(year.Key, number)),
        ];
    });

    /// <summary>Letters are what they were when they were issued; one is read at a time.</summary>
    public static IntegrityCheck Letters { get; } = new("statements.check.letter", Severity.Error, "statements.check.letter.title", "statements.check.letter.todo", async (services, stop) =>
    {
        var (db, found) = (services.GetRequiredService<AppDb>(), new List<Finding>());
        foreach (var statement in await db.Set<Statement>().AsNoTracking().OrderBy(s => s.Year).ThenBy(s => s.Number).ToListAsync(stop))
        {
            var content = await db.Set<StoredFile>().Where(f => f.Id == statement.LetterFile).Select(f => f.Content).FirstOrDefaultAsync(stop) ?? [];
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != statement.LetterSha256)
            {
                found.Add(new(statement.FullNumber, $"/vyjadreni/{statement.Code}"));
            }
        }

        return found;
    });
}
