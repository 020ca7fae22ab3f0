using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Duplicates;

/// <summary>A project or another offer that may be the same intent.</summary>
/// <param name="Code">its code</param>
/// <param name="Title">its name</param>
/// <param name="BearerName">who bears it</param>
/// <param name="Likeness">why it is pointed out</param>
/// <param name="IsProject">whether it is a project: then the offer can be merged with it</param>
internal sealed record Duplicate(string Code, string Title, string BearerName, Alikeness Likeness, bool IsProject)
{
    public string Path => IsProject ? $"/prace/projekty/{Code}" : $"/prace/zamery/{Code}";
}

/// <summary>Points out what may be the same as an offer, the likeliest first. Two statements.</summary>
internal sealed class FindDuplicates(AppDb db, IOrganisations organisations)
{
    private const int Most = 10;

    public async Task<IReadOnlyList<Duplicate>> Of(Offer offer, CancellationToken stop)
    {
        var own = Compared.Of(offer.Title, offer.CompanyNumber, offer.BearerName, offer.Place);
        var projects = await (from project in db.Set<Project>().AsNoTracking()
                              join named in organisations.All on project.Bearer equals named.Id
                              join bearer in organisations.All on named.Self equals bearer.Id
                              where project.Id != offer.ProjectId || offer.ProjectId == null
                              select new { project.Number, project.Title, project.Place, BearerName = bearer.Name, BearerNumber = bearer.Number }).ToListAsync(stop);
        var offers = await db.Set<Offer>().AsNoTracking().Where(o => o.Id != offer.Id && o.Stage != OfferStage.Accepted)
            .Select(o => new { o.Number, o.Title, o.Place, o.BearerName, o.CompanyNumber }).ToListAsync(stop);
        return [.. projects.Select(p => new Duplicate(Project.CodeOf(p.Number), p.Title, p.BearerName, Alikeness.Of(own, Compared.Of(p.Title, p.BearerNumber, p.BearerName, p.Place)), IsProject: true))
            .Concat(offers.Select(o => new Duplicate(Offer.CodeOf(o.Number), o.Title, o.BearerName, Alikeness.Of(own, Compared.Of(o.Title, o.CompanyNumber, o.BearerName, o.Place)), IsProject: false)))
            .Where(d => d.Likeness.MayBeOne).OrderByDescending(d => d.Likeness.Weight).ThenBy(d => d.Code, StringComparer.Ordinal).Take(Most)];
    }
}
