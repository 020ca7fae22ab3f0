using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Vridlo.Core.Record;

/// <summary>
/// The seal of an act: SHA-256 over the seal of the act before and everything the act says. The form is described in
/// docs/decisions/0011 so that anybody can compute it; it never changes, a new form would get another beginning.
/// </summary>
internal static class Seal
{
    public const int Length = SHA256.HashSizeInBytes;

    private static readonly byte[] Form = "vridlo-record-1"u8.ToArray();

    /// <summary>What stands for the seal before the first act.</summary>
    public static byte[] Beginning => new byte[Length];

    public static byte[] Of(RecordedAct act) => SHA256.HashData(FormOf(act));

    /// <summary>Everything the seal of an act covers, in its form.</summary>
    public static byte[] FormOf(RecordedAct act)
    {
        var form = new SealedForm(512);
        form.Add(Form);
        form.Add(act.Previous);
        form.Add(act.Sequence);
        form.Add(act.Id);
        form.Add(act.At.ToUnixTimeTicks() / 10);
        form.Add(Utf8(act.ActorKind));
        form.Add(act.ActorCommitment);
        form.Add(Utf8(act.Kind));
        form.Add(Utf8(act.Why));
        form.Add(Utf8(act.Decision));
        form.Add(Utf8(act.Topics));
        form.Add(act.Changes.Count);
        foreach (var change in act.Changes.OrderBy(c => c.Id))
        {
            form.Add(change.Id);
            form.Add(Utf8(change.Subject));
            form.Add(Utf8(change.SubjectId));
            form.Add(Utf8(change.Before));
            form.Add(Utf8(change.After));
        }

        return form.All.ToArray();
    }

    /// <summary>Writes the form of an act as the database holds it, up to its changes.</summary>
    /// <returns>where the number of its changes stands, for <see cref="SetChanges"/></returns>
    public static int Begin(SealedForm form, in ActColumns act)
    {
        form.Add(Form);
        form.Add(act.Previous.Bytes);
        form.Add(act.Sequence);
        form.Add(act.Id);
        form.Add(act.At);
        form.Add(act.ActorKind);
        form.Add(act.ActorCommitment.Bytes);
        form.Add(act.Kind);
        form.Add(act.Why);
        form.Add(act.Decision);
        form.Add(act.Topics);
        var count = form.Count;
        form.Add(0L);
        return count;
    }

    /// <summary>Writes the next change of the act whose form was begun last.</summary>
    public static void Add(SealedForm form, in ChangeColumns change)
    {
        form.Add(change.Id);
        form.Add(change.Subject);
        form.Add(change.SubjectId);
        form.Add(change.Before);
        form.Add(change.After);
    }

    /// <summary>Sets the number of changes once it is known.</summary>
    public static void SetChanges(Span<byte> place, long count) => BinaryPrimitives.WriteInt64BigEndian(place, count);

    /// <summary>What the seal covers instead of a name: it tells nothing of the name once the salt is gone.</summary>
    public static byte[] Commitment(byte[] salt, string name) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(name)]);

    private static Column Utf8(string? text) => text is null ? new([], isNull: true) : new(Encoding.UTF8.GetBytes(text));
}
