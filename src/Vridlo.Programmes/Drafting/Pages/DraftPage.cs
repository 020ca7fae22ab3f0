using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Programmes.Drafting.Tree;
using Vridlo.Ui;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>What the pages of one draft have in common: the draft as it is now, who may do what in it, and where one goes on.</summary>
public abstract class DraftPage : LoadedComponent
{
    private readonly Dictionary<string, FormState> forms = [];

    /// <summary>What another has written meanwhile, where a form was refused for it; else null.</summary>
    private protected IReadOnlyList<Differing>? theirs;

    /// <summary>Identity of the draft.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private protected HttpContext? Context { get; set; }

    [Inject]
    private protected ReadDrafts Drafts { get; set; } = null!;

    [Inject]
    private protected EditDraft Edit { get; set; } = null!;

    [Inject]
    private protected Asker Asker { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private protected Links To { get; set; } = null!;

    [Inject]
    private protected Texts T { get; set; } = null!;

    /// <summary>The draft; null when there is none, or none that may be read.</summary>
    private protected DraftTree? Tree { get; private set; }

    private protected DraftId Draft => new(Id);

    private protected CancellationToken Stop => Context!.RequestAborted;

    /// <summary>What the draft is called: the edition it is to become, and of which programme.</summary>
    private protected string Name => $"{T.Plain(Tree!.Head.EditionTitle)} · {T.Plain(Tree.Head.Short ?? Tree.Head.Title)}";

    /// <summary>The Czech address of the draft.</summary>
    private protected string Root => Address(Draft);

    /// <summary>Whether whoever asks may change something at a node now.</summary>
    private protected bool MayEdit(NodeId? at) => Tree!.Head.Status is DraftStatus.Editing && Asker.SeesAs is null && Edit.May(Tree, at);

    /// <inheritdoc/>
    protected sealed override async Task OnInitializedAsync()
    {
        Tree = await Shown();
        if (Tree is null || !Drafts.MayRead(Tree.Head))
        {
            Tree = null;
            Navigation.NotFound();
            return;
        }

        await Opened();
    }

    /// <summary>Reads the draft, or as much of it as the page shows.</summary>
    private protected virtual Task<DraftTree?> Shown() => Drafts.Tree(Draft, Stop);

    /// <summary>Reads what the page needs beside the draft, which may be read.</summary>
    private protected virtual Task Opened() => Task.CompletedTask;

    /// <summary>One state a form, so that a refusal is said where the form is and what was typed stays there, however often the page is rendered.</summary>
    private protected FormState Form(string name) => forms.TryGetValue(name, out var known) ? known : forms[name] = new(Context, name);

    /// <summary>Of the forms asked for so far the one that was sent, whose refusal is said above them all.</summary>
    private protected FormState Sent => forms.Values.FirstOrDefault(f => f.Sent) ?? new(null);

    /// <summary>
    /// The version that a form sends back: the one that was seen, which it holds as <c>version</c>; the newest when what another wrote stands
    /// beside it now, for whoever sends again has seen that.
    /// </summary>
    private protected string Seen(FormState form, int now) => theirs is null ? form["version"] : $"{now}";

    /// <summary>What is done, and why if the form asks and somebody has said it.</summary>
    private protected Act Act(string kind, FormState? form = null) => Asker.Act(kind, form?.Why ?? "");

    /// <summary>Leads to a Czech address when the work is done, or says in the form why it is not.</summary>
    /// <returns>whether it is done</returns>
    private protected bool GoOn<T>(Result<T> done, FormState form, string to)
    {
        if (done.Ok)
        {
            Navigation.NavigateTo(To[to]);
        }
        else
        {
            form.Refuse(done.Problems);
        }

        return done.Ok;
    }

    private protected static string Address(DraftId draft) => $"/prace/koncepty/{draft.Value}";

    private protected string NodeAddress(NodeId node) => $"{Root}/uzel/{node.Value}";

    /// <summary>The node in the outline, where the reader comes back to.</summary>
    private protected string Outline(NodeId? node) => node is { } id ? $"{Root}#n-{id.Value:N}" : Root;

    /// <summary>Nodes to choose from, in the order of the document, those further down set further in.</summary>
    private protected IReadOnlyList<(string Value, string Text)> Choices(Func<DraftNode, bool> fits) =>
        [.. Tree!.InOrder().Where(n => fits(n.Node)).Select(n => (n.Node.NodeId.Value.ToString(), $"{new string('\u2003', n.Depth)}{n.Node.Code} {Title(n.Node)}"))];

    private protected static NodeId? Chosen(string typed) => Guid.TryParse(typed, out var id) ? new NodeId(id) : null;

    private protected string Title(DraftNode node) => node.Title is null ? T["programmes.untitled.kind", T[node.Kind], node.Code] : T.Plain(node.Title);
}
