using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Instruments;

namespace Vridlo.Core.Organisations;

/// <summary>Organisations by what stands for them in addresses: the number, or the identity of one that has none.</summary>
public static class OrganisationCode
{
    /// <summary>The organisation with this number or identity; the one into which it is merged has another address. Null when there is none.</summary>
    public static async Task<OrganisationListed?> By(this IOrganisations organisations, string code, CancellationToken stop) =>
        organisations.Coded(code) is { } one ? await one.FirstOrDefaultAsync(stop) : null;

    /// <summary>The same as what can be asked of the database; null when nothing has such an address.</summary>
    public static IQueryable<OrganisationListed>? Coded(this IOrganisations organisations, string code) => code switch
    {
        { Length: 8 } when code.All(char.IsAsciiDigit) => organisations.All.Where(o => o.Number == code),
        _ when Guid.TryParseExact(code, "N", out var id) && new OrganisationId(id) is var known => organisations.All.Where(o => o.Id == known),
        _ => null,
    };

    /// <summary>The instruments that an organisation carries out, also those under a name that was merged into it; null when nothing has such an address.</summary>
    public static IQueryable<InstrumentId>? Borne(this IOrganisations organisations, IInstruments instruments, string code) => organisations.Coded(code) is not { } one ? null :
        instruments.All.Where(i => organisations.All.Where(n => one.Any(o => o.Self == n.Self)).Select(n => (OrganisationId?)n.Id).Contains(i.Bearer)).Select(i => i.Id);
}
