using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Cli;
using Vridlo.People.Accounts;
using Vridlo.People.Invitations;
using Vridlo.People.Own;
using Vridlo.People.Sessions;
using Vridlo.People.SignIn;
using Vridlo.People.Staff;
using Vridlo.People.Tokens;

namespace Vridlo.People;

/// <summary>The people of the office: sign-in, invitations, roles, sessions, tokens, and what is held about a person.</summary>
public sealed class PeopleModule : IModule
{
    /// <inheritdoc/>
    public string Name => "people";

    /// <inheritdoc/>
    public void Services(IServiceCollection services)
    {
        SigningIn.Add(services);
        services.AddScoped<SignInPerson>().AddScoped<InvitePerson>().AddScoped<AcceptInvitation>().AddScoped<RecoverAccount>().AddScoped<Letters>()
            .AddScoped<ChangeOwn>().AddScoped<MakeToken>().AddScoped<GiveRole>().AddScoped<UndoRole>().AddScoped<EndWork>().AddScoped<HeldAboutPerson>().AddScoped<KeptPosts>().AddScoped<IUnsentForms>(of => of.GetRequiredService<KeptPosts>()).AddScoped<Seeing.SeeAs>();
        services.AddHostedService<FirstAdministrator>();
    }

    /// <inheritdoc/>
    public void Model(ModelBuilder model)
    {
        AccountMap.Map(model);
        SessionMap.Map(model);
        InvitationMap.Map(model);
        TokenMap.Map(model);
        KeptPostMap.Map(model);
    }

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        SignInEndpoints.Map(endpoints);
        HeldFiles.Map(endpoints);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(ICli cli) => [UserCommand.Make(cli)];

    /// <inheritdoc/>
    public void Declare(Declarations d)
    {
        d.AddressWord("prace", "work", "arbeit");
        d.AddressWord("prihlaseni", "sign-in", "anmeldung");
        d.AddressWord("pozvanka", "invitation", "einladung");
        d.AddressWord("zapomenute-heslo", "forgotten-password", "passwort-vergessen");
        d.AddressWord("ja", "me", "ich");
        d.AddressWord("lide", "people", "personen");
        d.AddressWord("prava", "rights", "rechte");
        d.AddressWord("rozepsane", "unsent", "ungesendet");
        d.AddressWord("pozvat", "invite", "einladen");
        d.Right(PeopleRights.Manage);
        d.OnErased(EndWork.Forget);
        UndoRole.Declare(d);
        d.WorkEntry("", "people.work.tasks", "tasks", "/prace", 10, Rights.SignedIn);
        d.WorkEntry("ui.work.administration", "people.work.people", "people", "/prace/lide", 900, PeopleRights.Manage);
        d.WorkEntry("ui.work.administration", "people.work.rights", "seal", "/prace/prava", 910, Rights.SignedIn);
    }
}
