using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>Addresses as the reader of the request under way sees them.</summary>
public sealed class Links(Addresses addresses, ReaderLanguage reader)
{
    /// <summary>The address of a Czech path in the reader's language.</summary>
    public string this[string path] => addresses.In(path, reader.Value);

    /// <summary>The address of a Czech path in a language.</summary>
    public string In(string path, Language language) => addresses.In(path, language);
}
