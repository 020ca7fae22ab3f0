using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Mail;
using Vridlo.Core.Publishing;

namespace Vridlo.People.Invitations;

/// <summary>The letters that bring one-time links.</summary>
internal sealed class Letters(IMail mail, TextCatalogue texts, Addresses addresses, SiteAddress site)
{
    public void Invite(Person person, string code) => Send(person, "invite", code);

    public void Recover(Person person, string code) => Send(person, "recovery", code);

    private void Send(Person person, string kind, string code)
    {
        var t = texts.In(person.Language);
        var link = site.Full(addresses.In(Invitation.Path(code), person.Language));
        mail.Send(new()
        {
            Kind = $"people.{kind}",
            Person = person.Id,
            Language = person.Language,
            Subject = t[$"people.letter.{kind}.subject"],
            Text = t[$"people.letter.{kind}.text", person.Name],
            Links = [new(t[$"people.letter.{kind}.link"], link)],
        });
    }
}
