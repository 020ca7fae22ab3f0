using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Vridlo.Architecture.Tests;

/// <summary>The system's own types, and those planted to offend.</summary>
internal sealed class Code
{
    private static readonly string[] Parts = ["Vridlo.Base", "Vridlo.Core", "Vridlo.Ui", "Vridlo.Documents", "Vridlo.Data.Sqlite", "Vridlo.Data.Postgres", "vridlo"];

    private Code(params System.Reflection.Assembly[] assemblies)
    {
        Assemblies = assemblies;
        var loaded = new ArchLoader().LoadAssemblies(assemblies).Build();
        Types = [.. loaded.Types.Where(t => assemblies.Any(a => a.GetName().Name == Name(t)) && !IsGenerated(t))];
    }

    public static Code Own { get; } = new([.. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
        .Where(f => Path.GetFileName(f) is var name && (name is "vridlo.dll" || name.StartsWith("Vridlo.", StringComparison.Ordinal)) && !name.Contains("Architecture", StringComparison.Ordinal))
        .Select(System.Reflection.Assembly.LoadFrom)]);

    public static Code Planted { get; } = new(typeof(Planted.PublicForNoReason).Assembly);

    public IReadOnlyList<System.Reflection.Assembly> Assemblies { get; }

    public IReadOnlyList<IType> Types { get; }

    /// <summary>Modules are the assemblies that are nothing else.</summary>
    public static bool IsModule(IType type) => !Parts.Contains(Name(type));

    public static string Name(IType type) => type.Assembly?.Name.Split(',')[0] ?? "";

    public static System.Type Reflected(IType type, IReadOnlyList<System.Reflection.Assembly> assemblies) =>
        assemblies.First(a => a.GetName().Name == Name(type)).GetType(type.FullName.Replace('/', '+'))
            ?? throw new InvalidOperationException($"{type.FullName} is not found again.");

    private static bool IsGenerated(IType type) => type.FullName.Contains('<') || type.FullName.Contains("__", StringComparison.Ordinal)
        || type.Name == "_Imports" || type.Namespace?.FullName is null or "" || type.FullName.Contains("Migrations", StringComparison.Ordinal)
        || type.FullName.StartsWith("Microsoft.", StringComparison.Ordinal) || type.FullName.StartsWith("System.", StringComparison.Ordinal);
}
