using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Mail;

public sealed class PersonalStory
{
    [Theory, BothEngines]
    public async Task A_person_gets_it_at_the_address_of_now(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var person = await world.Person();
        await world.Send(Post.Letter() with { Address = null, Person = person.Id });
        await Change(world, person with { Mail = "nova@urad.cz", Name = "Jana, \"Nová\"\r\nBcc: x@y.cz" });
        await world.Round();
        var letter = await MimeMessage.LoadAsync(world.Files()[0]);
        Assert.Equal("nova@urad.cz", Assert.Single(letter.To.Mailboxes).Address);
        Assert.Empty(letter.Bcc);
    }

    [Theory, BothEngines]
    public async Task Who_has_left_gets_nothing_and_that_is_no_fault(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var person = await world.Person();
        await world.Send(Post.Letter() with { Address = null, Person = person.Id });
        await Change(world, person with { Left = world.Clock.Now });
        Assert.Equal(0, await world.Round());
        Assert.Equal(LetterState.Dropped, (await world.Row()).State);
        Assert.Empty(await world.In(unit => Outbox.Check.Find(unit, default)));
    }

    [Theory, BothEngines]
    public async Task Texts_are_removed_a_while_after_sending_and_the_bare_letter_later(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Post.Letter());
        await world.Round();
        await Clear(world, Duration.FromDays(29));
        Assert.NotEmpty((await world.Row()).Body);
        Assert.Single(world.Files());
        await Clear(world, Duration.FromDays(2));
        var row = await world.Row();
        Assert.Equal(("", "", "", LetterState.Sent), (row.Subject, row.Body, row.Address, row.State));
        Assert.Empty(world.Files());
        await Clear(world, Duration.FromDays(70));
        Assert.Equal(0, await Count(world));
    }

    [Theory, BothEngines]
    public async Task What_waits_is_not_removed_however_old(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Post.Letter());
        await Clear(world, Duration.FromDays(400));
        Assert.NotEmpty((await world.Row()).Body);
    }

    [Theory, BothEngines]
    public async Task With_the_person_go_the_letters_and_their_files(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var (person, other) = (await world.Person(), await world.Person("Petr", "petr@urad.cz"));
        await world.Send(Post.Letter() with { Address = null, Person = person.Id });
        await world.Send(Post.Letter());
        await world.Send(Post.Letter() with { Address = null, Person = other.Id });
        await world.Round();
        await world.In(async unit =>
        {
            await unit.GetRequiredService<IPeople>().Erase(person.Id, default);
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
        });
        await Clear(world, Duration.Zero);
        Assert.Equal((1, 1), (await Count(world), world.Files().Length));
    }

    [Theory, BothEngines]
    public async Task What_goes_to_a_former_address_is_the_persons_all_the_same(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var person = await world.Person();
        await world.Send(Post.Letter() with { Address = "drive@urad.cz", Person = person.Id });
        await world.Round();
        Assert.Equal("drive@urad.cz", Assert.Single((await MimeMessage.LoadAsync(world.Files()[0])).To.Mailboxes).Address);

        var held = JsonSerializer.SerializeToElement(await world.In(unit => Outbox.Held.Held(unit, person.Id, default)));
        Assert.Contains("kůň", Assert.Single(held.EnumerateArray()).GetProperty("Body").GetString()!, StringComparison.Ordinal);
        await world.In(async unit =>
        {
            await unit.GetRequiredService<IPeople>().Erase(person.Id, default);
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
        });
        Assert.Equal(0, await Count(world));
    }

    [Theory, BothEngines]
    public async Task Letters_are_not_in_the_record(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Post.Letter());
        Assert.Equal(0, await world.In(unit => unit.GetRequiredService<AppDb>().Set<RecordedChange>().CountAsync()));
    }

    private static Task Change(World world, Person person) => world.In(async unit =>
    {
        await unit.GetRequiredService<IPeople>().Change(person, default);
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
    });

    private static Task Clear(World world, Duration later)
    {
        world.Clock.Now += later;
        return world.In(unit => unit.GetRequiredService<ClearMail>().Run(default));
    }

    private static Task<int> Count(World world) => world.In(unit => unit.GetRequiredService<AppDb>().Set<LetterRow>().CountAsync());
}
