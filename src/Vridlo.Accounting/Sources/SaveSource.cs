using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Accounting.Sources;

/// <summary>Enters a source of accounting, or changes one as seen at a version. Which funds pay is part of it.</summary>
internal sealed class SaveSource(AppDb db, ReadSource read, Asker asker)
{
    public const string Added = "accounting.source-add", Changed = "accounting.source-change";

    private const int LongestCode = 40;

    /// <returns>its code</returns>
    public async Task<Result<string>> Add(SourceTyped typed, CancellationToken stop)
    {
        var code = typed.Code.Trim();
        var known = await read.Run(typed, stop);
        List<Problem> problems = [.. known.Problems];
        if (code.Length is 0 or > LongestCode || code.StartsWith('-') || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || code is "novy")
        {
            problems.Insert(0, Problem.Invalid("accounting.source.code-wrong", "code", LongestCode));
        }

        if (problems.Count == 0 && await db.Set<Source>().AnyAsync(s => s.Code == code, stop))
        {
            problems.Add(Problem.Conflict("accounting.source.code-taken", code) with { Field = "code" });
        }

        if (problems.Count > 0 || known.Value is null)
        {
            return problems.ToArray();
        }

        var source = new Source
        {
            Id = TypedId.New<SourceId>(),
            Code = code,
            Name = "",
            Organisation = default,
            Form = default,
            EveryDays = 0,
            MatchesEvents = false,
            RecoveredItems = "",
            Coding = default,
            Delimiter = default,
            Decimal = default,
            Columns = "{}",
            ApprovedTypes = "",
            AdjustedTypes = "",
            Version = 1,
        };
        Set(source, typed, known.Value);
        db.Add(source);
        await Rules(source.Id, known.Value, stop);
        return await db.Commit(asker.Act(Added, ""), stop) ? code : Problem.Conflict("accounting.source.code-taken", code) with { Field = "code" };
    }

    /// <returns>its new version</returns>
    public async Task<Result<int>> Change(string code, int version, SourceTyped typed, CancellationToken stop)
    {
        if (await db.Set<Source>().FirstOrDefaultAsync(s => s.Code == code, stop) is not { } source)
        {
            return Problem.NotFound("accounting.source.unknown");
        }

        var known = await read.Run(typed, stop);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        if (source.Version != version)
        {
            return Problem.Conflict("accounting.source.changed-meanwhile");
        }

        Set(source, typed, known.Value);
        source.Version++;
        await Rules(source.Id, known.Value, stop);
        return await db.Commit(asker.Act(Changed, ""), stop) ? source.Version : Problem.Conflict("accounting.source.changed-meanwhile");
    }

    private async Task Rules(SourceId source, SourceRead known, CancellationToken stop)
    {
        var now = await db.Set<FundRule>().Where(r => r.SourceId == source).ToListAsync(stop);
        db.RemoveRange(now.Where(n => !known.Rules.Any(r => r.Kind == n.Kind && r.Value == n.Value)));
        foreach (var (kind, value, fund) in known.Rules)
        {
            if (now.Find(n => n.Kind == kind && n.Value == value) is { } there)
            {
                there.FundId = fund;
            }
            else
            {
                db.Add(new FundRule { SourceId = source, Kind = kind, Value = value, FundId = fund });
            }
        }
    }

    private static void Set(Source source, SourceTyped typed, SourceRead known)
    {
        (source.Name, source.Organisation, source.Form, source.EveryDays) = (typed.Name.Trim(), known.Organisation, known.Form, known.EveryDays);
        (source.DefaultFund, source.MatchesEvents, source.RecoveredItems) = (known.DefaultFund, typed.MatchesEvents, string.Join(' ', Source.Split(typed.RecoveredItems)));
        (source.Coding, source.Delimiter, source.Decimal, source.Columns) = (known.Coding, known.Delimiter, known.Decimal, known.Columns);
        (source.ApprovedTypes, source.AdjustedTypes) = (string.Join(' ', Source.Split(typed.ApprovedTypes)), string.Join(' ', Source.Split(typed.AdjustedTypes)));
    }
}
