using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Core.Undo;

namespace Vridlo.Organisations.Editing;

/// <summary>Enters, changes and merges organisations.</summary>
internal sealed class SaveOrganisation(AppDb db, IOrganisations organisations, SeatTyped seats, Asker asker)
{
    public const string Added = "organisations.add", Changed = "organisations.change", Merged = "organisations.merge";

    /// <param name="facts">what was typed; the seat may be a name</param>
    /// <param name="stop">ends it</param>
    /// <returns>what stands for it in addresses</returns>
    public async Task<Result<string>> Add(OrganisationFacts facts, CancellationToken stop)
    {
        var entered = await organisations.Enter(await seats.Read(facts, stop), stop);
        return !entered.Ok ? entered.Problems.ToArray()
            : await db.Commit(asker.Act(Added, ""), stop) ? (await organisations.All.FirstAsync(o => o.Id == entered.Value, stop)).Code
            : Problem.Conflict(IOrganisations.NumberTaken, facts.Number) with { Field = "number" };
    }

    public async Task<Result<int>> Change(OrganisationId organisation, int version, OrganisationFacts facts, CancellationToken stop)
    {
        var changed = await organisations.Change(organisation, version, await seats.Read(facts, stop), stop);
        return !changed.Ok || await db.Commit(asker.Act(Changed, ""), stop) ? changed : Problem.Conflict("organisations.changed-meanwhile");
    }

    public async Task<Result<int>> Merge(OrganisationId organisation, OrganisationId into, string why, CancellationToken stop)
    {
        if (WhyTyped.Refused(why) is { } wrong)
        {
            return wrong;
        }

        var merged = await organisations.Merge(organisation, into, stop);
        return !merged.Ok || await db.Commit(asker.Act(Merged, why.Trim()), stop) ? merged : Problem.Conflict("organisations.changed-meanwhile");
    }

    /// <summary>Takes a merge, or a change, back.</summary>
    public static async Task<Result<bool>> Undo(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var (db, asker) = ((AppDb)unit.GetService(typeof(AppDb))!, (Asker)unit.GetService(typeof(Asker))!);
        if (!asker.May(OrganisationRights.Edit))
        {
            return Problem.Forbidden("organisations.may-not-edit");
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("organisations.changed-meanwhile");
    }
}
