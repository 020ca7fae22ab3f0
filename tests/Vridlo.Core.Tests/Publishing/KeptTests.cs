using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Publishing;

public sealed class KeptTests : IAsyncLifetime
{
    private readonly PublicState state = new();
    private World world = null!;
    private int reads;

    public async ValueTask InitializeAsync() => world = await World.Empty(Engine.Sqlite);

    public async ValueTask DisposeAsync()
    {
        await state.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_value_is_read_once_until_one_of_its_topics_changes()
    {
        using var kept = await Following();
        Assert.Equal((1, 1), (await Get(kept), await Get(kept)));
        state.Changed(["places"]);
        Assert.Equal(1, await Get(kept));
        state.Changed(["programme"]);
        Assert.Equal(2, await Get(kept));
        state.Changed([IChangeFeed.Everything]);
        Assert.Equal(3, await Get(kept));
    }

    [Fact]
    public async Task What_changes_while_it_is_being_read_is_read_again()
    {
        using var kept = await Following();
        await kept.Get("it", ["programme"], Read, _ => 1);
        Assert.Equal(2, await Get(kept));

        Task<int> Read()
        {
            state.Changed(["programme"]);
            return Task.FromResult(++reads);
        }
    }

    [Fact]
    public async Task What_is_too_large_is_never_kept_and_nothing_is_where_changes_are_not_followed()
    {
        using var kept = await Following();
        Assert.Equal((1, 2), (await Get(kept, Kept.Largest + 1), await Get(kept, Kept.Largest + 1)));
        using var blind = new Kept(new PublicState());
        Assert.Equal((3, 4), (await Get(blind), await Get(blind)));
    }

    private Task<int> Get(Kept kept, int rows = 1) => kept.Get("it", ["programme"], () => Task.FromResult(++reads), _ => rows);

    private async Task<Kept> Following()
    {
        await state.Follow(world.Services.GetRequiredService<IEngine>(), default);
        return new(state);
    }
}
