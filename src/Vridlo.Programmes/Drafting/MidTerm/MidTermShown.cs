using NodaTime;
using Vridlo.Base;

namespace Vridlo.Programmes.Drafting.MidTerm;

/// <summary>A mid-term report as the public sees it.</summary>
/// <param name="Title">its title</param>
/// <param name="Text">what it concludes, or null</param>
/// <param name="On">the day up to which it reports</param>
/// <param name="Resolution">number of the assembly's resolution</param>
/// <param name="ResolvedOn">day of the resolution</param>
/// <param name="Outcome">what follows, in the reader's language</param>
/// <param name="Edition">what the edition is called; null where it is clear</param>
public sealed record MidTermShown(Localized Title, Localized? Text, LocalDate On, string Resolution, LocalDate ResolvedOn, string Outcome, Localized? Edition)
{
    internal static MidTermShown Of(MidTermReport report, Texts t, Localized? edition = null) =>
        new(report.Title, report.Text, report.On, report.Resolution, report.ResolvedOn, t[report.Outcome], edition);
}
