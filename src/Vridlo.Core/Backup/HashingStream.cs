using System.Buffers;
using System.Security.Cryptography;

namespace Vridlo.Core.Backup;

/// <summary>
/// Writes what is written to it into a file, counts and hashes it, and reads it back: while one piece is hashed, written and compared with what
/// the file then gives, the next is taken. The file stays open.
/// </summary>
/// <param name="file">the file, without a buffer of its own, to be written and read</param>
/// <param name="disk">brings the file to the disk</param>
internal sealed class HashingStream(FileStream file, SteadyFlush disk) : Stream
{
    private const int Piece = 1024 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] back = ArrayPool<byte>.Shared.Rent(Piece);
    private byte[] taking = ArrayPool<byte>.Shared.Rent(Piece);
    private byte[] passing = ArrayPool<byte>.Shared.Rent(Piece);
    private int taken;
    private long length;
    private Task passed = Task.CompletedTask;

    /// <summary>Whether the file has given something else than was written to it.</summary>
    public bool Differs { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    /// <summary>Writes the last of it.</summary>
    /// <returns>the hash of all that was written, hexadecimal</returns>
    public async Task<string> End(CancellationToken stop)
    {
        await Pass(stop);
        await passed;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        length += buffer.Length;
        while (!buffer.IsEmpty)
        {
            var some = Math.Min(buffer.Length, Piece - taken);
            buffer[..some].CopyTo(taking.AsMemory(taken));
            (buffer, taken) = (buffer[some..], taken + some);
            if (taken == Piece)
            {
                await Pass(cancellationToken);
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // The archive is flushed once, at its end.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        // Whoever was broken off in the middle does not leave a piece behind that is still on its way.
        await passed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        hash.Dispose();
        foreach (var buffer in (byte[][])[back, taking, passing])
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        await base.DisposeAsync();
    }

    private async Task Pass(CancellationToken stop)
    {
        await passed;
        (taking, passing) = (passing, taking);
        var piece = passing.AsMemory(0, taken);
        taken = 0;
        passed = Task.WhenAll(Task.Run(() => hash.AppendData(piece.Span), CancellationToken.None), Keep(piece, stop));
    }

    private async Task Keep(ReadOnlyMemory<byte> piece, CancellationToken stop)
    {
        var at = file.Position;
        await file.WriteAsync(piece, stop);
        await disk.Wrote(piece.Length);
        for (var (read, some) = (0, 0); read < piece.Length && !Differs; read += some)
        {
            some = await RandomAccess.ReadAsync(file.SafeFileHandle, back.AsMemory(0, piece.Length - read), at + read, stop);
            Differs = some == 0 || !back.AsSpan(0, some).SequenceEqual(piece.Span.Slice(read, some));
        }
    }
}
