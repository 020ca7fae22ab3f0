using System.Security.Cryptography;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Letters;

/// <summary>Takes a template that the office has changed in Word. Letters that were issued stay as they are.</summary>
internal sealed class ChangeTemplate(AppDb db, TakeNumber numbers, OwnProgramme programme, Asker asker, IClock clock)
{
    public const string Act = "statements.template-changed";

    private const int LongestName = 120;

    /// <summary>Whether whoever asks may change it: a template speaks for the office as a whole.</summary>
    public async Task<bool> May(CancellationToken stop) =>
        await programme.Edition(stop) is { } edition ? asker.May(StatementRights.Decide, new At(edition.ProgrammeId, [])) : asker.MayEverywhere(StatementRights.Decide);

    /// <param name="file">name of the file as the browser says it; only shown</param>
    /// <param name="content">its bytes</param>
    /// <param name="stop">ends the work</param>
    /// <returns>the number of the template</returns>
    public async Task<Result<int>> Run(string file, byte[] content, CancellationToken stop)
    {
        if (!await May(stop))
        {
            return Problem.Forbidden("statements.may-not-change-template");
        }

        if (CheckTemplate.Run(content) is { Count: > 0 } wrong)
        {
            return wrong.ToArray();
        }

        await using var begun = await db.Begin(stop);
        var stored = new StoredFile { Id = Guid.CreateVersion7(), Content = content };
        var template = new Template
        {
            Number = await numbers.Next(TakeNumber.OfTemplates, 0, stop),
            FileName = Named(file),
            Size = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            FileId = stored.Id,
            UploadedAt = clock.GetCurrentInstant(),
        };
        db.AddRange(stored, template);
        return await db.Commit(asker.Act(Act, template.FileName), stop) ? template.Number : Problem.Conflict("statements.changed-meanwhile");
    }

    /// <summary>The last part of the name, without what does not belong into one.</summary>
    private static string Named(string file)
    {
        var name = string.Concat(file.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return name.Length == 0 ? "sablona.docx" : name.Length <= LongestName ? name : name[^LongestName..];
    }
}
