using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Organisations;

namespace Vridlo.Organisations.Showing;

/// <summary>Finds an organisation by what stands for it in addresses.</summary>
internal static class FindOne
{
    /// <summary>The organisation with this number or identity; the one into which it is merged has another address. Null when there is none.</summary>
    public static Task<OrganisationListed?> By(this IOrganisations organisations, string code, CancellationToken stop) => code switch
    {
        { Length: 8 } when code.All(char.IsAsciiDigit) => organisations.All.FirstOrDefaultAsync(o => o.Number == code, stop),
        _ when Guid.TryParseExact(code, "N", out var id) && new OrganisationId(id) is var known => organisations.All.FirstOrDefaultAsync(o => o.Id == known, stop),
        _ => Task.FromResult<OrganisationListed?>(null),
    };
}
