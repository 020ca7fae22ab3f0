using Vridlo.Base;

namespace Vridlo.Documents.Reading;

internal static class PdfReader
{
    public static Result<ReadLines> Read(byte[] bytes, IProgress<double>? progress, CancellationToken stop) => Problem.Invalid("documents.damaged");
}
