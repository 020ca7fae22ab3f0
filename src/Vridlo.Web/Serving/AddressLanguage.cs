using System.Globalization;
using Vridlo.Base;
using Vridlo.Ui;

namespace Vridlo.Web.Serving;

/// <summary>Reads the language from the address and leaves the Czech path for routing.</summary>
internal sealed class AddressLanguage(RequestDelegate next, Addresses addresses)
{
    public Task InvokeAsync(HttpContext context, ReaderLanguage reader)
    {
        // The base is set already when an error page is made in place of the page that was asked for.
        var address = context.Request.PathBase.Add(context.Request.Path).Value ?? "/";
        var (language, path) = addresses.Read(address);
        if (language is not Language.Cs)
        {
            if (addresses.In(path, language) is var canonical && canonical != address.TrimEnd('/') && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.Redirect(canonical + context.Request.QueryString, permanent: true);
                return Task.CompletedTask;
            }

            context.Request.PathBase = "/" + language.Code();
            context.Request.Path = path;
        }

        reader.Value = language;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture();
        return next(context);
    }
}
