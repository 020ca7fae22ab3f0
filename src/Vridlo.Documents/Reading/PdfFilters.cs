using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Vridlo.Documents.Reading;

/// <summary>Thrown inside the parser of PDF only, to stop a stream that unpacks without end.</summary>
internal sealed class InflatedTooFarException : Exception;

/// <summary>The usual filters of PDF, with a limit on what compressed streams may unpack to.</summary>
internal sealed class PdfFilters : IFilterProvider
{
    /// <summary>No stream may unpack to more than 256 MB.</summary>
    public const long Largest = 256L * 1024 * 1024;

    private readonly IFilterProvider usual = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => [.. usual.GetFilters(dictionary).Select(Guard)];

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => [.. usual.GetNamedFilters(names).Select(Guard)];

    public IReadOnlyList<IFilter> GetAllFilters() => [.. usual.GetAllFilters().Select(Guard)];

    private static IFilter Guard(IFilter filter) => filter is FlateFilter ? new GuardedFlate(filter) : filter;

    private sealed class GuardedFlate(IFilter flate) : IFilter
    {
        public bool IsSupported => flate.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            // A deflate stream grows at most about a thousandfold; small ones cannot reach the limit.
            if (input.Length > Largest / 1100) Measure(input);
            return flate.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static void Measure(Memory<byte> input)
        {
            using var stream = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[81920];
            long total = 0;
            try
            {
                for (int got; (got = stream.Read(buffer)) > 0;)
                    if ((total += got) > Largest) throw new InflatedTooFarException();
            }
            catch (InvalidDataException)
            {
                // Not for us to judge: the filter itself is lenient with damaged ends.
            }
        }
    }
}
