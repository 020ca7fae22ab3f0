using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Documents;
using Vridlo.Programmes.Drafting.Opening;
using Vridlo.Programmes.Importing;

namespace Vridlo.Programmes.Drafting.Importing;

/// <summary>Reads an uploaded document and opens a draft of what was found, or says why there is none.</summary>
internal sealed partial class ReadUpload(AppDb db, ImportDraft import, Asker asker, TextCatalogue texts, IClock clock, ILogger<ReadUpload> log)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public async Task Run(ImportId id, UploadDocument.Command c, Language language, CancellationToken stop)
    {
        var upload = await db.Set<DocumentImport>().SingleAsync(i => i.Id == id, stop);
        try
        {
            await Tell(upload, await Open(upload, c, stop), language);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whatever a document did to the reader, who waits for it is told; a stopping server leaves the import silent, which says the same.
            Failed(log, failure);
            db.ChangeTracker.Clear();
            db.Attach(upload);
            await Tell(upload, Problem.Invalid("programmes.import.failed"), language);
        }
    }

    private async Task<Result<DraftId>> Open(DocumentImport upload, UploadDocument.Command c, CancellationToken stop)
    {
        var share = 0.0;
        var reading = Task.Run(() => ProgrammeDocument.Read(c.File, new MemoryStream(c.Content), new Share(now => share = now), stop), stop);
        while (await Task.WhenAny(reading, Task.Delay(Beat, stop)) != reading)
        {
            (upload.Percent, upload.Heard) = ((int)(share * 100), clock.GetCurrentInstant());
            await db.Keep(stop);
        }

        var read = await reading;
        if (!read.Ok)
        {
            return read.Problems.ToArray();
        }

        var content = ImportedProgramme.Draft(read.Value, c.File);
        content = content with { Code = c.Programme, Edition = c.Edition, EditionTitle = c.EditionTitle ?? content.EditionTitle };
        (upload.Percent, upload.Heard) = (100, clock.GetCurrentInstant());
        return await import.Run(content, asker.Act(DraftActs.Import, ""), stop, upload, read.Value.Doubts);
    }

    private async Task Tell(DocumentImport upload, Result<DraftId> opened, Language language)
    {
        if (opened.Ok)
        {
            return;
        }

        // What was to be written with the draft must not be written without it.
        db.ChangeTracker.Clear();
        db.Attach(upload);
        var reader = new Texts(texts, language);
        (upload.DraftId, upload.Refused) = (null, string.Join('\n', opened.Problems.Select(p => p.Code.StartsWith("documents.", StringComparison.Ordinal) ? DocumentTexts.Of(p, language) : reader[p])));
        await db.Keep(CancellationToken.None);
    }

    private sealed class Share(Action<double> now) : IProgress<double>
    {
        public void Report(double value) => now(value);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An uploaded document could not be read.")]
    private static partial void Failed(ILogger log, Exception failure);
}
