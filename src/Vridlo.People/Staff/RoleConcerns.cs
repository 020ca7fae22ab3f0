using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Notices;
using Vridlo.Core.Record;

namespace Vridlo.People.Staff;

/// <summary>Who gets or loses a role is told.</summary>
internal static class RoleConcerns
{
    public static async Task<IReadOnlyList<Concern>> Find(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop)
    {
        var people = unit.GetRequiredService<IPeople>();
        var concerns = new List<Concern>();
        foreach (var change in changes)
        {
            var role = JsonDocument.Parse(change.After ?? change.Before!).RootElement;
            if (IsNew(act, role.GetProperty("person_id").GetString()!))
            {
                continue;
            }

            if (await people.Find(new(role.GetProperty("person_id").GetGuid()), stop) is { Left: null } person)
            {
                concerns.Add(new(unit.GetRequiredService<TextCatalogue>().Localized(WordsAttribute.Key(Enum.Parse<Role>(role.GetProperty("role").GetString()!))), "/prace/ja", null, [person.Id], IsPublic: true));
            }
        }

        return concerns;
    }

    /// <summary>Who is only being invited gets the invitation.</summary>
    private static bool IsNew(ActDone act, string person) => act.Changes.Any(c => c is { Subject: "person", Before: null } && c.Id == person);
}
