using System.Text.Json;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Projects.Sheets;

/// <summary>Identifies a spreadsheet on its way into projects.</summary>
internal readonly record struct SheetImportId(Guid Value) : ITypedId<SheetImportId>
{
    public static SheetImportId From(Guid value) => new(value);
}

/// <summary>A spreadsheet that somebody has sent, with what was chosen and mended since; projects only come of it when it is accepted.</summary>
internal sealed class SheetImport
{
    /// <summary>How long one that is not accepted is kept.</summary>
    public static readonly Duration Kept = Duration.FromDays(30);

    public required SheetImportId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Name of the file, as the browser says it; only shown.</summary>
    public required string File { get; init; }

    public required Instant At { get; init; }

    /// <summary>The file; null when it is no longer needed.</summary>
    public byte[]? Content { get; set; }

    /// <summary><see cref="SheetChoices"/> as JSON.</summary>
    public required string Choices { get; set; }

    /// <summary>What came of it: how many projects were entered and changed; null while it waits.</summary>
    public int? Added { get; set; }

    public int? Changed { get; set; }

    public required int Version { get; set; }

    /// <summary>The last day on which one that was sent at a time waits to be accepted.</summary>
    public static LocalDate Until(Instant at) => (at + Kept).InZone(DateText.Zone).Date;
}

/// <summary>What a person has chosen for a spreadsheet.</summary>
/// <param name="Sheet">name of the sheet; empty for the one in which the most is recognised</param>
/// <param name="Columns">what columns are about, by their index, where it is not what was recognised</param>
/// <param name="Fund">code of the fund from which the costs are planned; empty when they are not taken</param>
/// <param name="Mended">texts of cells by row and column (<c>12:3</c>), instead of those in the file</param>
internal sealed record SheetChoices(string Sheet, IReadOnlyDictionary<int, SheetField> Columns, string Fund, IReadOnlyDictionary<string, string> Mended)
{
    /// <summary>The cells that say nothing, because what a colleague wrote meanwhile was left.</summary>
    public IReadOnlyCollection<string> Left { get; init; } = [];

    public static SheetChoices None { get; } = new("", new Dictionary<int, SheetField>(), "", new Dictionary<string, string>());

    public static SheetChoices Read(string json) => JsonSerializer.Deserialize<SheetChoices>(json)!;

    public static string Cell(int row, int column) => $"{row}:{column}";

    public string Write() => JsonSerializer.Serialize(this);
}
