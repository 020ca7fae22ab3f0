using System.Globalization;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Mail;
using Vridlo.Core.Programme;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>Reads what was typed of an offer, one step of it or the whole, and says all that is wrong with it at once.</summary>
internal sealed class ReadOffer(MunicipalityTyped municipalities, OwnProgramme programme, ReadLinks links)
{
    public const int LongestName = 300, LongestText = 5_000, LongestNumber = 20, LongestPhone = 40, MostLinks = 5, MostCosts = 8;

    private const int FirstYear = 2000, LastYear = 2099;

    /// <returns>what is wrong in one step</returns>
    public async Task<IReadOnlyList<Problem>> Step(OfferStep step, OfferTyped typed, ContactTyped contact, Language language, CancellationToken stop)
    {
        var form = Begin();
        switch (step)
        {
            case OfferStep.Who:
                Who(form, typed, contact);
                return form.Problems;
            case OfferStep.Intent:
                await Intent(form, typed, stop);
                return form.Problems;
            case OfferStep.Programme:
                return (await Linked(typed, language, stop)).Problems;
            case OfferStep.Money:
                Money(form, typed, language);
                return form.Problems;
            default:
                return (await All(typed, contact, language, stop)).Problems;
        }
    }

    /// <returns>the offer, or all that is wrong with it</returns>
    public async Task<Result<OfferRead>> All(OfferTyped typed, ContactTyped contact, Language language, CancellationToken stop)
    {
        var form = Begin();
        var number = Who(form, typed, contact);
        var place = await Intent(form, typed, stop);
        var linked = await Linked(typed, language, stop);
        var money = Money(form, typed, language);
        if (form.Problems.Count > 0 || !linked.Ok)
        {
            return form.Problems.Concat(linked.Problems).OrderBy(p => OfferSteps.Of(p.Field)).ToArray();
        }

        return money with { CompanyNumber = number ?? "", Place = place ?? "", Links = linked.Value };
    }

    private static FieldsRead Begin() => new("projects.offers.field-missing", "projects.text-long");

    private static string? Who(FieldsRead form, OfferTyped typed, ContactTyped contact)
    {
        form.Text(typed.Organisation, "organisation", LongestName);
        form.Needed(typed.CompanyNumber, "projects.offers.number-missing", "companyNumber");
        form.Text(contact.Name, "contactName", LongestName);
        form.Text(contact.Phone, "phone", LongestPhone, optional: true);
        form.When(!MailAddress.IsOne(contact.Mail.Trim()), "core.mail.address-wrong", "mail", contact.Mail.Trim());
        return form.Read(typed.CompanyNumber, CompanyNumber.Read, "companyNumber")?.Digits;
    }

    private async Task<string?> Intent(FieldsRead form, OfferTyped typed, CancellationToken stop)
    {
        form.Text(typed.Title, "title", LongestName);
        form.Text(typed.Description, "description", LongestText);
        form.Text(typed.Need, "need", LongestText);
        var found = await municipalities.Read(typed.Place, stop);
        form.When(!found.Ok, found.Problems.FirstOrDefault()?.Code ?? "", "place", found.Problems.FirstOrDefault()?.Arguments ?? []);
        return found.Value;
    }

    private async Task<Result<(string, int)[]>> Linked(OfferTyped typed, Language language, CancellationToken stop)
    {
        var read = await links.Run([.. typed.Links.Select(l => (l.Code, l.Share))], language, MostLinks, stop);
        if (!read.Ok || read.Value.Length == 0)
        {
            return read.Ok ? Problem.Invalid("projects.offers.link-missing", "link-0") : read.Problems.ToArray();
        }

        var known = (await programme.ByCode(stop)).Values.ToDictionary(n => n.Id, n => n.Code);
        return read.Value.Select(l => (known[l.Node], l.Share)).ToArray();
    }

    private static OfferRead Money(FieldsRead form, OfferTyped typed, Language language)
    {
        var (starts, ends) = (form.Read(typed.Starts, PeriodText.Read, "starts"), form.Read(typed.Ends, PeriodText.Read, "ends"));
        form.When(starts?.First > ends?.Last, "period.backwards", "ends", $"{typed.Starts.Trim()} – {typed.Ends.Trim()}");
        List<(int, string, Money)> costs = [];
        foreach (var (i, row) in typed.Costs.Index().Where(c => (c.Item.Year + c.Item.Source + c.Item.Sum).Trim().Length > 0))
        {
            var good = int.TryParse(row.Year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear;
            form.When(!good, "projects.year-wrong", $"year-{i}");
            form.Text(row.Source, $"source-{i}", LongestName);
            form.Needed(row.Sum, "projects.offers.sum-missing", $"sum-{i}");
            var sum = form.Read(row.Sum, text => MoneyText.Read(text, Currency.Czk, language: language), $"sum-{i}");
            form.When(sum is { Minor: <= 0 or > IMoneyLedger.Largest }, "projects.offers.sum-wrong", $"sum-{i}");
            costs.Add((year, row.Source.Trim(), sum ?? default));
        }

        form.When(costs.Count == 0, "projects.offers.cost-missing", "year-0");
        return new(
            "", "", [], costs, starts?.First, ends?.Last,
            Condition(form, typed.Documents, "documents"), Condition(form, typed.Permits, "permits"), Condition(form, typed.Land, "land"), Condition(form, typed.Finance, "finance"));
    }

    private static Readiness Condition(FieldsRead form, string text, string field)
    {
        var good = Enum.TryParse<Readiness>(text, out var condition) && Enum.IsDefined(condition);
        form.When(text.Length > 0 && !good, "projects.readiness-wrong", field);
        return good ? condition : Readiness.Open;
    }
}
