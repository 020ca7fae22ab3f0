using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Jobs;
using Vridlo.Core.Lists;
using Vridlo.Core.Subjects;
using Vridlo.Projects.Demo;
using Vridlo.Projects.Offers.Contacts;
using Vridlo.Projects.Offers.Deciding;
using Vridlo.Projects.Offers.Duplicates;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Lists;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Sending;
using Vridlo.Projects.Offers.Writing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers;

/// <summary>What offers add to the module.</summary>
internal static class OfferParts
{
    public static IServiceCollection AddOffers(this IServiceCollection services) => services
        .AddSingleton(of => OfferSettings.Of(of.GetRequiredService<IConfiguration>()))
        .AddScoped<OfferKeys>().AddScoped<MunicipalityTyped>().AddScoped<ReadOffer>().AddScoped<ReadOffered>().AddScoped<SaveStep>().AddScoped<ToOfferer>()
        .AddScoped<SendOffer>().AddScoped<ConfirmOffer>().AddScoped<EnterOffer>().AddScoped<FindDuplicates>()
        .AddScoped<OpenOffer>().AddScoped<AcceptOffer>().AddScoped<AnswerOffer>().AddScoped<ReadOneOffer>().AddScoped<EraseOfferContact>().AddScoped<ListOffers>();

    public static void Endpoints(IEndpointRouteBuilder endpoints) =>
        endpoints.MapList(ListOffers.Root, context => Task.FromResult<ListSource<OfferListed>?>(context.RequestServices.GetRequiredService<ListOffers>().Source())).Right(ProjectRights.Offers);

    public static void Declare(Declarations d)
    {
        d.AddressWord("zamery", "intents", "projektideen");
        d.AddressWord("nabidka", "offer", "angebot");
        d.AddressWord("zacatek", "start", "beginn");
        d.AddressWord("potvrzeni", "confirmation", "bestaetigung");
        d.Right(ProjectRights.Offers, Role.Strategist, Role.Owner);
        d.FootLink("programmes.foot", "projects.offers.title", OfferSteps.Root);
        d.WorkEntry("projects.work", "projects.offers.work", "tasks", ListOffers.Root, 202, ProjectRights.Offers);
        d.Tasks(OfferDuties.Find);
        d.Notice(OfferMap.Subject, OfferConcerns.Find);
        d.OfSubject(OfProject);
        d.Undo(AcceptOffer.Act, UndoOffers.Run);
        d.Undo(AnswerOffer.Merged, UndoOffers.Run);
        d.Undo(AnswerOffer.Declined, UndoOffers.Run);
        d.Undo(AnswerOffer.Asked, UndoOffers.Run);
        d.Sample(35, SampleOffers.Steps);
        d.Job("projects.offers.clear", Schedule.Daily(new(3, 50)), (unit, stop) => unit.GetRequiredService<EraseOfferContact>().Clear(stop));
        foreach (var subject in (string[])[OfferMap.Subject, "projects.offer.link", "projects.offer.cost"])
        {
            d.History(new(subject, ProjectRights.Offers));
        }

        d.Pages(OfferSteps.Root);
    }

    /// <summary>From a project to the offers that it was made of or that were merged with it.</summary>
    private static async Task<SubjectLink?> OfProject(IServiceProvider unit, Subject subject, CancellationToken stop)
    {
        if (subject.Key.Kind != ProjectMap.Subject || !unit.GetRequiredService<Asker>().May(ProjectRights.Offers))
        {
            return null;
        }

        var id = new InstrumentId(Guid.Parse(subject.Key.Id));
        var numbers = await unit.GetRequiredService<AppDb>().Set<Offer>().Where(o => o.ProjectId == id).OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(stop);
        return numbers switch
        {
            [] => null,
            [var only] => new("projects.offers.of-project", $"{ListOffers.Root}/{Offer.CodeOf(only)}"),
            _ => new("projects.offers.of-project-all", $"{ListOffers.Root}?project={subject.Path.Split('/')[^1]}", numbers.Count),
        };
    }
}
