using Microsoft.AspNetCore.Http;

namespace Vridlo.Core.Access;

/// <summary>Keeps forms that came without a session or from an old page, so that nothing that was typed is lost.</summary>
public interface IUnsentForms
{
    /// <summary>Keeps the form of a request.</summary>
    /// <returns>the Czech address where it can be looked at and gone on with; null when it cannot be kept</returns>
    Task<string?> Keep(HttpRequest request, CancellationToken stop);

    /// <summary>Forgets what was typed into a form that has been accepted; what arrives late is not kept any more.</summary>
    /// <param name="typed">what the form says it goes on with</param>
    /// <param name="by">whose form it was; what is another person's stays</param>
    Task Accepted(Guid typed, PersonId by);
}
