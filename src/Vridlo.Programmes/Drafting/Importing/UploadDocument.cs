using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Programmes.Drafting.Importing;

/// <summary>Takes a document and has it read beside the request; what comes of it stands at the import.</summary>
internal sealed class UploadDocument(AppDb db, Asker asker, IClock clock, IServiceScopeFactory scopes, IHostApplicationLifetime host)
{
    /// <summary>Larger files are refused (in bytes).</summary>
    public const long Largest = 60L * 1024 * 1024;

    /// <param name="File">name of the file as the browser says it; only shown, and its ending looked at</param>
    /// <param name="Content">its bytes</param>
    /// <param name="Programme">code of the programme it is a new edition of, or of the new one</param>
    /// <param name="Edition">code of the edition</param>
    /// <param name="EditionTitle">name of the edition, or null for the document's own</param>
    internal sealed record Command(string File, byte[] Content, string Programme, string Edition, Localized? EditionTitle);

    public async Task<Result<ImportId>> Run(Command c, CancellationToken stop)
    {
        if (asker.Person is not { } person || !asker.May(EditDraft.Right))
        {
            return EditDraft.Forbidden;
        }

        if (c.Content.Length == 0)
        {
            return Problem.Invalid("programmes.import.file-missing", "file");
        }

        var now = clock.GetCurrentInstant();
        var import = new DocumentImport { Id = TypedId.New<ImportId>(), Person = person.Id, File = Named(c.File), At = now, Heard = now };
        db.Add(import);
        await db.Keep(stop);
        _ = Task.Run(
            async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Asker>().Become(asker);
                await scope.ServiceProvider.GetRequiredService<ReadUpload>().Run(import.Id, c with { File = import.File }, person.Language, host.ApplicationStopping);
            },
            CancellationToken.None);
        return import.Id;
    }

    /// <summary>The last part of the name, without what does not belong into one.</summary>
    private static string Named(string file)
    {
        var name = string.Concat(file.Split('/', '\\')[^1].Where(ch => !char.IsControl(ch)));
        return name.Length is > 0 and <= 200 ? name : name.Length == 0 ? "document" : name[^200..];
    }
}
