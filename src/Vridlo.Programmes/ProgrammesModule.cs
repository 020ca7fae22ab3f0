using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Cli;
using Vridlo.Programmes.Loading;

namespace Vridlo.Programmes;

/// <summary>Programmes: packages, the pages of nodes, editions and their comparison, coverage.</summary>
public sealed class ProgrammesModule : IModule
{
    /// <inheritdoc/>
    public string Name => "programmes";

    /// <inheritdoc/>
    public void Services(IServiceCollection services) => services.AddScoped<LoadPackage>();

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(ICli cli) => [LoadCommand.Make(cli), ExportCommand.Make(cli)];

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("programy", "programmes", "programme");
        d.MenuEntry("programmes.menu.programme", "/", order: 10);
        d.OnFirstStart(ShippedProgramme.Load);
    }
}
