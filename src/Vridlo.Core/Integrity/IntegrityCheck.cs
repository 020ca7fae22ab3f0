namespace Vridlo.Core.Integrity;

/// <summary>Looks for one sort of fault in the database.</summary>
/// <param name="Key">stable key, which is also the key of its text; <c>{0}</c> in the text is the thing that is wrong</param>
/// <param name="Find">the things that are wrong, as people would name them; empty when all is well</param>
public sealed record IntegrityCheck(string Key, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<string>>> Find);
