using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base.Lists;
using Vridlo.Core.Api;
using Vridlo.Core.Data;
using Vridlo.Core.Undo;

namespace Vridlo.Web.Tests.Machines;

/// <summary>
/// Which methods write (they reach <see cref="AppDb"/>'s Commit or Keep, through whatever they call; undoing calls what modules have
/// declared, so it is one by itself), and which of them are called by pages and which by the open interface.
/// </summary>
internal sealed class Writers
{
    private readonly IReadOnlyList<Type> types;
    private readonly ILookup<MethodBase, MethodBase> implementations;
    private readonly HashSet<MethodBase> writing;

    public Writers()
    {
        types = [.. AppDomain.CurrentDomain.GetAssemblies().Where(a => Calls.IsOurs(a) && a.GetName().Name is not "Vridlo.Testing").SelectMany(a => a.GetTypes())];
        implementations = types.Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false })
            .SelectMany(t => t.GetInterfaces().Where(Calls.IsOurs).SelectMany(i => Pairs(t.GetInterfaceMap(i)))).ToLookup(p => p.Face, p => p.Body);
        writing = Writing();
    }

    /// <summary>What components (and the addresses that only browsers use) call.</summary>
    public HashSet<MethodBase> OfPages(IReadOnlyList<RouteEndpoint> endpoints) =>
    [
        .. types.Where(t => t.IsAssignableTo(typeof(IComponent))).SelectMany(Calls.WithMade).SelectMany(Calls.Of).SelectMany(Written).Where(m => !m.DeclaringType!.IsAssignableTo(typeof(IComponent)) && !IsMade(m)),
        .. types.SelectMany(Bulk),
        .. endpoints.Where(e => IsSent(e) && !IsMachines(e)).SelectMany(Handled),
    ];

    /// <summary>What the addresses of the open interface call that write.</summary>
    public HashSet<MethodBase> OfMachines(IReadOnlyList<RouteEndpoint> endpoints) => endpoints.Where(e => IsSent(e) && IsMachines(e)).SelectMany(Handled).ToHashSet();

    public static bool IsMachines(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal);

    public static string Name(MethodBase method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static bool IsSent(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD")) is true;

    /// <summary>What a handler calls itself, or through others of its namespace.</summary>
    private IEnumerable<MethodBase> Handled(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<MethodInfo>() is not { } handler || !Calls.IsOurs(handler.DeclaringType))
        {
            return [];
        }

        var (code, next) = (new HashSet<MethodBase> { handler }, new Queue<MethodBase>([handler]));
        while (next.TryDequeue(out var method))
        {
            foreach (var called in Calls.From(method).Where(m => m.DeclaringType?.Namespace == handler.DeclaringType!.Namespace && code.Add(m)))
            {
                next.Enqueue(called);
            }
        }

        var callsBulk = code.SelectMany(Calls.From).Any(m => m.DeclaringType == typeof(ApiBulk) && m.Name == nameof(ApiBulk.Answer));
        return code.SelectMany(Written).Where(m => !IsMade(m) && m.DeclaringType != typeof(AppDb)).Concat(callsBulk ? code.SelectMany(Calls.From).Select(m => m.DeclaringType!).Distinct().Where(Calls.IsOurs).SelectMany(Bulk) : []);
    }

    /// <summary>What a type that declares bulk actions lets them do.</summary>
    private IEnumerable<MethodBase> Bulk(Type type) =>
        Calls.Of(type).Where(m => Calls.From(m).Any(c => c.IsConstructor && c.DeclaringType == typeof(BulkAction<>))).SelectMany(Written);

    private IEnumerable<MethodBase> Written(MethodBase method) => Calls.From(method).Where(writing.Contains);

    private static bool IsMade(MethodBase method) => method.DeclaringType!.Name.Contains('<', StringComparison.Ordinal) || method.Name.Contains('<', StringComparison.Ordinal);

    private HashSet<MethodBase> Writing()
    {
        var callers = types.SelectMany(Calls.Of).SelectMany(m => Calls.From(m).SelectMany(c => implementations[c].Append(c)).Select(c => (Caller: m, Called: c))).ToLookup(c => c.Called, c => c.Caller);
        var faces = implementations.SelectMany(g => g.Select(body => (Face: g.Key, Body: body))).ToLookup(p => p.Body, p => p.Face);
        var found = typeof(AppDb).GetMethods().Where(m => m.Name is nameof(AppDb.Commit) or nameof(AppDb.Keep)).Append(typeof(UndoAct).GetMethod(nameof(UndoAct.Run))!).ToHashSet<MethodBase>();
        var next = new Queue<MethodBase>(found);
        while (next.TryDequeue(out var method))
        {
            foreach (var caller in callers[method].Concat(faces[method]).Where(found.Add))
            {
                next.Enqueue(caller);
            }
        }

        return found;
    }

    private static IEnumerable<(MethodBase Face, MethodBase Body)> Pairs(InterfaceMapping map) =>
        map.InterfaceMethods.Zip(map.TargetMethods, (face, body) => (Calls.AsDeclared(face), Calls.AsDeclared(body)));
}
