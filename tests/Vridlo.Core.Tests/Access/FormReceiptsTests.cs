using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Access;

public sealed class FormReceiptsTests
{
    [Theory, BothEngines]
    public async Task A_number_is_taken_once_within_a_day_however_many_try_and_can_be_taken_again_after_it(Engine engine)
    {
        await using var world = await World.Empty(engine);
        var number = Guid.CreateVersion7();
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Claim(world, number))), taken => taken);

        world.Clock.Now += Duration.FromHours(23);
        Assert.False(await Claim(world, number));
        world.Clock.Now += Duration.FromHours(2);
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Claim(world, number))), taken => taken);
        Assert.False(await Claim(world, number));
    }

    private static Task<bool> Claim(World world, Guid number) => world.In(unit => unit.GetRequiredService<FormReceipts>().Claim(number, default));
}
