using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Web;
using Vridlo.Web.Serving;

namespace Vridlo.Bench;

/// <summary>
/// Fills the record of an installation with acts as the saving of a node's texts leaves them, each sealed after the one before. They go
/// into the tables past the unit of work, a million of which would take an hour.
/// </summary>
internal static class FilledRecord
{
    public const int Acts = 1_000_000;

    private const string Text = "Podpora obnovy lázeňských míst, údržby veřejných prostranství a dostupnosti služeb pro obyvatele i návštěvníky kraje. ";

    private static readonly string[] ActColumns = ["sequence", "id", "at", "actor_kind", "actor_name", "actor_salt", "actor_commitment", "kind", "why", "topics", "previous", "seal"];
    private static readonly string[] ChangeColumns = ["id", "act_sequence", "subject", "subject_id", "before", "after"];

    /// <summary>Bytes that verifying hashes of the acts added: what is sealed, and names with their salts.</summary>
    /// <param name="Bytes">of all acts</param>
    /// <param name="Some">what is sealed of some acts, each in one piece</param>
    public sealed record Filled(long Bytes, IReadOnlyList<ReadOnlyMemory<byte>> Some);

    public static async Task<Filled> Fill(Installation installation)
    {
        await using var app = Server.Build(installation, null);
        await Server.Prepare(app, default);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var all = await db.Database.BeginTransactionAsync();
        var end = await db.Set<RecordHead>().AsNoTracking().SingleAsync();
        var (sequence, seal, bytes, some) = (end.Sequence, end.Seal, 0L, new List<ReadOnlyMemory<byte>>());
        await using (var acts = new BulkRows(db, "record_act", ActColumns))
        await using (var changes = new BulkRows(db, "record_change", ChangeColumns))
        {
            for (var added = 0; added < Acts; added++)
            {
                var act = Made(++sequence, seal);
                var form = Seal.FormOf(act);
                act.Seal = seal = SHA256.HashData(form);
                bytes += form.Length + act.ActorSalt!.Length + Encoding.UTF8.GetByteCount(act.ActorName);
                if (some.Count < Acts / 10)
                {
                    some.Add(form);
                }

                var change = act.Changes[0];
                await acts.Add(act.Sequence, act.Id, act.At.ToDateTimeUtc(), act.ActorKind, act.ActorName, act.ActorSalt, act.ActorCommitment, act.Kind, act.Why, act.Topics, act.Previous, act.Seal);
                await changes.Add(change.Id, act.Sequence, change.Subject, change.SubjectId, change.Before, change.After);
            }
        }

        await db.Database.ExecuteSqlAsync($"UPDATE record_head SET sequence = {sequence}, seal = {seal} WHERE id = {RecordHead.Only}");
        await all.CommitAsync();
        return new(bytes, some);
    }

    private static RecordedAct Made(long sequence, byte[] previous)
    {
        var salt = RandomNumberGenerator.GetBytes(Seal.Length);
        var name = TypedName(sequence);
        var act = new RecordedAct
        {
            Sequence = sequence, Id = Guid.CreateVersion7(), At = Instant.FromUtc(2026, 1, 1, 0, 0).Plus(Duration.FromSeconds(sequence)), ActorKind = "person", ActorName = name,
            ActorSalt = salt, ActorCommitment = Seal.Commitment(salt, name), Kind = "programmes.draft.texts", Why = "", Topics = "", Previous = previous,
        };
        act.Changes.Add(new() { Id = Guid.CreateVersion7(), ActSequence = sequence, Subject = "programme.draft-node", SubjectId = Guid.CreateVersion7().ToString(), Before = Said(sequence), After = Said(sequence + 1) });
        return act;
    }

    /// <summary>About a thousand bytes.</summary>
    private static string Said(long number) => string.Create(CultureInfo.InvariantCulture, $"{{\"text\":{{\"cs\":\"{Text}{Text}{Text}{Text}{Text}{Text}{Text}{number}\"}}}}");

    private static string TypedName(long sequence) => string.Create(CultureInfo.InvariantCulture, $"019ab0c1-0203-7405-8607-{sequence % 50:D12}");
}
