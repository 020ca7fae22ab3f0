using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Vridlo.Testing;

/// <summary>
/// Gives a theory each engine in turn, before its other data. Without a PostgreSQL cluster its half is skipped by name;
/// under ./test, which starts one, its absence is a failure. Its half has a trait, so that a run can leave it to a longer one.
/// </summary>
public sealed class BothEnginesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(Engine.Sqlite), new TheoryDataRow(Engine.Postgres) { Skip = Missing, Traits = { [nameof(Engine)] = [nameof(Engine.Postgres)] } }]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private static string? Missing => Cluster.ConnectionString is null && !Cluster.Demanded
        ? $"no PostgreSQL: set {Cluster.Variable} to the connection string of a cluster, or use ./test"
        : null;
}
