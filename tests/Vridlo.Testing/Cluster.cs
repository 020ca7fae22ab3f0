using Npgsql;

namespace Vridlo.Testing;

/// <summary>The throw-away PostgreSQL cluster that ./test starts.</summary>
internal static class Cluster
{
    public const string Variable = "VRIDLO_TEST_POSTGRES";

    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable(Variable);

    public static bool Demanded { get; } = Environment.GetEnvironmentVariable("VRIDLO_TEST_ALL") == "1";

    /// <summary>Connections of tests are few and short-lived; pools of dropped databases would pile up.</summary>
    public static string Of(string database) =>
        new NpgsqlConnectionStringBuilder(Required) { Database = database, MaxPoolSize = 10, ConnectionIdleLifetime = 10 }.ToString();

    public static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Required) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Named skips are what xunit makes of this beginning of a message.</summary>
    private static string Required => ConnectionString
        ?? throw new InvalidOperationException($"{(Demanded ? "" : "$XunitDynamicSkip$")}There is no PostgreSQL cluster: {Variable} is not set.");
}
