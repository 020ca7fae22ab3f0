using Microsoft.AspNetCore.Http;

namespace Vridlo.Core.Access;

/// <summary>Keeps forms that came without a session or from an old page, so that nothing that was typed is lost.</summary>
public interface IUnsentForms
{
    /// <summary>Keeps the form of a request.</summary>
    /// <returns>the Czech address where it can be looked at and sent again; null when it cannot be kept</returns>
    Task<string?> Keep(HttpRequest request, CancellationToken stop);
}
