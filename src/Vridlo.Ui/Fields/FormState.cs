using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>
/// What a form holds: text as it was typed, or as it stood before; and what is wrong with it. Values are parsed by whoever
/// handles the form, with the reader's culture, never by the framework.
/// </summary>
public sealed class FormState
{
    private readonly Dictionary<string, string> before = new(StringComparer.Ordinal);
    private readonly HashSet<string> proposed = new(StringComparer.Ordinal);
    private readonly IFormCollection? sent;
    private readonly HttpContext? context;
    private FormCollection? resumed;

    /// <summary>The state of a form of the request under way.</summary>
    /// <param name="context">the request; null outside of one</param>
    /// <param name="name">name of the form, when a page has several: what another one sent is not this one's</param>
    public FormState(HttpContext? context, string? name = null)
    {
        this.context = context;
        if (context is { Request: { HasFormContentType: true } request } && HttpMethods.IsPost(request.Method) && (name is null || request.Form["_handler"] == name))
        {
            sent = request.Form;
            RefuseWhatNobodyTypes(sent);
        }
    }

    /// <summary>Whether this form has just been sent.</summary>
    public bool Sent => sent is not null;

    /// <summary>What is wrong with what was typed.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What is wrong with one field.</summary>
    internal IEnumerable<Problem> Of(string field) => Problems.Where(p => string.Equals(p.Field, field, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a field: as sent, else as it was typed earlier and gone on with, else as it stood before, else empty.</summary>
    public string this[string field] => Typed is { } typed ? typed[field].ToString() : before.GetValueOrDefault(field, "");

    /// <summary>Whether a field was sent at all, be it empty.</summary>
    public bool Has(string field) => Typed?.ContainsKey(field) is true;

    /// <summary>The version of the thing that was seen, from the hidden field <c>version</c>; -1, which no thing has, when there is none.</summary>
    public int Version => int.TryParse(this["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>
    /// The version that the form sends back: the one that was seen; the one that stands now when the form was refused because somebody else saved first, for
    /// what they wrote is shown then.
    /// </summary>
    internal string Seen => IsOvertaken ? before["version"] : this["version"];

    /// <summary>What somebody else saved in a field meanwhile, when the form was refused for it and they wrote something else; else null.</summary>
    internal string? Theirs(string field) =>
        IsOvertaken && !proposed.Contains(field) && before.TryGetValue(field, out var theirs) && theirs.ReplaceLineEndings("\n").Trim() != this[field].ReplaceLineEndings("\n").Trim() ? theirs : null;

    /// <summary>Whether a box is ticked as it is saved now, when the form was refused because somebody else saved first and it is not as it was sent; else null.</summary>
    internal bool? Theirs(string field, string value) =>
        IsOvertaken && before.TryGetValue(field, out var theirs) && theirs.Split('\n').Contains(value) is var ticked && ticked != All(field).Contains(value) ? ticked : null;

    private bool IsOvertaken =>
        sent is not null && Problems.Any(p => p.Kind is ProblemKind.Conflict) && before.TryGetValue("version", out var now) && now != sent["version"].ToString();

    /// <summary>All values of a field that can be chosen several times.</summary>
    public IReadOnlyList<string> All(string field) => Typed is { } typed ? [.. typed[field].OfType<string>()] : before.TryGetValue(field, out var one) ? one.Split('\n') : [];

    /// <summary>A file that was sent with the form, or null.</summary>
    public IFormFile? File(string field) => sent?.Files.GetFile(field);

    /// <summary>Name of the field for the reason: another one where a page has several forms that ask for one, so that each has its own label.</summary>
    public string WhyField { get; init; } = "why";

    /// <summary>Why it is done, as typed in the <see cref="Ui.WhyField"/>; empty when nothing is said.</summary>
    public string Why => this[WhyField].Trim();

    /// <summary>What is said to a form of several buttons that was sent by none of them.</summary>
    public static Problem NoButton { get; } = Problem.Invalid("ui.form.no-button");

    /// <summary>Says what a field holds before anything is typed.</summary>
    public FormState With(string field, string? text)
    {
        before[field] = text ?? "";
        return this;
    }

    /// <summary>The same of what is only proposed and stands nowhere yet, such as the day of today.</summary>
    public FormState Proposing(string field, string? text)
    {
        proposed.Add(field);
        return With(field, text);
    }

    /// <summary>
    /// Goes on with what was typed earlier, instead of what stood before; hidden fields that are written from this state, such as the
    /// version of what is edited, go back with it. What has just been sent stays as it is.
    /// </summary>
    internal void Resume(IReadOnlyList<(string Name, string Value)> fields) =>
        resumed = new(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));

    /// <summary>
    /// Says what is wrong; when a form was sent, be it another one of the page whose problems are told here, the page is shown again
    /// with the status that fits, and keeps what was typed.
    /// </summary>
    public void Refuse(params IReadOnlyList<Problem> problems)
    {
        Problems = [.. Problems, .. problems.Select(p => p.Field is "why" ? p with { Field = WhyField } : p)];
        if (context is not null && HttpMethods.IsPost(context.Request.Method) && problems.Count > 0)
        {
            context.Response.StatusCode = problems[0].Kind switch
            {
                ProblemKind.NotFound => StatusCodes.Status404NotFound,
                ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
                ProblemKind.Conflict => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            };
        }
    }

    /// <summary>No keyboard makes null characters and no database keeps them: such a form is refused before anybody reads it.</summary>
    private void RefuseWhatNobodyTypes(IFormCollection form)
    {
        foreach (var field in form.Where(f => f.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) is true)))
        {
            Refuse(Problem.Invalid("ui.form.null", field.Key.StartsWith('_') ? null : field.Key));
        }
    }

    private IFormCollection? Typed => sent ?? resumed;
}
