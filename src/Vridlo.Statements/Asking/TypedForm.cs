using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Statements.Register;
using Vridlo.Statements.Showing;
using Vridlo.Ui;

namespace Vridlo.Statements.Asking;

/// <summary>The form of an application: what it holds before anything is typed, and what was typed.</summary>
internal static class TypedForm
{
    public static ApplicationTyped Read(FormState form) => new(
        form["applicant"], form["companyNumber"], form["seat"], form["dataBox"], form["contactName"], form["mail"], form["phone"],
        form["title"], form["place"], form["description"], form["aim"], form["outputs"],
        form["cost"], form["fundingProgramme"], form["fundingCall"], form["funding"], form["fundingDeadline"], form["starts"], form["ends"],
        [.. Enumerable.Range(0, ReadApplication.MostClaimed).Select(i => form[$"claimed-{i}"])]);

    /// <summary>By which way it came to the office, and when; where no day is typed, on the usual one.</summary>
    public static Result<ApplicationWay> Way(FormState form, LocalDate usual)
    {
        var day = DayTyped.Read(form, "receivedOn");
        return day.Ok ? new ApplicationWay(form["channel"] == nameof(Channel.Paper) ? Channel.Paper : Channel.DataBox, day.Value.Value ?? usual) : day.Problems.ToArray();
    }

    /// <summary>The fields as the application stands.</summary>
    public static FormState Filled(this FormState form, ApplicationShown shown, Language language)
    {
        var (a, contact) = (shown.Application, shown.Contact);
        form.With("channel", a.Channel.ToString()).With("receivedOn", DateText.Iso(a.ReceivedOn))
            .With("applicant", a.Applicant).With("companyNumber", a.CompanyNumber).With("seat", a.Seat).With("dataBox", a.DataBox)
            .With("contactName", contact?.Name).With("mail", contact?.Mail).With("phone", contact?.Phone)
            .With("title", a.Title).With("place", a.Place).With("description", a.Description).With("aim", a.Aim).With("outputs", a.Outputs)
            .With("cost", Sum(a.Cost)).With("fundingProgramme", a.FundingProgramme).With("fundingCall", a.FundingCall).With("funding", Sum(a.Funding))
            .With("fundingDeadline", Day(a.FundingDeadline)).With("starts", Day(a.Starts)).With("ends", Day(a.Ends))
            .With("version", a.Version.ToString(CultureInfo.InvariantCulture));
        foreach (var (i, code) in a.Claimed.Split(", ", StringSplitOptions.RemoveEmptyEntries).Index())
        {
            form.With($"claimed-{i}", code);
        }

        return form;

        string? Sum(long? minor) => minor is { } sum ? MoneyText.Write(new(sum, a.Currency), language) : null;
    }

    private static string? Day(LocalDate? day) => day is { } known ? DateText.Write(known, Language.Cs) : null;
}
