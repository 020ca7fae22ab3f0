using Vridlo.Base;

namespace Vridlo.Documents.Reading;

internal static class WordReader
{
    public static Result<ReadLines> Read(byte[] bytes) => Problem.Invalid("documents.damaged");
}
