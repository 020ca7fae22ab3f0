using Microsoft.AspNetCore.Http;
using Vridlo.Accounting.Reading;

namespace Vridlo.Accounting.Files;

/// <summary>The bytes of a file that was sent with a form.</summary>
internal static class UploadedBytes
{
    /// <returns>none when there is no file; null when it is larger than it may be</returns>
    public static async Task<byte[]?> Of(IFormFile? file, CancellationToken stop)
    {
        if (file is null || file.Length > ReadFile.Largest)
        {
            return file is null ? [] : null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }
}
