using System.Text;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Mail;

/// <summary>What tests of mail do again and again.</summary>
internal static class Post
{
    public static Letter Letter(string subject = "Věc: žluťoučký kůň", string text = "Dobrý den,\n\npříliš žluťoučký kůň.\n") =>
        new() { Kind = "test.letter", Address = "jana@urad.cz", Language = Language.Cs, Subject = subject, Text = text };

    public static Task<Result<LetterId>> Send(this World world, Letter letter, bool commit = true) => world.In(async unit =>
    {
        var sent = unit.GetRequiredService<IMail>().Send(letter);
        if (commit && sent.Ok)
        {
            Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
        }

        return sent;
    });

    public static Task<int> Round(this World world, Server? server = null) => world.In(unit => Sender(unit, server).Run(default));

    /// <summary>The sender of this unit of work; with a server it sends there instead of into the folder.</summary>
    public static SendMail Sender(IServiceProvider unit, Server? server) => server is null
        ? unit.GetRequiredService<SendMail>()
        : new(unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IEngine>(), unit.GetRequiredService<IClock>(),
            new(new("Vřídlo", "vridlo@kraj.cz"), 30, new("127.0.0.1", server.Port, "vridlo", "heslo", SecureSocketOptions.None)),
            unit.GetRequiredService<DataFolder>(), NullLogger<SendMail>.Instance);

    public static Task<LetterRow> Row(this World world) => world.In(unit => unit.GetRequiredService<AppDb>().Set<LetterRow>().AsNoTracking().SingleAsync());

    public static string[] Files(this World world) =>
        Directory.Exists(Folder(world)) ? [.. Directory.GetFiles(Folder(world)).Order()] : [];

    public static MimeMessage Read(string text) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(text)));

    public static Task<Person> Person(this World world, string name = "Jana Nováková", string mail = "jana@urad.cz") => world.In(async unit =>
    {
        var person = unit.GetRequiredService<IPeople>().Add(name, mail, Language.Cs);
        Assert.True(await unit.GetRequiredService<AppDb>().Commit(Units.Act, default));
        return person;
    });

    private static string Folder(World world) => Path.Combine(world.Services.GetRequiredService<DataFolder>().Path, "mail");
}
