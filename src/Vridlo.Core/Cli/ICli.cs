using System.CommandLine;
using Vridlo.Base;

namespace Vridlo.Core.Cli;

/// <summary>What a module's command needs of the program around it.</summary>
public interface ICli
{
    /// <summary>Where to write results: standard output.</summary>
    TextWriter Out { get; }

    /// <summary>Where to write talk and progress: standard error.</summary>
    TextWriter Talk { get; }

    /// <summary>The language of the command line.</summary>
    Language Language { get; }

    /// <summary>
    /// Opens the installation that the command line names (<c>--data</c>, <c>--database</c>), migrated, and runs
    /// <paramref name="work"/> in a scope of its services.
    /// </summary>
    /// <returns>the exit code of <paramref name="work"/></returns>
    Task<int> Within(ParseResult command, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken stop);

    /// <summary>
    /// The same without opening the installation: its database is neither made nor migrated, and need not be there.
    /// </summary>
    /// <returns>the exit code of <paramref name="work"/></returns>
    Task<int> Beside(ParseResult command, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken stop);

    /// <summary>Runs <paramref name="work"/>; past a second a progress bar (share done, 0 to 1) is drawn on <see cref="Talk"/>.</summary>
    Task<T> WithProgress<T>(string title, Func<IProgress<double>, Task<T>> work);

    /// <summary>Writes the problems in plain language to <see cref="Talk"/>.</summary>
    /// <returns>the exit code of the first problem</returns>
    int Refuse(IReadOnlyList<Problem> problems);

    /// <summary>The text of a key in the language of the command line.</summary>
    string Text(string key, params IReadOnlyList<object> arguments);
}
