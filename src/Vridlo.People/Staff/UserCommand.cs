using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Cli;
using Vridlo.People.Invitations;

namespace Vridlo.People.Staff;

/// <summary><c>vridlo user add</c>: enters a person and prints the path of the one-time link.</summary>
internal static class UserCommand
{
    public static Command Make(ICli cli)
    {
        var mail = new Argument<string>("mail") { Description = cli.Text("people.cli.mail") };
        var name = new Option<string>("--name") { Description = cli.Text("people.cli.name"), Required = true };
        var role = new Option<Role?>("--role") { Description = cli.Text("people.cli.role") };
        var language = new Option<string>("--language") { Description = cli.Text("people.cli.language"), DefaultValueFactory = _ => "cs" };
        var add = new Command("add", cli.Text("people.cli.add")) { mail, name, role, language };
        add.SetAction((parsed, stop) => cli.Within(parsed, async (services, end) =>
        {
            var grant = parsed.GetValue(role) is { } held ? new Grant(held) : null;
            var command = new InvitePerson.Command(parsed.GetValue(name)!, parsed.GetValue(mail)!, Languages.Parse(parsed.GetValue(language)) ?? Language.Cs, grant);
            var done = await services.GetRequiredService<InvitePerson>().Run(command, "", end);
            if (!done.Ok)
            {
                return cli.Refuse(done.Problems);
            }

            cli.Out.WriteLine(Invitation.Path(done.Value.Code));
            cli.Talk.WriteLine(cli.Text("people.cli.added", done.Value.Person.Mail));
            return 0;
        }, stop));
        return new("user", cli.Text("people.cli.user")) { add };
    }
}
