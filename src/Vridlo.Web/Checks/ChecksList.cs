using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Integrity;
using Vridlo.Core.Lists;

namespace Vridlo.Web.Checks;

/// <summary>What the checks of integrity have found, as a list and as files.</summary>
internal static class ChecksList
{
    public const string Right = "core.checks";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapList("/prace/kontroly", context =>
        {
            var services = context.RequestServices;
            return Task.FromResult<ListSource<FindingListed>?>(new(Of(services.GetRequiredService<Core.Declarations>().Checks), services.GetRequiredService<IIntegrity>().Findings));
        })
        .Right(Right);

    public static ListOf<FindingListed> Of(IReadOnlyList<IntegrityCheck> checks)
    {
        var known = checks.ToDictionary(c => c.Key, StringComparer.Ordinal);
        return new()
        {
            Name = "checks",
            Id = SortKey<FindingListed>.By(f => f.Id),
            Order = "severity",
            PageSize = 100,
            Columns =
            [
                new("severity", "core.severity", f => f.Severity) { Sort = SortKey<FindingListed>.By(f => f.Rank) },
                new("check", "core.checks.check", f => known.GetValueOrDefault(f.Check)?.TitleKey) { Words = "", Sort = SortKey<FindingListed>.By(f => f.Check) },
                new("subject", "core.checks.subject", f => f.Subject) { Link = f => f.Path },
                new("todo", "core.checks.todo", f => known.GetValueOrDefault(f.Check)?.TodoKey) { Words = "" },
            ],
            Filters =
            [
                new("severity", "core.severity", (rows, value) =>
                    WordsAttribute.Read<Severity>(value) is { } severity ? rows.Where(f => f.Rank == (int)severity) : null)
                {
                    Choices = [new("error", "core.severity.error"), new("warning", "core.severity.warning"), new("note", "core.severity.note")],
                },
                new("check", "core.checks.check", (rows, key) => rows.Where(f => f.Check == key))
                {
                    Choices = [.. checks.Select(c => new FilterChoice(c.Key, c.TitleKey))],
                },
            ],
        };
    }
}
