using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Vridlo.Core;

/// <summary>
/// A module declares itself in one class that implements this; the host asks every module and keeps no list of its own but
/// the one line that names the module.
/// </summary>
public interface IModule
{
    /// <summary>Short English name: prefix of tables, permissions, text keys and API addresses.</summary>
    string Name { get; }

    /// <summary>Registers the module's own services.</summary>
    void Services(IServiceCollection services)
    {
    }

    /// <summary>Adds the module's tables, all prefixed with its name.</summary>
    void Model(ModelBuilder model)
    {
    }

    /// <summary>Adds endpoints below <c>/api/v1</c>. Each must declare its right.</summary>
    void Api(RouteGroupBuilder api)
    {
    }

    /// <summary>Adds other endpoints (feeds, downloads). Each must declare its right.</summary>
    void Endpoints(IEndpointRouteBuilder endpoints)
    {
    }

    /// <summary>Commands of the command line; each opens the installation it works on through <paramref name="cli"/>.</summary>
    IEnumerable<Command> Commands(Cli.ICli cli) => [];

    /// <summary>Says what the module brings: menu entries, search sources, instruments, first-start work.</summary>
    void Declare(Declarations d)
    {
    }
}
