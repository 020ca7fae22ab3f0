using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Access;

namespace Vridlo.People.Typing;

/// <summary>
/// What somebody has typed into a form (rozepsaný text) and the form's page has not accepted yet: saved by the page while it was typed,
/// or sent when the session was gone. One row for each open page, so two windows never write over each other.
/// </summary>
internal sealed class TypedForm
{
    public required Guid Id { get; init; }

    /// <summary>Whose it is; null for a form that came without a session, until somebody who holds the code has signed in.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>SHA-256 of the secret code of a form that could not be taken; null for what a page has saved by itself.</summary>
    public byte[]? Code { get; init; }

    /// <summary>Which form of which thing; empty for a form that is not saved while it is typed.</summary>
    public required string Key { get; init; }

    /// <summary>The form's name on its page.</summary>
    public required string Form { get; init; }

    /// <summary>The Czech address of its page, with the query.</summary>
    public required string Path { get; set; }

    /// <summary>The page's title, or null.</summary>
    public string? Title { get; set; }

    /// <summary>Names and values as JSON; empty when the form has been accepted.</summary>
    public required string Fields { get; set; }

    /// <summary>Length of the fields in bytes of UTF-8.</summary>
    public required int Size { get; set; }

    /// <summary>The version of what was being edited, or null.</summary>
    public string? Basis { get; set; }

    /// <summary>The open page that has written last.</summary>
    public Guid Tab { get; set; }

    /// <summary>How often that page has written: what arrives late does not undo what came before it.</summary>
    public int Turn { get; set; }

    /// <summary>What the same page had saved before it was sent without a session, or null.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Counts the changes.</summary>
    public int Number { get; set; }

    public required Instant At { get; set; }

    public required Instant Until { get; set; }

    /// <summary>When the form was accepted, or null. Kept for a day, in case a last saving is still on its way.</summary>
    public Instant? TakenAt { get; set; }
}

internal static class TypedFormMap
{
    public static void Map(ModelBuilder model) => model.Entity<TypedForm>(typed =>
    {
        typed.ToTable("people_typed_form").HasKey(t => t.Id);
        typed.Property(t => t.Id).ValueGeneratedNever();
        typed.Property(t => t.Number).IsConcurrencyToken();
        typed.HasIndex(t => t.Code).IsUnique();
        typed.HasIndex(t => new { t.PersonId, t.Key });
        typed.HasIndex(t => t.Until);
    });
}
