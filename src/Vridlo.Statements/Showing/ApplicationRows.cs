using Vridlo.Base;

namespace Vridlo.Statements.Showing;

/// <summary>What an application says, as labels and texts for its pages in the workspace.</summary>
internal static class ApplicationRows
{
    public static IReadOnlyList<(string Label, string Text)> Facts(ApplicationShown shown, Texts t)
    {
        var a = shown.Application;
        return
        [
            (t["statements.applicant.name"], $"{a.Applicant}, {t["statements.applicant.number.of", a.CompanyNumber]}"),
            (t["statements.applicant.seat"], a.Seat),
            (t["statements.applicant.data-box"], Given(a.DataBox)),
            (t["statements.project.place"], Given(shown.Place?.Name)),
            (t["statements.project.time"], a.Starts is null && a.Ends is null ? "–" : $"{(a.Starts is { } starts ? t.Write(starts) : "?")} – {(a.Ends is { } ends ? t.Write(ends) : "?")}"),
            (t["statements.funding.cost"], t.Write(new Money(a.Cost, a.Currency))),
            (t["statements.funding.sought"], Given(string.Join(", ", new[] { a.FundingProgramme, a.FundingCall, a.Funding is { } sought ? t.Write(new Money(sought, a.Currency)) : "" }.Where(p => p.Length > 0)))),
            (t["statements.funding.deadline"], a.FundingDeadline is { } last ? t.Write(last) : "–"),
            (t["statements.claimed.named"], Given(a.Claimed)),
            (t["statements.channel"], $"{t[a.Channel]}, {t.Write(a.ReceivedOn)}"),
        ];
    }

    public static IReadOnlyList<(string Label, string Text)> Prose(ApplicationShown shown, Texts t) =>
    [
        (t["statements.project.description"], shown.Application.Description),
        (t["statements.project.aim"], shown.Application.Aim),
        (t["statements.project.outputs"], shown.Application.Outputs),
    ];

    private static string Given(string? text) => string.IsNullOrEmpty(text) ? "–" : text;
}
