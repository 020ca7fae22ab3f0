using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vridlo.Core.Record;

/// <summary>A row that the public may not see yet, such as a draft: its changes are recorded and change no public page.</summary>
internal interface IMayBeHidden
{
    bool Hidden { get; }
}

/// <summary>Turns what a unit of work has changed into rows of the record.</summary>
public static class Recorder
{
    private const string SubjectAnnotation = "Vridlo:Subject";
    private const string TopicAnnotation = "Vridlo:Topic";
    private const string PersonalAnnotation = "Vridlo:Personal";
    private const string VersionAnnotation = "Vridlo:Version";
    private const string NameAnnotation = "Vridlo:Name";

    /// <summary>What stands in the record for a personal value, where there is one: that it changed can be seen, what it was cannot.</summary>
    public const string Personally = "•";

    /// <summary>
    /// Declares that changes of this entity go into the record, as which subject, and which topic of public pages they change.
    /// </summary>
    public static EntityTypeBuilder<T> Recorded<T>(this EntityTypeBuilder<T> entity, string subject, string topic)
        where T : class => entity.Recorded(subject).Shown(topic);

    /// <summary>Declares that a value says something of a person: the record, which nobody can change, must not hold it.</summary>
    public static PropertyBuilder<T> Personal<T>(this PropertyBuilder<T> property)
    {
        property.HasAnnotation(PersonalAnnotation, true);
        return property;
    }

    /// <summary>
    /// Declares that a value is only raised when something else changes, as a version is: undoing raises it too. Of concurrency tokens
    /// it is known.
    /// </summary>
    public static PropertyBuilder<int> Raised(this PropertyBuilder<int> property)
    {
        property.HasAnnotation(VersionAnnotation, true);
        return property;
    }

    /// <summary>Declares that people know the thing by this value.</summary>
    public static PropertyBuilder<T> Names<T>(this PropertyBuilder<T> property)
    {
        property.HasAnnotation(NameAnnotation, true);
        return property;
    }

    /// <summary>
    /// Declares that changes of this entity go into the record and that no public page shows it, or only with the whole it is part of.
    /// </summary>
    public static EntityTypeBuilder<T> Recorded<T>(this EntityTypeBuilder<T> entity, string subject)
        where T : class
    {
        entity.HasAnnotation(SubjectAnnotation, subject);
        return entity;
    }

    /// <summary>
    /// Declares that public pages of this topic show this entity. Used alone for parts whose changes the record of their whole covers.
    /// </summary>
    public static EntityTypeBuilder<T> Shown<T>(this EntityTypeBuilder<T> entity, string topic)
        where T : class
    {
        entity.HasAnnotation(TopicAnnotation, topic);
        return entity;
    }

    /// <summary>What a unit of work adds, modifies or deletes.</summary>
    internal static IEnumerable<EntityEntry> Changed(ChangeTracker tracker) =>
        tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);

    internal static IReadOnlyList<string> Topics(IEnumerable<EntityEntry> changed) =>
        [.. changed
            .Where(e => e.Entity is not IMayBeHidden { Hidden: true })
            .Select(e => (string?)e.Metadata.FindAnnotation(TopicAnnotation)?.Value)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>Whether something was changed that may be changed only by an act.</summary>
    internal static bool NeedsAct(ChangeTracker tracker) =>
        Changed(tracker).Any(e => e.Metadata.FindAnnotation(SubjectAnnotation) is not null || e.Metadata.FindAnnotation(TopicAnnotation) is not null);

    internal static IReadOnlyList<RecordedChange> Changes(IEnumerable<EntityEntry> changed) =>
        [.. from entry in changed
            let subject = (string?)entry.Metadata.FindAnnotation(SubjectAnnotation)?.Value
            where subject is not null
            select new RecordedChange
            {
                Id = Guid.CreateVersion7(),
                Subject = subject,
                SubjectId = Key(entry),
                Before = entry.State is EntityState.Added ? null : Values(entry, p => p.OriginalValue),
                After = entry.State is EntityState.Deleted ? null : Values(entry, p => p.CurrentValue),
            }];

    internal static object? Stored(IReadOnlyProperty property, object? value) =>
        property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    /// <summary>The entity whose changes go into the record as this subject.</summary>
    internal static IEntityType Entity(IModel model, string subject) =>
        FindEntity(model, subject) ?? throw new InvalidOperationException($"Nothing is recorded as '{subject}'.");

    /// <summary>The same, or null when nothing is recorded as that any more.</summary>
    internal static IEntityType? FindEntity(IModel model, string subject) => model.GetEntityTypes().FirstOrDefault(e => SubjectOf(e) == subject);

    internal static string? SubjectOf(IReadOnlyEntityType type) => (string?)type.FindAnnotation(SubjectAnnotation)?.Value;

    /// <summary>The column by which people know things of this sort; none when there is none.</summary>
    internal static IEnumerable<string> NameColumns(IEntityType type) =>
        type.GetProperties().Where(p => p.FindAnnotation(NameAnnotation) is not null).Select(p => p.GetColumnName());

    /// <summary>The columns of which the record holds only that there is a value.</summary>
    internal static IEnumerable<string> PersonalColumns(IModel model, string subject) =>
        Entity(model, subject).GetProperties().Where(IsPersonal).Select(p => p.GetColumnName());

    /// <summary>Whether the record holds only that there is a value.</summary>
    internal static bool IsPersonal(IReadOnlyProperty property) => property.FindAnnotation(PersonalAnnotation) is not null;

    internal static bool IsVersion(IReadOnlyProperty property) =>
        property.ClrType == typeof(int) && (property.IsConcurrencyToken || property.FindAnnotation(VersionAnnotation) is not null);

    /// <summary>What people know the thing by, else its key.</summary>
    internal static string Name(EntityEntry entry) =>
        entry.Properties.FirstOrDefault(p => p.Metadata.FindAnnotation(NameAnnotation) is not null) is { CurrentValue: { } name } ? $"{name}" : Key(entry);

    /// <summary>What people know the thing by, if it is among these values.</summary>
    internal static string? Name(IEntityType type, IReadOnlyDictionary<string, JsonElement> values) =>
        type.GetProperties().FirstOrDefault(p => p.FindAnnotation(NameAnnotation) is not null) is { } named && values.TryGetValue(named.GetColumnName(), out var name)
            ? name.ToString() : null;

    private static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Plain(entry.Property(p))));

    private static string Values(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        var values = entry.Properties
            .Where(p => entry.State is not EntityState.Modified || p.IsModified)
            .ToDictionary(p => p.Metadata.GetColumnName(), p => IsPersonal(p.Metadata) && value(p) is not null ? Personally : Stored(p, value(p)));
        return JsonSerializer.Serialize(values, RecordJson.Options);
    }

    private static string Plain(PropertyEntry property) => $"{Stored(property, property.CurrentValue)}";

    private static object? Stored(PropertyEntry property, object? value) => Stored(property.Metadata, value);
}
