using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using NodaTime;
using Vridlo.Core;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Data.Postgres;
using Vridlo.Data.Sqlite;

namespace Vridlo.Web;

/// <summary>Makes the context for <c>dotnet ef migrations add NAME -- ENGINE</c>.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args)
    {
        IEngine engine = args.Contains("postgres") ? new PostgresEngine("Host=localhost;Database=design") : new SqliteEngine("design.db");
        return new(AppDb.Options(engine), new AppModel(Modules.All), engine, SystemClock.Instance, new PublicState(), new Declarations(), new ServiceCollection().BuildServiceProvider());
    }
}
