using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Files;

/// <summary>Takes a file and keeps it until somebody has seen what it would change. One that cannot be read is kept too, so that it is known that it failed.</summary>
internal sealed class TakeUpload(AppDb db, IClock clock)
{
    private const int FirstYear = 2000, LastYear = 2100;

    /// <param name="Name">name of the file as the browser says it; only shown</param>
    /// <param name="Bytes">the file; null when none was sent, or one that is too large</param>
    /// <param name="Year">the accounting year, as typed</param>
    /// <param name="Mode">a member of <see cref="ImportMode"/></param>
    /// <param name="Stage">a member of <see cref="BudgetStage"/></param>
    /// <param name="AsOf">the day whose state it is of</param>
    internal sealed record Command(string Name, byte[]? Bytes, string Year, string Mode, string Stage, LocalDate? AsOf);

    public async Task<Result<UploadId>> Run(string code, Command c, CancellationToken stop)
    {
        if (await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, stop) is not { } source)
        {
            return Problem.NotFound("accounting.source.unknown");
        }

        var now = clock.GetCurrentInstant();
        var today = now.InZone(DateText.Zone).Date;
        List<Problem> problems =
        [
            .. c.Bytes is null ? [Problem.Invalid("accounting.file.large", "file", ReadFile.Largest / 1024 / 1024)] : c.Bytes.Length == 0 ? [Problem.Invalid("accounting.file.missing", "file")] : Array.Empty<Problem>(),
            .. Enum.TryParse<ImportMode>(c.Mode, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? Array.Empty<Problem>() : [Problem.Invalid("accounting.source.choose", "mode")],
            .. Enum.TryParse<BudgetStage>(c.Stage, ignoreCase: true, out var stage) && Enum.IsDefined(stage) ? Array.Empty<Problem>() : [Problem.Invalid("accounting.source.choose", "stage")],
        ];
        var known = int.TryParse(c.Year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear;
        problems.AddRange(known ? [] : [Problem.Invalid("accounting.file.year", "year", $"{FirstYear}", $"{LastYear}")]);
        problems.AddRange(c.AsOf is not { } day || day > today || (known && day < new LocalDate(year, 1, 1)) ? [Problem.Invalid("accounting.file.as-of", "asOf")] : []);
        if (problems.Count > 0 || c.Bytes is null || c.AsOf is null)
        {
            return problems.ToArray();
        }

        var upload = new Upload
        {
            Id = TypedId.New<UploadId>(),
            SourceId = source.Id,
            File = Named(c.Name),
            Bytes = c.Bytes,
            Digest = Convert.ToHexStringLower(SHA256.HashData(c.Bytes)),
            Year = year,
            Mode = mode,
            Stage = stage,
            AsOf = c.AsOf.Value,
            At = now,
            Problems = ReadFile.Run(c.Bytes, source.FormOfFile(stage), year).Problems.Count,
        };
        db.Add(upload);
        await db.Keep(stop);
        return upload.Id;
    }

    /// <summary>Forgets a file that was sent.</summary>
    public async Task<Result<bool>> Drop(UploadId id, CancellationToken stop)
    {
        if (await db.FindAsync<Upload>([id], stop) is not { } upload)
        {
            return Problem.NotFound("accounting.upload.unknown");
        }

        db.Remove(upload);
        return await db.Keep(stop) ? true : Problem.NotFound("accounting.upload.unknown");
    }

    /// <summary>The last part of the name, without what does not belong into one.</summary>
    private static string Named(string file)
    {
        var name = string.Concat(file.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return name.Length switch { 0 => "soubor.csv", <= 200 => name, _ => name[^200..] };
    }
}
