using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Vridlo.Core.Publishing;

/// <summary>The full addresses of the site, which feeds, the map of the site and links between languages need.</summary>
public sealed class SiteAddress(IConfiguration configuration)
{
    /// <summary>
    /// The beginning of full addresses, such as <c>https://program.kr-karlovarsky.cz</c>: what the setting <c>PublicUrl</c>
    /// says, else the host that the request asked for.
    /// </summary>
    public string Of(HttpRequest request) => configuration["PublicUrl"]?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

    /// <summary>
    /// The full address of a path where no request is under way or its host must not be trusted, as in letters: what the
    /// setting <c>PublicUrl</c> says, else the first address the server was told to listen at.
    /// </summary>
    public string Full(string path) => (configuration["PublicUrl"] ?? configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080").TrimEnd('/') + path;
}
