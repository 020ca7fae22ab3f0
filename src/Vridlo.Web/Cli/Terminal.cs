using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Cli;
using Vridlo.Core.Record;
using Vridlo.Web.Serving;

namespace Vridlo.Web.Cli;

/// <summary>The terminal as commands see it: results on standard output, talk and progress on standard error.</summary>
internal sealed class Terminal : ICli
{
    private static readonly TimeSpan SilentStart = TimeSpan.FromSeconds(1);

    private readonly Texts texts = new TextCatalogue(Server.TextAssemblies, strict: false)
        .In(Languages.Parse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Language.En);

    public Language Language => texts.Language;

    public TextWriter Out => Console.Out;

    public TextWriter Talk => Console.Error;

    public static Installation Installation(ParseResult command) =>
        new(command.GetValue(Options.Data)!, command.GetValue(Options.Database));

    public Task<int> Within(ParseResult command, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken stop) =>
        In(command, migrated: true, work, stop);

    public Task<int> Beside(ParseResult command, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken stop) =>
        In(command, migrated: false, work, stop);

    public async Task<T> WithProgress<T>(string title, Func<IProgress<double>, Task<T>> work)
    {
        var done = 0.0;
        var running = Task.Run(() => work(new Reporting(share => Volatile.Write(ref done, share))));
        if (Console.IsErrorRedirected || await Task.WhenAny(running, Task.Delay(SilentStart)) == running)
        {
            return await running;
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().StartAsync(async bars =>
        {
            var bar = bars.AddTask(title, maxValue: 1);
            while (await Task.WhenAny(running, Task.Delay(100)) != running)
            {
                bar.Value = Volatile.Read(ref done);
            }

            bar.Value = 1;
        });
        return await running;
    }

    public int Refuse(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Talk.WriteLine(texts[problem]);
        }

        return problems[0].ExitCode;
    }

    public string Text(string key, params IReadOnlyList<object> arguments) => texts[key, arguments];

    private static async Task<int> In(ParseResult command, bool migrated, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken stop)
    {
        await using var app = Server.Build(Installation(command), urls: null);
        if (migrated)
        {
            await Web.Installation.Migrate(app.Services, stop);
        }

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().Become(Actor.CommandLine);
        return await work(scope.ServiceProvider, stop);
    }

    /// <summary>Reports at once, on the thread that makes progress; <see cref="Progress{T}"/> would queue.</summary>
    private sealed class Reporting(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
