using Vridlo.Base;
using Vridlo.Core.Mail;
using Vridlo.Core.Publishing;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Asking;

/// <summary>The letters to whoever applied, in the language of the form. Who left no address gets none.</summary>
internal sealed class ToApplicant(IMail mail, TextCatalogue texts, Addresses addresses, SiteAddress site)
{
    public void Received(Application application, Contact contact) =>
        Send(application, contact, "received", $"/vyjadreni/prijeti/{application.Id.Value}", application.Code, application.Title, application.Due);

    /// <param name="application">the application</param>
    /// <param name="contact">who is written to</param>
    /// <param name="statement">what was issued</param>
    /// <param name="replaced">the statement that it corrects and replaces, or null</param>
    public void Issued(Application application, Contact contact, Statement statement, Statement? replaced) => Send(
        application, contact, replaced is null ? "issued" : "corrected", $"/vyjadreni/{statement.Code}",
        application.Code, application.Title, statement.FullNumber, replaced?.FullNumber ?? "", application.CorrectsWhy);

    public void Withdrawn(Application application, Contact contact, Statement statement) =>
        Send(application, contact, "withdrawn", $"/vyjadreni/{statement.Code}", application.Code, application.Title, statement.FullNumber, statement.WithdrawnWhy);

    /// <summary>That it is set aside and why; of one that is open again, that it is.</summary>
    public void Aside(Application application, Contact contact) => Send(
        application, contact, application.Stage is Stage.SetAside ? "set-aside" : "reopened", $"/vyjadreni/prijeti/{application.Id.Value}",
        application.Code, application.Title, application.ClosedWhy, application.Due);

    private void Send(Application application, Contact contact, string kind, string path, params IReadOnlyList<object> values)
    {
        if (contact.Mail.Length == 0)
        {
            return;
        }

        var t = texts.In(application.Language);
        mail.Send(new()
        {
            Kind = $"statements.{kind}",
            Address = contact.Mail,
            Language = application.Language,
            Subject = t[$"statements.mail.{kind}.subject", application.Code],
            Text = t[$"statements.mail.{kind}.text", values],
            Links = [new(t[$"statements.mail.{kind}.link"], site.Full(addresses.In(path, application.Language))) { IsSecret = true }],
        });
    }
}
