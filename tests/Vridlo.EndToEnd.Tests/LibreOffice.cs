using System.Diagnostics;
using UglyToad.PdfPig;

namespace Vridlo.EndToEnd.Tests;

/// <summary>LibreOffice as it opens what an office was given: without a window, with a profile and a folder of its own that are gone when the test ends.</summary>
internal sealed class LibreOffice : IDisposable
{
    private const string Program = "/usr/bin/soffice";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <exception cref="InvalidOperationException">when this machine has no LibreOffice: a letter that nobody has opened is not proved</exception>
    public LibreOffice()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"no {Program}: install Debian's package libreoffice-writer-nogui, or use ./test");
        }
    }

    /// <summary>Where files can be put until the test ends.</summary>
    public string Folder { get; } = Directory.CreateDirectory(
        Path.Combine(Environment.GetEnvironmentVariable("VRIDLO_TEST_WORK") ?? Path.GetTempPath(), $"vridlo-office-{Guid.CreateVersion7():N}")).FullName;

    /// <summary>Text as <see cref="Printed"/> gives it.</summary>
    public static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Opens a document and prints it.</summary>
    /// <param name="document">path of the file</param>
    /// <returns>what stands on the paper, heads of pages too, without any white space: lines break where they like</returns>
    public async Task<string> Printed(string document)
    {
        var paper = Path.ChangeExtension(document, ".pdf");
        File.Delete(paper);
        var said = await Run("--convert-to", "pdf", "--outdir", Path.GetDirectoryName(document)!, document);
        Assert.True(File.Exists(paper), $"LibreOffice could not open {Path.GetFileName(document)}: {said}");
        Keep(paper);
        using var read = PdfDocument.Open(paper);
        return Dense(string.Concat(read.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task<string> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, ["--headless", "--norestore", "--nologo", $"-env:UserInstallation={new Uri(Path.Combine(Folder, "profile"))}", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = Folder;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"LibreOffice has not ended within {Patience.TotalMinutes} minutes.");
        }

        return $"{await said} {await complained}".Trim();
    }

    /// <summary>Beside the pictures of pages, when VRIDLO_SCREENS names a folder for them.</summary>
    private static void Keep(string paper)
    {
        if (Environment.GetEnvironmentVariable("VRIDLO_SCREENS") is { } folder)
        {
            File.Copy(paper, Path.Combine(folder, Path.GetFileName(paper)), overwrite: true);
        }
    }
}
