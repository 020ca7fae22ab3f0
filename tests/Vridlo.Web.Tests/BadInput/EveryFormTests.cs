using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;
using Vridlo.Web.Tests.Pages;

namespace Vridlo.Web.Tests.BadInput;

/// <summary>Every naughty string into every field of every form that an administrator reaches, and of those that nobody needs to sign in for.</summary>
public sealed class EveryFormTests
{
    /// <summary>With these the test would end its own work.</summary>
    private static bool EndsPeople(FormFound form) => form.Name is "end" or "erase" && form.Address.StartsWith("/prace/lide/", StringComparison.Ordinal);

    /// <summary>Here people change how they sign in, which can end a session: somebody else does it.</summary>
    private const string Own = "/prace/ja";

    /// <summary>Each form meets each string in some of its fields, on each engine in others.</summary>
    [Theory, BothEngines, Trait("Runs", "in-full")]
    public Task Every_form_takes_or_refuses_naughty_strings_and_runs_none(Engine engine) => All(engine, engine is Engine.Sqlite ? new(10, 0) : new(16, 8));

    [Theory(Explicit = true), BothEngines, Trait("Runs", "when asked for")]
    public Task Every_field_of_every_form_takes_or_refuses_all_of_them(Engine engine) => All(engine, Portion.Whole);

    private static async Task All(Engine engine, Portion portion)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ("cizi@example.org", new Grant(Role.Reader));

        // The first administrator comes where nobody is yet.
        await using var fresh = await Site.Shipped(engine);
        var first = await fresh.FirstInvitation();
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        await (await boss.Machine(site, "programmes.edit")).Done(HttpMethod.Post, "/drafts/amendments", new { programme = "prkk-2021", edition = "zmena-9", editionTitle = new { cs = "Změna" } });
        var forms = (await Forms(boss, "/prace")).Where(f => f.Address != Own).Select(f => (Worker: boss, Form: f)).ToList();
        using var another = await site.SignedIn(new Grant(Role.Reader));
        forms.AddRange((await Forms(another, Own)).Where(f => f.Address == Own).Select(f => (another, f)));
        foreach (var open in (string[])["/prihlaseni", "/zapomenute-heslo", "/vyjadreni/zadost", "/zamery/nabidka/zacatek", await site.Invited(), first])
        {
            var nobody = new Worker((open == first ? fresh : site).Client.BaseAddress!);
            forms.AddRange((await Forms(nobody, open)).Select(f => (nobody, f)));
        }

