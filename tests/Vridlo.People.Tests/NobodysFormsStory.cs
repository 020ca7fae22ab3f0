using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Data;
using Vridlo.People.Typing;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>Forms that come without a session are kept for whoever signs in, but nobody fills the disk with them.</summary>
public sealed class NobodysFormsStory
{
    private const string Nothing = "/prace", Kept = "/prace/rozepsane/";

    [Theory, BothEngines]
    public async Task What_is_large_is_not_kept(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var nobody = new Worker(site.Client.BaseAddress!);
        Assert.StartsWith(Kept, await Led(nobody, new('a', TypedForms.LargestOfNobody - 100)), StringComparison.Ordinal);
        Assert.Equal(Nothing, await Led(nobody, new('a', TypedForms.LargestOfNobody)));
        Assert.Equal(1, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<TypedForm>().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task When_there_are_many_no_more_are_kept_until_they_have_gone(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var nobody = new Worker(site.Client.BaseAddress!);
        await site.Within.In(async unit =>
        {
            var (db, now) = (unit.GetRequiredService<AppDb>(), site.Clock.Now);
            db.AddRange(Enumerable.Range(0, TypedForms.MostOfNobody).Select(i => new TypedForm
            {
                Id = Guid.CreateVersion7(), Code = BitConverter.GetBytes(i), Key = "", Form = "invite", Path = "/prace/lide/pozvat", Fields = "[]", Size = 2, At = now, Until = now + Duration.FromDays(1),
            }));
            Assert.True(await db.Keep(default));
        });
        Assert.Equal(Nothing, await Led(nobody, "Karel"));
        site.Clock.Now += Duration.FromDays(2);
        await site.Within.In(unit => TypedHeld.Clear(unit, default));
        Assert.StartsWith(Kept, await Led(nobody, "Karel"), StringComparison.Ordinal);
    }

    /// <summary>Where a form without a session leads after the sign-in.</summary>
    private static async Task<string> Led(Worker nobody, string name)
    {
        using var content = new StringContent($"_handler=invite&name={name}", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await nobody.Post("/prace/lide/pozvat", content);
        return Uri.UnescapeDataString(answer.Headers.Location!.ToString().Split("zpet=")[1]);
    }
}
