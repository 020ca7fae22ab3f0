using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Data;
using Vridlo.Core.Search;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Showing;

/// <summary>What search knows of statements: those that were issued. Each is a scope of its own.</summary>
internal sealed class StatementSearch : ISearchSource
{
    private const string Kind = "statement";

    public string Name => "statement";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(Kind, 27)];

    public IReadOnlyList<string> Touched(AppDb db) =>
        [.. db.ChangeTracker.Entries<Statement>().Where(e => e.State is not EntityState.Unchanged).Select(e => e.Entity.Id.Value.ToString())];

    public async Task<IReadOnlyList<string>> Scopes(AppDb db, CancellationToken stop) =>
        [.. (await db.Set<Statement>().OrderBy(s => s.Year).ThenBy(s => s.Number).Select(s => s.Id).ToListAsync(stop)).Select(id => id.Value.ToString())];

    public async IAsyncEnumerable<SearchItem> Items(AppDb db, IReadOnlyList<string> scopes, LocalDate today, [EnumeratorCancellation] CancellationToken stop)
    {
        List<StatementId> ids = [.. scopes.Select(s => new StatementId(Guid.Parse(s)))];
        var all = await (from statement in db.Set<Statement>().AsNoTracking()
                           join application in db.Set<Application>() on statement.Id equals application.Id
                           where ids.Contains(statement.Id)
                           select new { statement.Id, statement.Year, statement.Number, statement.FullNumber, application.Title, application.Applicant, application.Description }).ToListAsync(stop);
        foreach (var found in all)
        {
            yield return new()
            {
                Scope = found.Id.Value.ToString(),
                Kind = Kind,
                Code = found.FullNumber,
                Title = new(found.Title),
                Body = [new(found.Applicant), new(found.Description)],
                Path = $"/vyjadreni/{Statement.CodeOf(found.Year, found.Number)}",
            };
        }
    }
}
