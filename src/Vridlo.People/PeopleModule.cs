using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Cli;
using Vridlo.Core.Duties;
using Vridlo.Core.Data;
using Vridlo.Core.Jobs;
using Vridlo.Core.Lists;
using Vridlo.People.Accounts;
using Vridlo.People.Api;
using Vridlo.People.Invitations;
using Vridlo.People.Own;
using Vridlo.People.Sessions;
using Vridlo.People.SignIn;
using Vridlo.People.Staff;
using Vridlo.People.Tokens;
using Vridlo.People.Typing;
using Vridlo.People.Views;
using Vridlo.Ui;

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
        services.AddScoped<BeginSession>().AddScoped<SignInPerson>().AddScoped<InvitePerson>().AddScoped<AcceptInvitation>().AddScoped<RecoverAccount>().AddScoped<Letters>()
            .AddScoped<ChangeOwn>().AddScoped<ReadOwn>().AddScoped<MakeToken>().AddScoped<RolePlaces>().AddScoped<GiveRole>().AddScoped<UndoRole>().AddScoped<EndWork>().AddScoped<ChangeMail>().AddScoped<HeldAboutPerson>().AddScoped<AnswerWithPerson>()
            .AddScoped<KeepTyped>().AddScoped<SavedViews>().AddScoped<IListViews, ViewsOfList>().AddScoped<TypedForms>().AddScoped<IUnsentForms>(of => of.GetRequiredService<TypedForms>()).AddScoped<ITypedForms>(of => of.GetRequiredService<TypedForms>()).AddScoped<Seeing.SeeAs>();
        services.AddHostedService<FirstAdministrator>();
    }

    /// <inheritdoc/>
    public void Model(ModelBuilder model)
    {
        AccountMap.Map(model);
        SessionMap.Map(model);
        InvitationMap.Map(model);
        TokenMap.Map(model);
        TypedFormMap.Map(model);
        SavedViewMap.Map(model);
    }

    /// <inheritdoc/>
    public void Api(RouteGroupBuilder api)
    {
        PeopleApi.Map(api);
        NodeRolesApi.Map(api);
        OwnApi.Map(api);
    }

    /// <inheritdoc/>
    public void Endpoints(IEndpointRouteBuilder endpoints)
    {
        SignInEndpoints.Map(endpoints);
        HeldFiles.Map(endpoints);
        TypingEndpoints.Map(endpoints);
        endpoints.MapList("/prace/lide", async context => (ListSource<PersonListed>?)await StaffList.Of(
            context.RequestServices.GetRequiredService<AppDb>(), context.RequestServices.GetRequiredService<IPeople>(), context.RequestServices.GetRequiredService<Texts>(), context.RequestAborted)).Right(PeopleRights.Manage);
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
        d.AddressWord("uzel", "node", "knoten");
        d.AddressWord("rozepsane", "unsent", "ungesendet");
        d.AddressWord("pohledy", "views", "ansichten");
        d.AddressWord("novy", "new", "neu");
        d.AddressWord("hromadne", "bulk", "gesammelt");
        d.AddressWord("pozvat", "invite", "einladen");
        d.OfficeRight(PeopleRights.Manage);
        d.Right(PeopleRights.Entrust, Role.Strategist);
        d.Right(PeopleRights.Own, Role.Strategist, Role.Owner, Role.Guarantor, Role.Reader);
        d.OnErased(EndWork.Forget);
        d.Notice("person.role", RoleConcerns.Find);
        d.WorkEntry("", "people.work.tasks", "tasks", "/prace", 10, Rights.SignedIn, async (unit, stop) => (await unit.GetRequiredService<MyDuties>().All(stop)).Count);
        d.Holds(TypedHeld.Export);
        d.Holds(SavedViews.Held);
        d.OnErased(SavedViews.Erase);
        d.OnErased(TypedHeld.Erase);
        d.Job("people.typed.clear", Schedule.Daily(new(3, 10)), TypedHeld.Clear);
        d.WorkEntry("", "people.typed.title", "doc", "/prace/rozepsane", 800, Rights.SignedIn);
        d.Tasks(TypedDuties.Find);
        UndoRole.Declare(d);
        d.WorkEntry("", "people.view.title", "list", "/prace/pohledy", 810, Rights.SignedIn);
        d.WorkEntry("ui.work.administration", "people.work.people", "people", "/prace/lide", 900, PeopleRights.Manage);
        d.WorkEntry("ui.work.administration", "people.work.rights", "seal", "/prace/prava", 910, Rights.SignedIn);
    }
}
