using System.Reflection;
using System.Text.Encodings.Web;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>The language of the request under way; the host sets it from the address before the page is rendered.</summary>
public sealed class ReaderLanguage
{
    /// <summary>The reader's language; Czech until set.</summary>
    public Language Value { get; set; } = Language.Cs;
}

/// <summary>Registration of what components need.</summary>
public static class UiServices
{
    /// <summary>
    /// Registers <see cref="TextCatalogue"/> (once), <see cref="ReaderLanguage"/> and <see cref="Texts"/> (per request), and an
    /// HTML encoder that leaves letters of every script as they are, which makes Czech pages a third shorter.
    /// </summary>
    /// <param name="services">the services of the host</param>
    /// <param name="modules">assemblies with texts beside this one</param>
    /// <param name="strict">whether a missing text throws; true in tests</param>
    public static IServiceCollection AddUi(this IServiceCollection services, IEnumerable<Assembly> modules, bool strict = false)
    {
        var assemblies = modules.Append(typeof(UiServices).Assembly).ToArray();
        return services
            .AddSingleton(_ => new TextCatalogue(assemblies, strict))
            .AddHttpContextAccessor()
            .AddScoped<ReaderLanguage>()
            .AddScoped<Links>()
            .AddScoped<Sight>()
            .AddScoped(of => of.GetRequiredService<TextCatalogue>().In(of.GetRequiredService<ReaderLanguage>().Value))
            .AddSingleton<HtmlEncoder>(new PageEncoder());
    }
}
