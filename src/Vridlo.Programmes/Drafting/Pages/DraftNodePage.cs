using Microsoft.AspNetCore.Components;
using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>A page of one node of a draft.</summary>
public abstract class DraftNodePage : DraftPage
{
    /// <summary>Identity of the node.</summary>
    [Parameter]
    public Guid Node { get; set; }

    /// <summary>The node as it is now, or null.</summary>
    private protected DraftNode? Self { get; private set; }

    /// <summary>A desired change (žádoucí změna) is what areas and their objectives have; of other kinds only what has one already is asked for it.</summary>
    private protected bool HasChange => Self is { Kind: NodeKind.Area or NodeKind.Objective } or { Change: not null };

    /// <summary>What a page calls the node. There is one vision, and its title is a sentence: its code before it would read as a word.</summary>
    private protected string Named(DraftNode node) => node.Kind is NodeKind.Vision ? Title(node) : $"{node.Code} {Title(node)}";

    /// <summary>The way from the drafts to the node; with the node itself on pages of what is done with it.</summary>
    private protected IReadOnlyList<Link> Way(bool self = true)
    {
        var path = Tree!.Path(Self!.NodeId).Skip(self ? 0 : 1).Reverse().Select(id => Tree.Find(id)!);
        return
        [
            new(T["programmes.draft.list.title"], To["/prace/koncepty"]),
            new(T.Plain(Tree.Head.EditionTitle), To[Root]),
            .. path.Select(n => new Link(n.Code, To[NodeAddress(n.NodeId)])),
        ];
    }

    private protected sealed override async Task Opened()
    {
        Self = Tree!.Find(new NodeId(Node));
        if (Self is null)
        {
            Navigation.NotFound();
            return;
        }

        await Found();
    }

    /// <summary>Reads what the page needs beside the node, which is there.</summary>
    private protected virtual Task Found() => Task.CompletedTask;
}
