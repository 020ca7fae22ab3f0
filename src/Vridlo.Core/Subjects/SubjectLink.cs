namespace Vridlo.Core.Subjects;

/// <summary>A way from a thing to what another module has of it, such as what was said of it or how it developed.</summary>
/// <param name="TextKey">key of what it is called; with a count, that of the text for it</param>
/// <param name="Path">the Czech address</param>
/// <param name="Count">how many wait there, or null when they are not counted</param>
public sealed record SubjectLink(string TextKey, string Path, int? Count = null);

/// <summary>Finds what a module has of a thing for whoever asks, or null when it has nothing for them.</summary>
public delegate Task<SubjectLink?> FindSubjectLink(IServiceProvider unit, Subject subject, CancellationToken stop);

/// <summary>Whether something that a module holds refers to a thing, which is named as the record names it: <c>money.fund</c>, <c>instrument</c>.</summary>
public delegate Task<bool> RefersTo(IServiceProvider unit, SubjectKey thing, CancellationToken stop);
