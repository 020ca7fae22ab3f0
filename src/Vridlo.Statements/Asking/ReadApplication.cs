using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Mail;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;

namespace Vridlo.Statements.Asking;

/// <summary>Reads what was typed of an application, and says all that is wrong with it at once.</summary>
internal sealed class ReadApplication(IPlaces places, OwnProgramme programme)
{
    public const int LongestName = 300, LongestText = 5_000, LongestPhone = 40, LongestMail = 254, MostClaimed = 4;

    private const int DataBoxLength = 7;

    /// <param name="typed">what was typed</param>
    /// <param name="way">how it came</param>
    /// <param name="byOfficer">whether an officer fills it in: then there need be no contact</param>
    /// <param name="language">the language of the form, for sums</param>
    /// <param name="today">nothing has come later</param>
    /// <param name="stop">ends the reading</param>
    public async Task<Result<ApplicationRead>> Run(ApplicationTyped typed, ApplicationWay way, bool byOfficer, Language language, LocalDate today, CancellationToken stop)
    {
        var form = StatementFields.Begin();
        var number = form.Read(typed.CompanyNumber, CompanyNumber.Read, "companyNumber");
        var cost = form.Read(typed.Cost, text => MoneyText.Read(text, Currency.Czk, language: language), "cost");
        var funding = form.Read(typed.Funding, text => MoneyText.Read(text, cost?.Currency ?? Currency.Czk, language: language), "funding");
        var (starts, ends) = (form.Read(typed.Starts, PeriodText.Read, "starts"), form.Read(typed.Ends, PeriodText.Read, "ends"));
        var deadline = form.Read(typed.FundingDeadline, PeriodText.Read, "fundingDeadline");
        var place = typed.Place.Trim();

        form.Needed(typed.CompanyNumber, "statements.number-missing", "companyNumber");
        form.Needed(typed.Cost, "statements.cost-missing", "cost");
        form.Text(typed.Applicant, "applicant", LongestName);
        form.Text(typed.Seat, "seat", LongestName);
        form.Text(typed.Title, "title", LongestName);
        form.Text(typed.Description, "description", LongestText);
        form.Text(typed.Aim, "aim", LongestText);
        form.Text(typed.Outputs, "outputs", LongestText);
        form.Text(typed.FundingProgramme, "fundingProgramme", LongestName, optional: true);
        form.Text(typed.FundingCall, "fundingCall", LongestName, optional: true);
        form.When(cost is { Minor: <= 0 }, "statements.cost-wrong", "cost");
        form.When(funding is { Minor: <= 0 }, "statements.cost-wrong", "funding");
        form.When(cost is { } all && funding is { } part && part.Currency != all.Currency, "statements.currencies-differ", "funding");
        form.When(cost is { Minor: > 0 } whole && funding is { } sought && sought.Currency == whole.Currency && sought > whole, "statements.funding-above-cost", "funding");
        form.When(starts?.First > ends?.Last, "period.backwards", "ends", $"{typed.Starts.Trim()} – {typed.Ends.Trim()}");
        form.When(typed.DataBox.Trim() is { Length: > 0 } box && (box.Length != DataBoxLength || !box.All(char.IsAsciiLetterOrDigit)), "organisations.data-box-wrong", "dataBox");
        form.When(place.Length > 0 && !await places.All.AnyAsync(p => p.Code == place && p.Kind == PlaceKind.Municipality, stop), "statements.place-unknown", "place");
        form.When(way.ReceivedOn > today, "statements.received-future", "receivedOn");
        Contact(typed, !byOfficer, form);
        var claimed = await Claimed(typed.Claimed, form, stop);
        return form.Problems.Count > 0 || number is null || cost is null ? StatementFields.InOrder(form.Problems) : new ApplicationRead(
            number.Value.Digits, place.Length == 0 ? null : place, cost.Value, funding?.Minor, deadline?.Last, starts?.First, ends?.Last, claimed);
    }

    private static void Contact(ApplicationTyped typed, bool needed, FieldsRead form)
    {
        form.Text(typed.ContactName, "contactName", LongestName, optional: !needed && typed.Mail.Trim().Length == 0 && typed.Phone.Trim().Length == 0);
        form.Text(typed.Phone, "phone", LongestPhone, optional: true);
        form.Text(typed.Mail, "mail", LongestMail, optional: !needed);
        if (typed.Mail.Trim().Length > 0)
        {
            form.When(!MailAddress.IsOne(typed.Mail.Trim()), "core.mail.address-wrong", "mail", typed.Mail.Trim());
        }
    }

    /// <summary>The codes in the order of the programme.</summary>
    private async Task<string> Claimed(IReadOnlyList<string> typed, FieldsRead form, CancellationToken stop)
    {
        var codes = typed.Select((code, i) => (Code: code.Trim(), Field: $"claimed-{i}")).Where(c => c.Code.Length > 0).ToList();
        if (codes.Count == 0)
        {
            return "";
        }

        var known = await programme.ByCode(stop);
        form.When(codes.Count > MostClaimed, "statements.claimed-many", codes[0].Field, MostClaimed);
        foreach (var (code, field) in codes.Where(c => !known.ContainsKey(c.Code)))
        {
            form.When(true, "statements.node-unknown", field, code);
        }

        return string.Join(", ", codes.Select(c => c.Code).Distinct().Where(known.ContainsKey).OrderBy(c => known[c].Position));
    }
}
