using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Mail;

public sealed class MailStory
{
    [Theory, BothEngines]
    public async Task A_letter_is_sent_when_its_act_is_committed_and_not_before(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Post.Letter(), commit: false);
        Assert.Equal((0, 0), (await world.Round(), world.Files().Length));
        await world.Send(Post.Letter());
        Assert.Equal((1, 1), (await world.Round(), world.Files().Length));
        Assert.Equal((0, 1), (await world.Round(), world.Files().Length));
    }

    [Theory, BothEngines]
    public async Task A_file_is_a_letter_as_the_standards_want_it(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Post.Letter(subject: "Pozvánka „do“ 🐎 " + new string('ž', 120)) with
        {
            ReplyTo = "strateg@urad.cz", Links = [new("Odpovědět", "https://program.kraj.cz/prace?a=1&b=2")],
        });
        await world.Round();
        var bytes = await File.ReadAllBytesAsync(Assert.Single(world.Files()));
        Assert.DoesNotContain(bytes, b => b > 127);
        Assert.All(System.Text.Encoding.ASCII.GetString(bytes).Split("\r\n"), line => Assert.True(line.Length <= 998 && !line.Contains('\n')));
        var letter = await MimeMessage.LoadAsync(world.Files()[0]);
        Assert.Equal("Pozvánka „do“ 🐎 " + new string('ž', 120), letter.Subject);
        Assert.Equal("Dobrý den,\n\npříliš žluťoučký kůň.\n\nOdpovědět:\nhttps://program.kraj.cz/prace?a=1&b=2\n", letter.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(("jana@urad.cz", "strateg@urad.cz"), (letter.To.ToString(), letter.ReplyTo.ToString()));
        Assert.Equal(("vridlo@localhost", "Vřídlo"), (letter.From.Mailboxes.Single().Address, letter.From.Mailboxes.Single().Name));
        Assert.Equal(("cs", "auto-generated"), (letter.Body!.Headers["Content-Language"], letter.Headers["Auto-Submitted"]));
        Assert.NotEmpty(letter.MessageId ?? "");
    }

    [Theory, BothEngines]
    public async Task Only_the_systems_own_account_reads_the_folder(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Post.Letter());
        await world.Round();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(world.Files()[0])!));
        }
    }

    [Theory, BothEngines]
    public async Task A_server_gets_the_letter_with_sign_in_and_dots_at_the_beginning_of_lines(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var server = new Server();
        await world.Send(Post.Letter(text: ".\n..tečky\nŽ\n"));
        await world.Send(Post.Letter("druhý") with { Address = "petr@urad.cz" });
        Assert.Equal(2, await world.Round(server));
        var first = server.Letters.First();
        Assert.Equal(("/vridlo/heslo", "RCPT TO:<jana@urad.cz>"), (first.SignedIn, Assert.Single(first.To)));
        Assert.Equal(".\n..tečky\nŽ\n", Post.Read(first.Data).TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("druhý", Post.Read(server.Letters.Last().Data).Subject);
        Assert.Empty(world.Files());
    }

    [Theory, BothEngines]
    public async Task What_a_server_refuses_is_tried_ten_times_ever_later_and_then_found_by_verify(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var server = new Server { Refusal = "550 jana@urad.cz is unknown, heslo" };
        await world.Send(Post.Letter());
        var begun = world.Clock.Now;
        for (var attempt = 1; attempt < SendMail.MostAttempts; attempt++)
        {
            Assert.Equal(0, await world.Round(server));
            var row = await world.Row();
            Assert.Equal((attempt, LetterState.Waiting, world.Clock.Now + SendMail.Delay(attempt)), (row.Attempts, row.State, row.DueAt!.Value));
            Assert.Equal(0, await world.Round(server));
            Assert.Equal(attempt, (await world.Row()).Attempts);
            Assert.Empty(await Dead(world));
            world.Clock.Now = row.DueAt!.Value;
        }

        Assert.InRange(world.Clock.Now - begun, Duration.FromHours(8), Duration.FromHours(9));
        Assert.Equal(0, await world.Round(server));
        var dead = Assert.Single(await Dead(world));
        Assert.Contains("550", dead, StringComparison.Ordinal);
        Assert.DoesNotContain("jana", dead, StringComparison.Ordinal);
        Assert.DoesNotContain("heslo", dead, StringComparison.Ordinal);
        world.Clock.Now += Duration.FromDays(2);
        server.Refusal = null;
        Assert.Equal(0, await world.Round(server));
    }

    [Theory, BothEngines]
    public async Task A_letter_that_one_server_refuses_does_not_hold_the_others_up(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Post.Letter() with { Address = null, Person = TypedId.New<PersonId>() });
        await world.In(unit => unit.GetRequiredService<AppDb>().Set<LetterRow>().ExecuteUpdateAsync(l => l.SetProperty(x => x.PersonId, (PersonId?)null)));
        await world.Send(Post.Letter());
        Assert.Equal(1, await world.Round());
    }

    [Theory, BothEngines]
    public async Task Whoever_dies_between_claim_and_sending_loses_nothing(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var other = world.Beside();
        await world.Send(Post.Letter());
        Assert.NotNull(await other.In(unit => Post.Sender(unit, null).Next(default)));
        Assert.Equal(0, await world.Round());
        world.Clock.Now += SendMail.Claim + Duration.FromSeconds(1);
        Assert.Equal(1, await world.Round());
        Assert.Single(world.Files());
    }

    [Theory, BothEngines]
    public async Task What_kills_its_sender_each_time_is_given_up(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Send(Post.Letter());
        for (var attempt = 1; attempt <= SendMail.MostAttempts; attempt++)
        {
            Assert.NotNull(await world.In(unit => Post.Sender(unit, null).Next(default)));
            world.Clock.Now += SendMail.Claim + Duration.FromSeconds(1);
        }

        Assert.Equal(0, await world.Round());
        Assert.Single(await Dead(world));
    }

    [Theory, BothEngines]
    public async Task Several_senders_at_once_send_each_letter_once(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await using var server = new Server();
        await world.In(async unit =>
        {
            var mail = unit.GetRequiredService<IMail>();
            for (var i = 0; i < 60; i++)
            {
                Assert.True(mail.Send(Post.Letter($"dopis {i}")).Ok);
            }

            Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
        });
        await using var other = world.Beside();
        var sent = await Task.WhenAll(new[] { world, other, world, other }.Select(w => Task.Run(() => w.Round(server))));
        Assert.Equal(60, sent.Sum());
        Assert.Equal(60, server.Letters.Select(l => Post.Read(l.Data).Subject).Distinct().Count());
        Assert.Equal(60, server.Letters.Count);
    }

    private static async Task<IReadOnlyList<string>> Dead(World world) => [.. (await world.In(unit => Outbox.Check.Find(unit, default))).Select(f => f.Subject)];
}
