using NodaTime;

namespace Vridlo.Ui;

/// <summary>What whoever asks has typed into forms that have not been accepted yet.</summary>
public interface ITypedForms
{
    /// <summary>Who writes; null when nobody does, and then nothing is saved.</summary>
    Guid? Writer { get; }

    /// <summary>The writer's unfinished texts of the form with this key, newest first.</summary>
    Task<IReadOnlyList<TypedOffer>> Of(string key, CancellationToken stop);

    /// <summary>One of the writer's unfinished texts, or null.</summary>
    Task<TypedText?> Find(Guid id, CancellationToken stop);
}

/// <summary>An unfinished text.</summary>
/// <param name="Id">identity</param>
/// <param name="At">when the last of it was typed</param>
/// <param name="Basis">version of what was being edited, or null</param>
public sealed record TypedOffer(Guid Id, Instant At, string? Basis);

/// <summary>An unfinished text with what it says.</summary>
/// <param name="Offer">what it is</param>
/// <param name="Number">counts its changes</param>
/// <param name="Key">which form of which thing; empty when the form does not keep by itself</param>
/// <param name="Form">name of the form on its page</param>
/// <param name="Fields">names and values in their order</param>
public sealed record TypedText(TypedOffer Offer, int Number, string Key, string Form, IReadOnlyList<(string Name, string Value)> Fields);
