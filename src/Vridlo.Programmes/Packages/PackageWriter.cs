using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Packages;

/// <summary>Writes an edition as a programme package: a folder that people can read, compare and edit.</summary>
internal static class PackageWriter
{
    /// <summary>Relative path and text of every file of the package, in UTF-8 without byte-order mark.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(EditionContent content)
    {
        var all = content.Nodes.SelectMany(Flat).ToList();
        var language = MainLanguage(all);
        var files = new List<(string Path, string Text)> { ("programme.yaml", PackageYaml.Write(Head(content, all, language))) };
        AddNodes("goals.yaml", n => n.Kind is NodeKind.Vision or NodeKind.Goal);
        var areas = content.Nodes.Where(n => n.Kind is not (NodeKind.Vision or NodeKind.Goal or NodeKind.Heading or NodeKind.Achievement)).ToList();
        var width = Math.Max(2, areas.Count.ToString(Invariant).Length);
        foreach (var (index, area) in areas.Index())
        {
            files.Add(($"areas/{(index + 1).ToString(Invariant).PadLeft(width, '0')}.yaml", Nodes([area])));
        }

        AddNodes("achievements.yaml", n => n.Kind is NodeKind.Heading or NodeKind.Achievement);
        foreach (var other in Enum.GetValues<Language>().Where(l => l != language))
        {
            if (Texts(all, other) is { } texts)
            {
                files.Add(($"texts.{other.Code()}.yaml", PackageYaml.Write(texts)));
            }
        }

        AddIf("coverage.yaml", Coverage(content.Needs));
        AddIf("owners.yaml", Owners(content, all));
        AddIf("aliases.yaml", Aliases(all));
        AddIf("edits.yaml", Edits(all, language));
        if (content.Document is { } document)
        {
            files.Add((document.File, string.Join('\f', document.Pages)));
        }

        return files;

        string Nodes(IEnumerable<NodeContent> nodes) =>
            PackageYaml.Write(new NodesFile { Schema = PackageReader.Schema, Language = language.Code(), Nodes = [.. nodes.Select(n => Part(n, language))] });

        void AddNodes(string path, Func<NodeContent, bool> which)
        {
            if (content.Nodes.Where(which).ToList() is { Count: > 0 } nodes)
            {
                files.Add((path, Nodes(nodes)));
            }
        }

        void AddIf(string path, object? file)
        {
            if (file is not null)
            {
                files.Add((path, PackageYaml.Write(file)));
            }
        }
    }

    private static readonly System.Globalization.CultureInfo Invariant = System.Globalization.CultureInfo.InvariantCulture;

    private static IEnumerable<NodeContent> Flat(NodeContent node) => node.Children.SelectMany(Flat).Prepend(node);

    /// <summary>The language in which the nodes were written: the first in which some title exists, Czech before others.</summary>
    private static Language MainLanguage(List<NodeContent> nodes) =>
        Enum.GetValues<Language>().OrderByDescending(l => nodes.Count(n => n.Title?[l] is not null)).First();

    private static ProgrammeFile Head(EditionContent content, List<NodeContent> all, Language language) => new()
    {
        Schema = PackageReader.Schema,
        Code = content.Code,
        Kind = Names.Of(content.Kind),
        Territory = content.Territory.Length > 0 ? content.Territory : null,
        Title = Map(content.Title),
        Short = Map(content.Short),
        Languages = [.. Enum.GetValues<Language>().Where(l => l == language || all.Any(n => n.Title?[l] is not null)).Select(l => l.Code())],
        Period = content is { From: null, To: null } ? null : new() { From = content.From, To = content.To },
        Edition = new()
        {
            Code = content.Edition,
            Title = Map(content.EditionTitle),
            Status = Names.Of(content.Status),
            Follows = content.Follows,
            Approvals = [.. content.Approvals.Select(a => new ApprovalPart { Body = a.Body, Resolution = a.Resolution, On = Iso(a.On) })],
            InForceFrom = content.InForceFrom is { } day ? Iso(day) : null,
        },
        Document = content.Document is { } document
            ? new() { File = document.File, Title = Map(document.Title), Sha256 = document.Sha256, Paged = document.Paged ? true : null, Source = Map(document.Source) }
            : null,
    };