        Assert.True(forms.Count >= 8, string.Join('\n', forms.Select(f => f.Form.Address + " " + f.Form.Name)));
        Assert.Contains(forms, f => f.Form.Name == "invite");
        Assert.True(forms.Count(f => f.Form.Address.StartsWith("/prace/koncepty/", StringComparison.Ordinal)) >= 8, string.Join('\n', forms.Select(f => f.Form.Address + " " + f.Form.Name)));
        var (faults, accepted, posts) = (new List<string>(), 0, 0);
        foreach (var (worker, form) in forms)
        {
            foreach (var (what, body, marked) in Fillings(form, portion))
            {
                using var answer = await Post(worker, form, body);
                posts++;
                var (fault, page) = await Harm.In(answer);
                faults.AddRange(fault is null ? [] : [$"{form.Address} {form.Name} {what}: {fault}"]);
                faults.AddRange(page is null ? [] : Silent(page).Select(f => $"{form.Address} {form.Name}: {f}"));
                if (marked && page is not null)
                {
                    faults.AddRange(Harm.Altered(page).Select(f => $"{form.Address} {form.Name} {what}: {f}"));
                }

                if (marked && answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
                {
                    accepted++;
                    foreach (var shown in new[] { new Uri(site.Client.BaseAddress!, answer.Headers.Location!).PathAndQuery, form.Address }.Distinct())
                    {
                        using var after = await worker.Get(shown);
                        var (later, look) = await Harm.In(after);
                        faults.AddRange((later is null ? [] : new[] { later }).Concat(look is null ? [] : Harm.Altered(look)).Select(f => $"{shown} after {form.Name} {what}: {f}"));
                    }
                }
            }

            using var still = await boss.Get("/prace/lide");
            Assert.True(still.StatusCode is HttpStatusCode.OK, $"{form.Address} {form.Name} has ended the test's own session: {still.StatusCode}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(40)) + $"\n{faults.Count} faults in {posts} posts to {forms.Count} forms");
        Assert.True(accepted >= 5, $"only {accepted} of {posts} posts were accepted");
    }

    /// <summary>What the summary says is wrong and the field it leads to does not.</summary>
    private static IEnumerable<string> Silent(IHtmlDocument page) =>
        from link in page.QuerySelectorAll("#errors a[href^='#']")
        let field = link.GetAttribute("href")![1..]
        where page.GetElementById(field + "-error") is null
        select $"{(page.GetElementById(field) is null ? "leads nowhere" : "says nothing at the field")}: {field}";

    /// <summary>What is sent: every field naughty at once and turned, then text fields alone among good ones, so that it gets past the others.</summary>
    private static IEnumerable<(string What, string Body, bool Marked)> Fillings(FormFound form, Portion portion)
    {
        var writable = form.Fields.Where(f => f.Writable).ToList();
        IReadOnlyList<string> all = [.. Naughty.Texts.Select(Naughty.Escaped), .. Naughty.Broken];
        for (var turn = 0; turn < Math.Max(all.Count / 2, 1); turn++)
        {
            var now = turn;
            yield return ($"all {now}", Body(form, (f, i) => f.Writable || f.Hidden ? all[(i * 2 + now) % all.Count] : null), false);
        }

        foreach (var field in writable)
        {
            if (field.IsText)
            {
                foreach (var (i, text) in Naughty.Texts.Index().Where(t => portion.Holds(t.Index + writable.IndexOf(field))))
                {
                    yield return ($"{field.Name} {i}", Body(form, (f, _) => f.Name == field.Name ? Naughty.Escaped(text) : null), true);
                }
            }

            foreach (var value in Naughty.Values.Where((_, i) => portion.Holds(i + writable.IndexOf(field))))
            {
                yield return ($"{field.Name} '{value}'", Body(form, (f, _) => f.Name == field.Name ? Naughty.Escaped(value) : null), false);
            }
        }

        foreach (var field in form.Fields.Where(f => f.Hidden && f.Name is not "__RequestVerificationToken"))
        {
            yield return ($"hidden {field.Name}", Body(form, (f, _) => f.Name == field.Name ? "%00%C5%99%ED%A0%80" : null), false);
        }

        var large = Naughty.Escaped(Naughty.Large[..(1024 * 1024 / Math.Max(writable.Count, 1))]);
        yield return ("large", Body(form, (f, _) => f.Writable ? large : null), false);
        foreach (var (_, field) in writable.Index().Where(f => f.Item.IsText && portion.Holds(f.Index)))
        {
            yield return ($"{field.Name} large", Body(form, (f, _) => f.Name == field.Name ? large : null), false);
        }

        yield return ("twice", Body(form, (_, _) => null) + "&" + Body(form, (_, _) => null), false);
        yield return ("without fields", string.Join('&', form.Fields.Where(f => f.Name.StartsWith('_')).Select(f => f.Name + "=" + Naughty.Escaped(f.Value))), false);
    }

    private static string Body(FormFound form, Func<FieldFound, int, string?> other) => string.Join('&', form.Fields.Select((f, i) =>
        Uri.EscapeDataString(f.Name) + "=" + (f.Name is "__RequestVerificationToken" or "_handler" ? Uri.EscapeDataString(f.Value) : other(f, i) ?? (f.Name == "_receipt" ? Guid.CreateVersion7().ToString() : Uri.EscapeDataString(f.Good())))));

    private static Task<HttpResponseMessage> Post(Worker worker, FormFound form, string body) =>
        worker.Post(form.Action, new ByteArrayContent(Encoding.ASCII.GetBytes(body)) { Headers = { ContentType = new("application/x-www-form-urlencoded") } });

    private static async Task<IReadOnlyList<FormFound>> Forms(Worker worker, string from)
    {
        var (found, seen, sorts) = (new Dictionary<string, FormFound>(), new HashSet<string>(), new Dictionary<string, int>());
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var address))
        {
            var sort = Crawl.Shape(address);
            if (!seen.Add(address) || (sorts[sort] = sorts.GetValueOrDefault(sort) + 1) > 2)
            {
                continue;
            }

            using var answer = await worker.Get(address);
            if (answer.Content.Headers.ContentType?.MediaType is not "text/html" || await Worker.Read(answer) is not { } page)
            {
                continue;
            }

            foreach (var form in page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>())
            {
                var made = FormFound.Of(form, address);
                if (made.Fields.Any(f => f.Writable) && !EndsPeople(made))
                {
                    found.TryAdd($"{Crawl.Shape(made.Action)} {made.Name}", made);
                }
            }

            foreach (var link in page.QuerySelectorAll("a[href^='/prace']"))
            {
                open.Enqueue(link.GetAttribute("href")!.Split('#')[0]);
            }
        }

        // What ends a draft comes last.
        return [.. found.Values.OrderBy(f => f.Name is "end")];
    }
}
