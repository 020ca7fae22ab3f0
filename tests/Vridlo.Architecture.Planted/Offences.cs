using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Programme;
using Vridlo.Places;

namespace Vridlo.Architecture.Planted
{
    /// <summary>A module that names another module.</summary>
    internal sealed class KnowsAnotherModule
    {
        public PlacesModule? Other { get; init; }
    }

    /// <summary>A module's type that anybody could use.</summary>
    public sealed class PublicForNoReason;

    internal class OpenForNoReason;

    internal sealed class GrantManager;

    internal interface IOnlyOnce
    {
        int Number { get; }
    }

    internal sealed class OnlyOnce : IOnlyOnce
    {
        public int Number => 1;
    }

    internal sealed class ReadsANumberFromTheAddress
    {
        [Microsoft.AspNetCore.Components.SupplyParameterFromQuery]
        public int Start { get; set; }
    }

    internal sealed class ShownHalfLoaded : Microsoft.AspNetCore.Components.ComponentBase;

    internal sealed class CallsWhatIsBanned
    {
        public Guid Id { get; } = Guid.NewGuid();

        public DateTime At { get; } = DateTime.UtcNow;

        public int Save(DbContext db) => db.SaveChanges();
    }
}

namespace Vridlo.Base.Planted
{
    internal sealed class BaseWithDatabase
    {
        public DbContext? Db { get; init; }
    }
}

namespace Vridlo.Core.Record.Planted
{
    internal sealed class RecordThatKnowsProgrammes
    {
        public IProgrammeLedger? Ledger { get; init; }
    }
}
