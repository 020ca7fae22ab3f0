using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Vridlo.Programmes.Packages;

/// <summary>The one form of YAML in which packages are written, so that equal programmes make equal bytes.</summary>
internal static class PackageYaml
{
    private static readonly IDeserializer Reader = new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    private static readonly ISerializer Writer = new SerializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections)
        .WithIndentedSequences()
        .WithQuotingNecessaryStrings()
        .WithNewLine("\n")
        .DisableAliases()
        .Build();

    /// <exception cref="YamlException">when the text is no YAML of this shape; says line and column</exception>
    public static T Read<T>(string text)
        where T : new() => Reader.Deserialize<T>(text) ?? new T();

    public static string Write(object file) => Writer.Serialize(file);
}
