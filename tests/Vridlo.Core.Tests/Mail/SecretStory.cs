using System.Text.Json;
using Vridlo.Core.Access;
using Vridlo.Core.Mail;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Mail;

/// <summary>A link that works for whoever knows it reaches its person and stays nowhere else.</summary>
public sealed class SecretStory
{
    private const string Secret = "https://program.kraj.cz/pozvanka/tajne", Open = "https://program.kraj.cz/prace";

    [Theory, BothEngines]
    public async Task It_is_handed_over_whole_and_then_not_kept(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var server = new Server();
        await world.Send(Letter(await world.Person()));
        Assert.Contains(Secret, (await world.Row()).Body, StringComparison.Ordinal);
        Assert.Equal(1, await world.Round(server));
        var taken = Post.Read(server.Letters.Single().Data).TextBody!.ReplaceLineEndings("\n");
        Assert.EndsWith($"Nastavit heslo:\n{Secret}\n\nStránka:\n{Open}\n", taken, StringComparison.Ordinal);
        Assert.DoesNotContain(taken, c => char.IsControl(c) && c != '\n');
        var kept = (await world.Row()).Body;
        Assert.DoesNotContain(Secret, kept, StringComparison.Ordinal);
        Assert.Contains(Open, kept, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Without_a_server_the_file_has_it(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Letter(await world.Person()));
        Assert.Equal(1, await world.Round());
        Assert.Contains(Secret, (await MimeKit.MimeMessage.LoadAsync(Assert.Single(world.Files()))).TextBody, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task No_export_has_it_and_says_so(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var person = await world.Person();
        await world.Send(Letter(person));
        var held = JsonSerializer.SerializeToElement(await world.In(unit => Outbox.Held.Held(unit, person.Id, default)))[0].GetProperty("Body").GetString();
        Assert.Contains("(jednorázový odkaz zde neuvádíme)", held, StringComparison.Ordinal);
        Assert.DoesNotContain("tajne", held, StringComparison.Ordinal);
        Assert.Contains(Open, held, StringComparison.Ordinal);
    }

    private static Letter Letter(Person person) => Post.Letter() with
    {
        Address = null, Person = person.Id, Links = [new("Nastavit heslo", Secret) { IsSecret = true }, new("Stránka", Open)],
    };
}