    private static NodePart Part(NodeContent node, Language language) => new()
    {
        Kind = Names.Of(node.Kind),
        Code = node.Code,
        Was = node.Was,
        Title = node.Edits.Any(e => e.Field == "title") ? null : node.Title?[language],
        Change = node.Edits.Any(e => e.Field == "change") ? null : node.Change?[language],
        Text = node.Edits.Any(e => e.Field == "text") ? null : node.Text?[language],
        Source = node.Source is { } span ? SpanText.Format(span) : null,
        Children = [.. node.Children.Select(c => Part(c, language))],
    };

    private static TextsFile? Texts(List<NodeContent> all, Language language)
    {
        var texts = new Dictionary<string, TextPart>(StringComparer.Ordinal);
        foreach (var node in all)
        {
            var part = new TextPart { Title = node.Title?[language], Change = node.Change?[language], Text = node.Text?[language] };
            if (part is not { Title: null, Change: null, Text: null })
            {
                texts.Add(node.Code, part);
            }
        }

        return texts.Count == 0 ? null : new() { Schema = PackageReader.Schema, Language = language.Code(), Nodes = texts };
    }

    private static CoverageFile? Coverage(IReadOnlyList<Need> needs) => needs.Count == 0 ? null : new()
    {
        Schema = PackageReader.Schema,
        Instruments = [.. needs.Select(n => new NeedPart
        {
            Key = n.Key,
            Measure = n.Measure,
            Kind = Names.Of(n.Kind),
            Assess = n.Assess ? true : null,
            Signup = n.Signup ? true : null,
            Restricted = n.Restricted ? true : null,
            MetBy = n.MetBy,
            Title = Map(n.Title),
            Activities = [.. n.Activities],
        })],
    };

    private static OwnersFile? Owners(EditionContent content, List<NodeContent> all) => content.Departments.Count == 0 ? null : new()
    {
        Schema = PackageReader.Schema,
        Source = Map(content.OwnersSource),
        Departments = [.. content.Departments.Select(d => new DepartmentPart { Key = d.Key, Name = Map(d.Name) })],
        Owners = all.Where(n => n.Department is not null).ToDictionary(n => n.Code, n => n.Department!, StringComparer.Ordinal),
    };

    private static AliasesFile? Aliases(List<NodeContent> all) => all.All(n => n.Aliases.Count == 0) ? null : new()
    {
        Schema = PackageReader.Schema,
        Aliases = all.Where(n => n.Aliases.Count > 0).ToDictionary(
            n => n.Code, n => n.Aliases.Select(a => new AliasPart { Title = a.Title, Where = a.Where }).ToList(), StringComparer.Ordinal),
    };

    private static EditsFile? Edits(List<NodeContent> all, Language language) => all.All(n => n.Edits.Count == 0) ? null : new()
    {
        Schema = PackageReader.Schema,
        Edits = [.. from node in all
                    from edit in node.Edits
                    select new EditPart
                    {
                        Code = node.Code,
                        Field = edit.Field,
                        Value = Value(node, edit.Field)?[language] is { } text ? new() { [language.Code()] = text } : null,
                        By = edit.By,
                        On = Iso(edit.On),
                        Why = Map(edit.Why),
                    }],
    };

    private static Localized? Value(NodeContent node, string field) => field switch
    {
        "title" => node.Title,
        "change" => node.Change,
        "text" => node.Text,
        _ => null,
    };

    private static Dictionary<string, string>? Map(Localized? text) => text is null
        ? null
        : Enum.GetValues<Language>().Where(l => text[l] is not null).ToDictionary(l => l.Code(), l => text[l]!);

    private static string Iso(NodaTime.LocalDate day) => LocalDatePattern.Iso.Format(day);
}
