using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Vridlo.Core.Data;

namespace Vridlo.Data.Postgres;

/// <summary>
/// Makes the schema up to a migration within a transaction that is open, which EF's own migrating refuses. Statement by statement: in its
/// script a migration's own SQL would run into the next statement.
/// </summary>
internal static class PostgresSchema
{
    public static async Task Make(AppDb db, NpgsqlConnection connection, string migration, CancellationToken stop)
    {
        var (all, sql, history, models) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrationsSqlGenerator>(), db.GetService<IHistoryRepository>(), db.GetService<IModelRuntimeInitializer>());
        await PostgresCopy.Run(connection, history.GetCreateScript(), stop);
        foreach (var (id, type) in all.Migrations.OrderBy(m => m.Key, StringComparer.Ordinal).Where(m => string.CompareOrdinal(m.Key, migration) <= 0))
        {
            var each = all.CreateMigration(type, db.Database.ProviderName!);
            var model = each.TargetModel is IMutableModel open ? open.FinalizeModel() : each.TargetModel;
            foreach (var command in sql.Generate(each.UpOperations, models.Initialize(model, designTime: true, validationLogger: null)))
            {
                await PostgresCopy.Run(connection, command.CommandText, stop);
            }

            await PostgresCopy.Run(connection, history.GetInsertScript(new(id, ProductInfo.GetVersion())), stop);
        }
    }
}
