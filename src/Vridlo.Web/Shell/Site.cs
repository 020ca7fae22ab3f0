using NodaTime;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;
using Vridlo.Ui;

namespace Vridlo.Web.Shell;

/// <summary>The frame of the public pages.</summary>
internal sealed class Site(IProgrammeLedger programmes, Declarations declared, SampleLabel label, IClock clock)
{
    public async Task<Frame> Frame(string path, string query, Links to, Texts t, CancellationToken stop)
    {
        var today = clock.Today();
        var main = await programmes.First(stop) is { } code ? await programmes.InForce(code, today, stop) : null;
        return new()
        {
            Owner = (main?.Short ?? main?.Title)?.For(t.Language).Text ?? t["ui.product"],
            Subtitle = main?.Short is null ? null : main.Title.For(t.Language).Text,
            Sample = await label.Shown(stop) ? t["samples.note"] : null,
            Home = to["/"],
            Search = to["/hledani"],
            SignIn = new(t["people.sign-in.send"], to["/prihlaseni"]),
            Languages = [.. Enum.GetValues<Language>().Select(l => new LanguageLink(l, to.In(path, l) + query))],
            Navigation = [.. declared.Menu.Select(e => new Link(t[e.TextKey], to[e.Path], e.Path == path))],
            Columns = [.. declared.FootLinks.GroupBy(l => l.ColumnKey).Select(c => new LinkColumn(t[c.Key], [.. c.Select(l => new Link(t[l.TextKey], to[l.Path]))]))],
            Closing = main is { Approvals: [.., var approval] }
                ? [t["web.foot.approved", approval.Resolution, approval.On]]
                : [],
        };
    }
}
