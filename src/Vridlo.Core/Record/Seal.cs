using System.Buffers;
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

    public static byte[] Of(RecordedAct act) => SHA256.HashData(FormOf(act).Span);

    /// <summary>Everything the seal of an act covers, in its form.</summary>
    public static ReadOnlyMemory<byte> FormOf(RecordedAct act)
    {
        var form = new ArrayBufferWriter<byte>(512);
        Write(form, Form);
        Write(form, act.Previous);
        Write(form, act.Sequence);
        Write(form, act.Id);
        Write(form, act.At.ToUnixTimeTicks() / 10);
        Write(form, act.ActorKind);
        Write(form, act.ActorCommitment);
        Write(form, act.Kind);
        Write(form, act.Why);
        Write(form, act.Decision);
        Write(form, act.Topics);
        Write(form, (long)act.Changes.Count);
        foreach (var change in act.Changes.OrderBy(c => c.Id))
        {
            Write(form, change.Id);
            Write(form, change.Subject);
            Write(form, change.SubjectId);
            Write(form, change.Before);
            Write(form, change.After);
        }

        return form.WrittenMemory;
    }

    /// <summary>Writes the form of an act as the database holds it, up to its changes.</summary>
    /// <returns>where the number of its changes stands, for <see cref="SetChanges"/></returns>
    public static int Begin(ArrayBufferWriter<byte> form, in ActColumns act)
    {
        Write(form, Form);
        Write(form, act.Previous.Bytes);
        Write(form, act.Sequence);
        Write(form, act.Id);
        Write(form, act.At);
        Write(form, act.ActorKind);
        Write(form, act.ActorCommitment.Bytes);
        Write(form, act.Kind);
        Write(form, act.Why);
        Write(form, act.Decision);
        Write(form, act.Topics);
        var count = form.WrittenCount;
        Write(form, 0L);
        return count;
    }

    /// <summary>Writes the next change of the act whose form was begun last.</summary>
    public static void Add(ArrayBufferWriter<byte> form, in ChangeColumns change)
    {
        Write(form, change.Id);
        Write(form, change.Subject);
        Write(form, change.SubjectId);
        Write(form, change.Before);
        Write(form, change.After);
    }

    /// <summary>Sets the number of changes once it is known.</summary>
    public static void SetChanges(Span<byte> place, long count) => BinaryPrimitives.WriteInt64BigEndian(place, count);

    /// <summary>What the seal covers instead of a name: it tells nothing of the name once the salt is gone.</summary>
    public static byte[] Commitment(byte[] salt, string name) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(name)]);

    private static void Write(ArrayBufferWriter<byte> form, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(form.GetSpan(sizeof(long)), number);
        form.Advance(sizeof(long));
    }

    private static void Write(ArrayBufferWriter<byte> form, Guid id)
    {
        id.TryWriteBytes(form.GetSpan(16), bigEndian: true, out var written);
        form.Advance(written);
    }

    private static void Write(ArrayBufferWriter<byte> form, ReadOnlySpan<byte> bytes)
    {
        Write(form, (long)bytes.Length);
        form.Write(bytes);
    }

    private static void Write(ArrayBufferWriter<byte> form, Column value)
    {
        if (value.IsNull)
        {
            Write(form, -1L);
            return;
        }

        Write(form, value.Bytes);
    }

    /// <summary>Its length in bytes before it, −1 for none: nothing can move from one value into the next.</summary>
    private static void Write(ArrayBufferWriter<byte> form, string? text)
    {
        if (text is null)
        {
            Write(form, -1L);
            return;
        }

        Write(form, (long)Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, form);
    }
}
