using Microsoft.AspNetCore.Http;
using Vridlo.Base;

namespace Vridlo.Core.Api;

/// <summary>The language in which the open interface speaks to people: in refusals, and in files that have one language.</summary>
public static class ApiLanguage
{
    /// <summary>What the parameter <c>lang</c> says, else the best of <c>Accept-Language</c> (RFC 9110), else the language of the address.</summary>
    public static Language Of(HttpRequest request) =>
        Languages.Parse(request.Query["lang"])
        ?? request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Languages.Parse(l.Value.Value?.Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(l => l is not null)
        ?? Languages.Parse(request.PathBase.Value?.Trim('/'))
        ?? Language.Cs;
}
