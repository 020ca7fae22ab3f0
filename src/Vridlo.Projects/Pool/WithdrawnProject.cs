using NodaTime;
using Vridlo.Core.Instruments;

namespace Vridlo.Projects.Pool;

/// <summary>
/// A project that was taken back after sums had been entered for it: the ledger of money keeps them, together with what reversed them, so its
/// number is never given again and its address says what became of it.
/// </summary>
internal sealed class WithdrawnProject
{
    public required InstrumentId Id { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required LocalDate WithdrawnOn { get; init; }
}
