using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.History;
using Vridlo.Core.Mail;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.History;

public sealed class HeadStory
{
    [Theory, BothEngines]
    public async Task The_head_goes_into_a_file_and_by_mail_and_does_not_move_by_it(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await world.Enter(Package.Town());
        var file = Path.Combine(world.Services.GetRequiredService<DataFolder>().Path, "heads", $"{Guid.CreateVersion7()}.txt");
        await Send(world, ("Record:HeadFile", file), ("Record:HeadMail", "archiv@kraj.cz, kontrola@kraj.cz"));
        await Send(world, ("Record:HeadFile", file));
        var head = (await world.In(unit => new VerifyRecord(unit.GetRequiredService<AppDb>()).Head(default))).Line;
        Assert.Equal([head], await File.ReadAllLinesAsync(file));
        var letters = await world.In(unit => unit.GetRequiredService<AppDb>().Set<LetterRow>().AsNoTracking().ToListAsync());
        Assert.Equal(["archiv@kraj.cz", "kontrola@kraj.cz"], letters.Select(l => l.Address).Order());
        Assert.All(letters, l => Assert.Contains(head, l.Body, StringComparison.Ordinal));

        Assert.True((await world.Enter(Package.Town() with { Code = "jine-mesto" })).Ok);
        await Send(world, ("Record:HeadFile", file));
        Assert.Equal(2, (await File.ReadAllLinesAsync(file)).Length);
    }

    [Theory, BothEngines]
    public async Task Without_settings_nothing_is_sent(Engine engine)
    {
        await using var world = await World.Empty(engine);
        await Send(world);
        Assert.Equal(0, await world.In(unit => unit.GetRequiredService<AppDb>().Set<LetterRow>().CountAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(world, ("Record:HeadMail", "nikdo")));
    }

    private static Task Send(World world, params (string Key, string Value)[] settings) => world.In(unit => new SendHead(
        unit.GetRequiredService<AppDb>(),
        unit.GetRequiredService<IMail>(),
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, string? (s) => s.Value)).Build(),
        unit.GetRequiredService<DataFolder>(),
        unit.GetRequiredService<TextCatalogue>()).Run(default));
}
