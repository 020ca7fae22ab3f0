namespace Vridlo.Base;

/// <summary>A value of a text that is a text itself; where the key has none, its last part stands as it is.</summary>
/// <param name="Key">key of the text</param>
public sealed record TextKey(string Key);
