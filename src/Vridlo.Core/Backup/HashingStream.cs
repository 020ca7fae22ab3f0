using System.Security.Cryptography;

namespace Vridlo.Core.Backup;

/// <summary>
/// Passes on what is written to it, and counts and hashes it: while one piece is hashed and passed on, the next is taken. What it passes
/// on to stays open.
/// </summary>
internal sealed class HashingStream(Stream to) : Stream
{
    private const int Piece = 1024 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] taking = new byte[Piece];
    private byte[] passing = new byte[Piece];
    private int taken;
    private long length;
    private Task passed = Task.CompletedTask;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    /// <summary>Passes on the last of it.</summary>
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
        await base.DisposeAsync();
    }

    private async Task Pass(CancellationToken stop)
    {
        await passed;
        (taking, passing) = (passing, taking);
        var piece = passing.AsMemory(0, taken);
        taken = 0;
        passed = Task.WhenAll(Task.Run(() => hash.AppendData(piece.Span), CancellationToken.None), to.WriteAsync(piece, stop).AsTask());
    }
}
