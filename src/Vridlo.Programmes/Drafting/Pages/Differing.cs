using Vridlo.Base;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>Something in which what is about to be sent differs from what stands there now.</summary>
/// <param name="Field">the end of the key of its name, below <c>programmes.field</c></param>
/// <param name="Language">the language of a text; null of what is no text</param>
/// <param name="Mine">what is about to be sent</param>
/// <param name="Theirs">what stands there now</param>
public sealed record Differing(string Field, Language? Language, string Mine, string Theirs);
