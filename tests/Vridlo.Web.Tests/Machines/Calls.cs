using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Vridlo.Web.Tests.Machines;

/// <summary>Which methods of ours a method of ours calls, read from what the compiler made of it.</summary>
internal static class Calls
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    private static readonly Dictionary<MethodBase, IReadOnlyList<MethodBase>> Known = [];

    public static bool IsOurs(Type? type) => type is not null && IsOurs(type.Assembly);

    public static bool IsOurs(Assembly assembly) => assembly.GetName().Name is { } name && (name is "vridlo" || name.StartsWith("Vridlo.", StringComparison.Ordinal)) && !name.EndsWith(".Tests", StringComparison.Ordinal);

    /// <summary>Methods and constructors a type declares itself.</summary>
    public static IEnumerable<MethodBase> Of(Type type) => [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

    /// <summary>A type with what the compiler made beside it: closures and state machines.</summary>
    public static IEnumerable<Type> WithMade(Type type) =>
        type.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).Where(t => t.IsDefined(typeof(CompilerGeneratedAttribute), false)).SelectMany(WithMade).Prepend(type);

    /// <summary>What is called, made or handed on as a delegate, each as it is declared; an async method calls its state machine.</summary>
    public static IReadOnlyList<MethodBase> From(MethodBase method)
    {
        lock (Known)
        {
            return Known.TryGetValue(method, out var known) ? known : Known[method] = [.. Read(method).Concat(Machine(method)).Distinct()];
        }
    }

    /// <summary>The method as it is declared, without type arguments.</summary>
    public static MethodBase AsDeclared(MethodBase method) => method is { IsGenericMethod: false, DeclaringType.IsGenericType: false } ? method : method.Module.ResolveMethod(method.MetadataToken)!;

    private static IEnumerable<MethodBase> Machine(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType is { } machine ? [machine.GetMethod("MoveNext", Declared)!] : [];

    private static IEnumerable<MethodBase> Read(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var (ofType, ofMethod) = (method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        for (var at = 0; at < code.Length;)
        {
            var two = code[at] == 0xFE;
            var op = Codes[two ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
            at += two ? 2 : 1;
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod) is MethodBase called)
            {
                yield return AsDeclared(called);
            }

            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
