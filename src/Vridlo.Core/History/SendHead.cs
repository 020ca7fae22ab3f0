using Microsoft.Extensions.Configuration;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Core.Record;

namespace Vridlo.Core.History;

/// <summary>
/// Sends the head of the record outside once a day, so that it is kept where nobody reaches it who may write to the database: as a line
/// of the file that <c>Record:HeadFile</c> names (within the data folder, or anywhere), and as letters to the addresses of
/// <c>Record:HeadMail</c>, with commas between them. Without these settings nothing is sent.
/// </summary>
internal sealed class SendHead(AppDb db, IMail mail, IConfiguration settings, DataFolder data, TextCatalogue catalogue)
{
    public static Jobs.Schedule Early { get; } = Jobs.Schedule.Daily(new LocalTime(6, 0));

    public async Task Run(CancellationToken stop)
    {
        var (file, addresses) = (settings["Record:HeadFile"], settings["Record:HeadMail"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
        if (string.IsNullOrWhiteSpace(file) && addresses.Length == 0)
        {
            return;
        }

        var line = (await new VerifyRecord(db).Head(stop)).Line;
        if (!string.IsNullOrWhiteSpace(file))
        {
            await Append(Path.Combine(data.Path, file), line, stop);
        }

        var texts = new Texts(catalogue, Language.Cs);
        foreach (var address in addresses)
        {
            var sent = mail.Send(new()
            {
                Kind = "record.head",
                Address = address,
                Language = texts.Language,
                Subject = texts["core.record.head.subject"],
                Text = texts["core.record.head.text", line],
            });
            if (!sent.Ok)
            {
                throw new InvalidOperationException($"The setting Record:HeadMail holds what is no address of mail: {address}");
            }
        }

        // Nobody's act: an act would move the head that is being sent.
        await db.Keep(stop);
    }

    /// <summary>The job may run twice for one head; the file says it once.</summary>
    private static async Task Append(string path, string line, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path) || (await File.ReadAllLinesAsync(path, stop)).LastOrDefault() != line)
        {
            await File.AppendAllTextAsync(path, line + "\n", stop);
        }
    }
}
