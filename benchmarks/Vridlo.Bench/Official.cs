using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Vridlo.Bench;

/// <summary>Somebody of the office who is signed in and sends forms, each with a number of its own as a browser would.</summary>
internal sealed partial class Official : IDisposable
{
    private const string Form = "/prace/lide/pozvat";
    private const string Password = "modrý slon tancuje na rovníku";
    private const string Mail = "spravce@example.org";

    private readonly HttpClient client;
    private Dictionary<string, string> fields = [];

    private Official(Uri site)
    {
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) }) { BaseAddress = site };
        client.DefaultRequestHeaders.Add("Origin", site.ToString().TrimEnd('/'));
    }

    /// <summary>Enters the administrator, whose password the link sets, and signs in as often as there are people.</summary>
    public static async Task<IReadOnlyList<Official>> Of(Installed installed, Uri site, int people)
    {
        var link = await Commands.Run(installed.Command("user", "add", Mail, "--name", "Správce", "--role", "Administrator"));
        using (var first = new Official(site))
        {
            await first.Open(link.Trim());
            await first.Send(link.Trim(), new() { ["password"] = Password, ["repeated"] = Password });
        }

        var all = new List<Official>();
        for (var i = 0; i < people; i++)
        {
            var one = new Official(site);
            await one.Open("/prihlaseni", "password");
            await one.Send("/prihlaseni", new() { ["mail"] = Mail, ["password"] = Password });
            await one.Open(Form);
            all.Add(one);
        }

        return all;
    }

    /// <summary>Writes once: a person, a link, a letter and an act in one transaction.</summary>
    public async Task<double> Write(string mail, Stopwatch clock, TimeSpan due)
    {
        await Send(Form, new() { ["name"] = mail, ["mail"] = mail });
        return (clock.Elapsed - due).TotalMilliseconds;
    }

    public void Dispose() => client.Dispose();

    private async Task Open(string address, string? handler = null)
    {
        var page = await client.GetStringAsync(address);
        var form = Forms().Matches(page).Select(m => m.Value).First(f => f.Contains("_handler", StringComparison.Ordinal) && (handler is null || f.Contains($"value=\"{handler}\"", StringComparison.Ordinal)) && !f.Contains("sign-out", StringComparison.Ordinal));
        fields = Hidden().Matches(form).ToDictionary(m => Attribute(m.Value, "name"), m => WebUtility.HtmlDecode(Attribute(m.Value, "value")));
    }

    private async Task Send(string address, Dictionary<string, string> typed)
    {
        var sent = new Dictionary<string, string>(fields) { ["_receipt"] = Guid.CreateVersion7().ToString() };
        foreach (var (name, value) in typed)
        {
            sent[name] = value;
        }

        using var body = new FormUrlEncodedContent(sent);
        using var answer = await client.PostAsync(address, body);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
        {
            throw new InvalidOperationException($"{address} answers {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
