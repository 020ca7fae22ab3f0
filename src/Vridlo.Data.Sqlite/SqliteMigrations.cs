using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Vridlo.Core.Search;

namespace Vridlo.Data.Sqlite;

/// <summary>Writes migrations as SQL, the table of tokens as the virtual table it is here.</summary>
internal sealed class SqliteMigrations(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        if (operation.Name != SearchMap.TextTable)
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        builder.Append(SqliteSearchIndex.Definition).AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        builder.Append(SqliteSearchIndex.Setting).AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        if (terminate)
        {
            EndStatement(builder);
        }
    }
}
