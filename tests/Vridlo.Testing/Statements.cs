using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Vridlo.Testing;

/// <summary>The SQL statements that the application has sent.</summary>
/// <param name="onlyOfRequests">leaves out what a server's own work in the background sends whenever it likes</param>
public sealed class Statements(bool onlyOfRequests = false) : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> sent = new();

    public IReadOnlyCollection<string> Sent => sent;

    public void Forget() => sent.Clear();

    /// <summary>Done once, after the next statement that reads this text has been run and before its rows are used.</summary>
    public (string Text, Func<Task> Work)? AfterNext { get; set; }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (AfterNext is { } next && command.CommandText.Contains(next.Text, StringComparison.Ordinal) && Counts(eventData))
        {
            AfterNext = null;
            await next.Work();
        }

        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData);
        return new(result);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData);
        return new(result);
    }

    private void Note(DbCommand command, DbContextEventData eventData)
    {
        if (Counts(eventData))
        {
            sent.Enqueue(command.CommandText);
        }
    }

    /// <summary>What jobs send between requests is nobody's.</summary>
    private bool Counts(DbContextEventData eventData) => !onlyOfRequests || eventData.Context!.GetService<IHttpContextAccessor>().HttpContext is not null;
}
