using CsCheck;
using Microsoft.Extensions.Configuration;
using MimeKit;
using Vridlo.Base;
using Vridlo.Core.Mail;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Mail;

public sealed class InjectionTests
{
    [Theory]
    [InlineData("jana@urad.cz\r\nBcc: x@y.cz")]
    [InlineData("jana@urad.cz\n")]
    [InlineData("jana@urad.cz\0")]
    [InlineData("jana@urad.cz, x@y.cz")]
    [InlineData("x@y.cz jana@urad.cz")]
    [InlineData("Jana <jana@urad.cz>")]
    [InlineData("\"a b\"@urad.cz")]
    [InlineData("jana@urad.cz> SIZE=1")]
    [InlineData("jana@[127.0.0.1]")]
    [InlineData("jana@@urad.cz")]
    [InlineData("jana(x)@urad.cz")]
    [InlineData("jana@urad..cz")]
    [InlineData("jana@-urad.cz")]
    [InlineData("jana")]
    [InlineData("@urad.cz")]
    [InlineData("")]
    [InlineData("jána@urad.cz")]
    public async Task Whatever_is_not_one_bare_address_is_refused(string address)
    {
        await using var world = await World.Empty(Engine.Sqlite);
        var refused = await world.Send(Post.Letter() with { Address = address });
        Assert.Equal(("core.mail.address-wrong", ProblemKind.Invalid), (refused.Problems[0].Code, refused.Problems[0].Kind));
        Assert.Equal("core.mail.address-wrong", (await world.Send(Post.Letter() with { ReplyTo = address })).Problems[0].Code);
    }

    [Theory]
    [InlineData("jana.novakova+vridlo@kr-karlovarsky.cz")]
    [InlineData("o'neil@urad.cz")]
    [InlineData("jana@obec-žár.cz")]
    [InlineData("vridlo@localhost")]
    public async Task What_people_have_is_taken(string address)
    {
        await using var world = await World.Empty(Engine.Sqlite);
        Assert.True((await world.Send(Post.Letter() with { Address = address })).Ok);
        Assert.Equal(1, await world.Round());
    }

    [Fact]
    public async Task No_subject_and_no_text_makes_a_header()
    {
        await using var world = await World.Empty(Engine.Sqlite);
        var text = Gen.OneOf(Gen.String, Gen.String[Gen.Char["\r\n\0\u2028\u0085\t :,<>=?ažB"], 0, 60], Gen.Const("x\r\nBcc: zly@y.cz\r\n\r\ntext"));
        var samples = new List<(string Subject, string Text, string Link)>();
        Gen.Select(text, text, text).Sample(samples.Add, iter: 60, threads: 1);
        foreach (var (subject, body, link) in samples)
        {
            Assert.True((await world.Send(Post.Letter(subject, body) with { Links = [new(link, link)] })).Ok);
        }

        Assert.Equal(samples.Count, await world.Round());
        foreach (var file in world.Files())
        {
            var letter = await MimeMessage.LoadAsync(file);
            Assert.Equal(Known.Order(), letter.Headers.Concat(letter.Body!.Headers).Select(h => h.Field).Order(), StringComparer.OrdinalIgnoreCase);
            Assert.DoesNotContain(letter.Subject ?? "", c => char.IsControl(c));
        }
    }

    [Fact]
    public void Settings_that_mean_nothing_are_said_and_passwords_are_not()
    {
        Assert.Throws<InvalidOperationException>(() => Settings(("Mail:From", "nobody")));
        Assert.Throws<InvalidOperationException>(() => Settings(("Mail:Smtp:Host", "a"), ("Mail:Smtp:Tls", "perhaps")));
        var settings = Settings(("Mail:From", "Kraj <posta@kraj.cz>"), ("Mail:Smtp:Host", "mail.kraj.cz"), ("Mail:Smtp:User", "vridlo"), ("Mail:Smtp:Password", "heslo"));
        Assert.DoesNotContain("heslo", settings.ToString(), StringComparison.Ordinal);
        Assert.Equal((587, MailKit.Security.SecureSocketOptions.StartTls), (settings.Smtp!.Port, settings.Smtp.Tls));
    }

    private static readonly string[] Known =
        ["From", "Date", "Message-Id", "Subject", "To", "Auto-Submitted", "Content-Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];

    private static MailSettings Settings(params (string Key, string Value)[] settings) =>
        MailSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
}
