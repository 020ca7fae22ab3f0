namespace Vridlo.Web.Serving;

/// <summary>Headers that keep browsers from doing what no page of ours needs (OWASP ASVS 14.4).</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IConfiguration configuration)
{
    // Nothing is loaded from anywhere but the site itself and, where the operator has set a base map, from its servers.
    private readonly string policy = Policy(configuration["Map:Origins"] ?? "", configuration["OpenId:Origins"] ?? Origin(configuration["OpenId:Authority"]));

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return next(context);
    }

    // Browsers ask form-action of where a form is led on to as well, so the form that leads to the office's provider has to name it.
    private static string Policy(string mapOrigins, string signInOrigins) =>
        $"default-src 'self'; script-src 'self'; style-src 'self'; img-src {With("'self' data: blob:", mapOrigins)}; worker-src 'self' blob:; " +
        $"connect-src {With("'self'", mapOrigins)}; font-src 'self'; object-src 'none'; base-uri 'none'; form-action {With("'self'", signInOrigins)}; frame-ancestors 'none'";

    private static string Origin(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var found) ? found.GetLeftPart(UriPartial.Authority) : "";

    private static string With(string sources, string more) => $"{sources} {more}".TrimEnd();
}
