using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Mail;
using Vridlo.Core.Publishing;

namespace Vridlo.People.Invitations;

/// <summary>The letters that bring one-time links, and those that tell a person what has changed about signing in.</summary>
internal sealed class Letters(IMail mail, TextCatalogue texts, Addresses addresses, SiteAddress site, IClock clock)
{
    public void Invite(Person person, string code) => Send(person, "invite", code);

    public void Recover(Person person, string code) => Send(person, "recovery", code);

    /// <summary>
    /// Tells a person what has changed of how the person signs in, when, and what to do about it if it was somebody else (OWASP ASVS 4.0.3, 2.2.3).
    /// </summary>
    /// <param name="person">as known from now on</param>
    /// <param name="what">a password, a passkey, a recovery or a token: the end of a key of texts</param>
    public void Changed(Person person, string what)
    {
        var t = texts.In(person.Language);
        mail.Send(Telling(t, person, what, t["people.letter.changed.todo"]) with
        {
            Person = person.Id, Links = [new(t["people.letter.changed.link"], site.Full(addresses.In("/zapomenute-heslo", person.Language)))],
        });
    }

    /// <summary>Tells the same of another address of mail, there and where letters went before: whoever reads only the old one cannot set a new password, but can speak up.</summary>
    public void Moved(Person person, string before)
    {
        var t = texts.In(person.Language);
        var letter = Telling(t, person, "mail", t["people.letter.changed.speak"]);
        mail.Send(letter with { Person = person.Id });
        mail.Send(letter with { Person = person.Id, Address = before });
    }

    private Letter Telling(Texts t, Person person, string what, string todo) => new()
    {
        Kind = "people.changed",
        Language = person.Language,
        Subject = t["people.letter.changed.subject"],
        Text = t["people.letter.changed.text", person.Name, t[$"people.letter.changed.{what}"], clock.GetCurrentInstant(), todo],
    };

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
            Links = [new(t[$"people.letter.{kind}.link"], link) { IsSecret = true }],
        });
    }
}
