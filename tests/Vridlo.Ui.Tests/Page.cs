using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;

namespace Vridlo.Ui.Tests;

/// <summary>A place to render components for a reader of one language; a missing text fails the test.</summary>
internal sealed class Page : BunitContext
{
    public Page(Language language)
    {
        Services.AddUi([], strict: true);
        Services.AddScoped(_ => new ReaderLanguage { Value = language });
    }

    public Texts Texts => Services.GetRequiredService<Texts>();
}
