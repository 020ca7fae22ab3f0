using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Record;

namespace Vridlo.Core.Funds;

/// <summary>
/// Group commit: sums that come while others are being written to the same fund are written together in the next transaction, each as an
/// act of its own. None waits for more to come. What one of them is refused for, or fails of, is no other's affair.
/// </summary>
internal sealed class GroupCommit(IServiceScopeFactory scopes)
{
    /// <summary>More in one transaction would let the last wait for it longer than it saves.</summary>
    private const int Most = 64;

    private readonly ConcurrentDictionary<FundId, Line> lines = new();

    /// <summary>Enters a sum and answers when it is on the disk.</summary>
    /// <returns>the posting and the act, or why it was refused</returns>
    public Task<Entered> Enter(ToPost sum, Act act, CancellationToken stop)
    {
        var waiting = new Waiting(sum, act);
        var line = lines.GetOrAdd(sum.Fund, _ => new());
        if (line.Add(waiting))
        {
            // It works for whoever comes, and not on behalf of the request that came first.
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(() => Work(line), CancellationToken.None);
            }
        }

        return waiting.Answer.Task.WaitAsync(stop);
    }

    private async Task Work(Line line)
    {
        while (line.Next(Most) is { Count: > 0 } group)
        {
            await Answer(group);
        }
    }

    private async Task Answer(IReadOnlyList<Waiting> group)
    {
        try
        {
            var answers = await Together(group);
            foreach (var (waiting, answer) in group.Zip(answers))
            {
                waiting.Answer.SetResult(answer);
            }
        }
        catch (Exception) when (group.Count > 1)
        {
            // Whose failure it was shows when each goes alone.
            foreach (var waiting in group)
            {
                await Answer([waiting]);
            }
        }
#pragma warning disable CA1031 // Whatever it is, whoever waits for the answer must hear of it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            group[0].Answer.SetException(failure);
        }
    }

    /// <summary>Enters a group. When some are refused nothing of it stays, and the others are entered without them.</summary>
    private async Task<IReadOnlyList<Entered>> Together(IReadOnlyList<Waiting> group)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (unit, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<AppDb>());
        var (hold, spread, money) = (unit.GetRequiredService<HoldFunds>(), unit.GetRequiredService<SpreadSums>(), unit.GetRequiredService<IMoneyLedger>());
        var answers = new List<Entered>();
        await using (await db.Begin(default))
        {
            // The instruments before the fund, as everybody holds them.
            List<InstrumentId> instruments = [.. group.Select(w => w.Sum.Instrument).Distinct().OrderBy(i => i.Value)];
            foreach (var instrument in instruments)
            {
                await hold.Instrument(instrument, default);
            }

            await spread.Ready(instruments, default);
            foreach (var waiting in group)
            {
                var posted = await money.Post(waiting.Sum, default);
                answers.Add(new(posted, posted.Ok ? db.Did(waiting.Act) : null));
            }

            if (answers.TrueForAll(a => a.Posted.Ok))
            {
                return await db.CommitAll(default) ? answers
                    : group.Count == 1 ? [new(Problem.Conflict("money.changed-meanwhile"), null)]
                    : throw new InvalidOperationException("One of the group was changed by another; each goes alone.");
            }
        }

        if (answers.Exists(a => a.Posted.Ok))
        {
            var others = new Queue<Entered>(await Together([.. group.Zip(answers).Where(w => w.Second.Posted.Ok).Select(w => w.First)]));
            answers = [.. answers.Select(a => a.Posted.Ok ? others.Dequeue() : a)];
        }

        return answers;
    }

    /// <summary>What came of a sum: the posting and its act, or why it was refused.</summary>
    internal sealed record Entered(Result<PostingId> Posted, WrittenAct? Act);

    private sealed record Waiting(ToPost Sum, Act Act)
    {
        public TaskCompletionSource<Entered> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Those who wait for a fund, in the order they came.</summary>
    private sealed class Line
    {
        private readonly Lock gate = new();
        private readonly Queue<Waiting> waiting = new();
        private bool busy;

        /// <returns>whether somebody must begin to work for them</returns>
        public bool Add(Waiting one)
        {
            lock (gate)
            {
                waiting.Enqueue(one);
                (var idle, busy) = (!busy, true);
                return idle;
            }
        }

        /// <returns>those who go next; none when the work is done</returns>
        public List<Waiting> Next(int most)
        {
            lock (gate)
            {
                List<Waiting> next = [];
                while (next.Count < most && waiting.TryDequeue(out var one))
                {
                    next.Add(one);
                }

                busy = next.Count > 0;
                return next;
            }
        }
    }
}
