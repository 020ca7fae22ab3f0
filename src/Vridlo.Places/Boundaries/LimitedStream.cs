namespace Vridlo.Places.Boundaries;

/// <summary>Ends reading of a file that unpacks to more than it may, or of one feature that does.</summary>
internal sealed class LimitedStream(Stream inner, long most) : Stream
{
    private long read;
    private long? until;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => read; set => throw new NotSupportedException(); }

    /// <summary>From here on no more than this many bytes may be read, until <see cref="Free"/>.</summary>
    public void Hold(long bytes) => until = read + bytes;

    public void Free() => until = null;

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int bytes)
    {
        read += bytes;
        return read > most || read > until ? throw new TooLargeException() : bytes;
    }
}

/// <summary>The file unpacks to more than it may.</summary>
internal sealed class TooLargeException : IOException;
