using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Domain.Extensions;
using Microsoft.AspNetCore.Components;
using Vridlo.Core;
using Vridlo.Ui;

namespace Vridlo.Architecture.Tests;

/// <summary>The rules. Each gives the offences it finds in some code.</summary>
internal static class Rules
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Vridlo.Base"] = [],
        ["Vridlo.Core"] = ["Vridlo.Base"],
        ["Vridlo.Ui"] = ["Vridlo.Base"],
        ["Vridlo.Documents"] = ["Vridlo.Base"],
        ["Vridlo.Data.Sqlite"] = ["Vridlo.Base", "Vridlo.Core"],
        ["Vridlo.Data.Postgres"] = ["Vridlo.Base", "Vridlo.Core"],
        ["Vridlo.Programmes"] = ["Vridlo.Base", "Vridlo.Core", "Vridlo.Ui", "Vridlo.Documents"],
        ["Vridlo.Statements"] = ["Vridlo.Base", "Vridlo.Core", "Vridlo.Ui", "Vridlo.Documents"],
    };

    private static readonly string[] AModuleMayKnow = ["Vridlo.Base", "Vridlo.Core", "Vridlo.Ui"];

    /// <summary>What the folders of Core may know of each other; what stands in none of them may know all.</summary>
    private static readonly Dictionary<string, string[]> Folders = new(StringComparer.Ordinal)
    {
        ["Access"] = ["Programme", "Data", "Record"],
        ["Backup"] = ["Data", "Record", "Cli"],
        ["Api"] = ["Access", "Lists"],
        ["Subjects"] = ["Access"],
        ["Duties"] = ["Access"],
        ["Notices"] = ["Access", "Record"],
        ["Cli"] = [],
        ["Publishing"] = ["Data"],
        ["Record"] = ["Data", "Cli"],
        ["Undo"] = ["Record", "Data", "Access"],
        ["History"] = ["Record", "Data", "Access", "Mail", "Jobs"],
        ["Data"] = ["Access", "Record", "Publishing", "Programme", "Instruments", "Places", "Search", "Mail", "Jobs"],
        ["Instruments"] = ["Record", "Publishing", "Programme", "Data", "Organisations"],
        ["Programme"] = ["Record", "Publishing", "Instruments", "Data", "Search"],
        ["Places"] = ["Record", "Publishing", "Data", "Search"],
        ["Jobs"] = ["Access", "Data", "Record"],
        ["Mail"] = ["Access", "Data"],
        ["Lists"] = ["Data", "Access", "Publishing"],
        ["Search"] = ["Data", "Record", "Publishing", "Programme", "Places"],
    };

    private static readonly string[] Banned =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "DbContext::SaveChanges", "Task::Wait(",
    ];

    private static readonly string[] CeremonialNames = ["Manager", "Helper", "Repository", "Mediator", "Service", "Util", "Utils", "Dto", "Impl"];

    public static IReadOnlyDictionary<string, Func<Code, IEnumerable<string>>> All { get; } = new Dictionary<string, Func<Code, IEnumerable<string>>>
    {
        ["An assembly knows only what stands below it"] = code =>
            from type in code.Types
            let own = Code.Name(type)
            where own != "vridlo"
            let known = MayKnow.GetValueOrDefault(own, AModuleMayKnow)
            from target in type.Dependencies.Select(d => d.Target).DistinctBy(t => t.FullName)
            let other = Code.Name(target)
            where other.StartsWith("Vridlo.", StringComparison.OrdinalIgnoreCase) && other != own && !known.Contains(other)
            select $"{type.FullName} knows {target.FullName}",
        ["Base has no database and no web"] = code =>
            from type in code.Types
            where type.Namespace.FullName.StartsWith("Vridlo.Base", StringComparison.Ordinal)
            from target in type.Dependencies.Select(d => d.Target.FullName).Distinct()
            where target.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || target.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            select $"{type.FullName} knows {target}",
        ["A module shows only its module class, its components and the records they take"] = code =>
            from type in code.Types.Where(Code.IsModule)
            let reflected = Code.Reflected(type, code.Assemblies)
            where reflected.IsPublic && !reflected.IsAssignableTo(typeof(IModule)) && !reflected.IsAssignableTo(typeof(IComponent)) && reflected.GetMethod("<Clone>$") is null
            select $"{type.FullName} is public",
        ["Nothing calls what is banned"] = code =>
            from type in code.Types
            from call in type.Dependencies.OfType<MethodCallDependency>()
            let member = call.TargetMember.FullName
            where Banned.Any(b => member.Contains(b, StringComparison.Ordinal))
            where type.FullName != "Vridlo.Core.Data.AppDb"
            select $"{type.FullName} calls {member}",
        ["The folders of Core know each other as agreed"] = code =>
            from type in code.Types
            let own = Folder(type.FullName)
            where own is not null
            from target in type.Dependencies.Select(d => d.Target.FullName).Distinct()
            let other = Folder(target)
            where other is not null && other != own && !Folders.GetValueOrDefault(own, []).Contains(other)
            select $"{type.FullName} knows {target}",
        ["Names say what a thing does"] = code =>
            from type in code.Types
            where CeremonialNames.Any(n => type.Name.EndsWith(n, StringComparison.Ordinal))
            select $"{type.FullName} has a name that says nothing",
        ["An interface has more than one implementation, or is the public face of Core, or another module implements it"] = code =>
            from type in code.Types.OfType<Interface>()
            where Code.Name(type) is not ("Vridlo.Core" or "Vridlo.Base")
            where code.Types.Where(t => t is Class && t.ImplementsInterface(type)).ToList() is [var only] && Code.Name(only) == Code.Name(type)
            select $"{type.FullName} has one implementation",
        ["A class is sealed unless something inherits it"] = code =>
            from type in code.Types.OfType<Class>()
            let reflected = Code.Reflected(type, code.Assemblies)
            where reflected is { IsClass: true, IsSealed: false, IsAbstract: false } && !reflected.IsAssignableTo(typeof(IComponent)) && !reflected.IsAssignableTo(typeof(Delegate))
            where !code.Types.OfType<Class>().Any(t => t.BaseClass?.FullName == type.FullName)
            select $"{type.FullName} is open",
        ["What an address says is read as text: the framework fails on what it cannot parse"] = code =>
            from type in code.Types.OfType<Class>()
            from property in Code.Reflected(type, code.Assemblies).GetProperties()
            where property.GetCustomAttributes(typeof(SupplyParameterFromQueryAttribute), false).Length > 0 && property.PropertyType != typeof(string)
            select $"{type.FullName}.{property.Name} is {property.PropertyType.Name}",
        ["A component is first shown when it has loaded"] = code =>
            from type in code.Types.OfType<Class>()
            let reflected = Code.Reflected(type, code.Assemblies)
            where reflected.IsAssignableTo(typeof(ComponentBase)) && !reflected.IsAssignableTo(typeof(LoadedComponent)) && !reflected.IsAssignableTo(typeof(LayoutComponentBase))
            select $"{type.FullName} is shown half loaded",
    };

    private static string? Folder(string name)
    {
        var parts = name.Split('.', '/', '+');
        return parts is ["Vridlo", "Core", var folder, _, ..] && Folders.ContainsKey(folder) ? folder : null;
    }
}
