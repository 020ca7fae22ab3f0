using NodaTime;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Programme;
using YamlDotNet.Core;

namespace Vridlo.Programmes.Packages;

/// <summary>Reads a programme package; collects everything that is wrong with it.</summary>
internal sealed class PackageReader
{
    /// <summary>The version of the form of packages that this program writes and reads.</summary>
    public const int Schema = 1;

    private const int LongestFile = 64 * 1024 * 1024;

    private readonly string folder;
    private readonly List<Problem> problems = [];
    private readonly Dictionary<string, NodePart> parts = new(StringComparer.Ordinal);

    private PackageReader(string folder) => this.folder = folder;

    /// <summary>Reads the package in a folder.</summary>
    public static Result<EditionContent> Read(string folder)
    {
        var reader = new PackageReader(folder);
        return !Directory.Exists(folder)
            ? Problem.NotFound("programmes.package.no-folder", folder)
            : reader.Read() is { } content && reader.problems.Count == 0 ? content : reader.problems.ToArray();
    }

    private EditionContent? Read()
    {
        if (File<ProgrammeFile>("programme.yaml", required: true) is not { } head)
        {
            return null;
        }

        var top = NodeFiles().SelectMany(f => f.Nodes ?? []).ToList();
        foreach (var part in top.SelectMany(Flat))
        {
            if (string.IsNullOrWhiteSpace(part.Code))
            {
                Wrong("programmes.package.missing", "nodes", "code");
            }
            else if (!parts.TryAdd(part.Code, part))
            {
                Wrong("programmes.package.duplicate-code", "nodes", part.Code);
            }
        }

        var language = Languages.Parse(head.Languages?.FirstOrDefault()) ?? Language.Cs;
        var texts = new NodeTexts(language, OtherTexts(language), Known("owners.yaml", OwnersFile?.Owners), Known("aliases.yaml", File<AliasesFile>("aliases.yaml")?.Aliases), Edits());
        var nodes = top.Select(p => Node(p, texts)).ToList();
        return problems.Count > 0 ? null : Content(head, nodes);
    }

    private EditionContent? Content(ProgrammeFile head, IReadOnlyList<NodeContent> nodes)
    {
        var edition = head.Edition ?? new();
        var content = new EditionContent
        {
            Code = Required("programme.yaml", "code", head.Code),
            Kind = Name<ProgrammeKind>("programme.yaml", "kind", head.Kind),
            Territory = head.Territory ?? "",
            Title = RequiredText("programme.yaml", "title", head.Title),
            Short = Text(head.Short),
            From = head.Period?.From,
            To = head.Period?.To,
            Edition = Required("programme.yaml", "edition: code", edition.Code),
            EditionTitle = RequiredText("programme.yaml", "edition: title", edition.Title),
            Status = Name<EditionStatus>("programme.yaml", "edition: status", edition.Status),
            Follows = edition.Follows,
            InForceFrom = edition.InForceFrom is { } day ? Day("programme.yaml", day) : null,
            Approvals = [.. (edition.Approvals ?? []).Select(a => new Approval(
                Required("programme.yaml", "approvals: body", a.Body),
                Required("programme.yaml", "approvals: resolution", a.Resolution),
                Day("programme.yaml", a.On)))],
            Document = head.Document is { } document ? Document(document) : null,
            OwnersSource = Text(OwnersFile?.Source),
            Departments = [.. (OwnersFile?.Departments ?? []).Select(d =>
                new Department(Required("owners.yaml", "departments: key", d.Key), RequiredText("owners.yaml", "departments: name", d.Name)))],
            Nodes = nodes,
            Needs = [.. (File<CoverageFile>("coverage.yaml")?.Instruments ?? []).Select(Need)],
        };
        foreach (var twice in content.Needs.CountBy(n => n.Key).Where(n => n.Value > 1))
        {
            Wrong("programmes.package.duplicate-code", "coverage.yaml", twice.Key);
        }

        if (content is { Status: EditionStatus.Approved, InForceFrom: null })
        {
            Wrong("programmes.package.missing", "programme.yaml", "edition: in-force-from");
        }

        return content;
    }

    private OwnersFile? OwnersFile => field ??= File<OwnersFile>("owners.yaml");

    private IEnumerable<NodesFile> NodeFiles()
    {
        var areas = Path.Combine(folder, "areas");
        var found = Directory.Exists(areas) ? Directory.GetFiles(areas, "*.yaml") : [];
        var ordered = found.Select(f => $"areas/{Path.GetFileName(f)}").Order(StringComparer.Ordinal);
        return ordered.Prepend("goals.yaml").Append("achievements.yaml").Select(f => File<NodesFile>(f)).OfType<NodesFile>();
    }

    private Dictionary<Language, Dictionary<string, TextPart>> OtherTexts(Language language) =>
        Enum.GetValues<Language>().Where(l => l != language)
            .ToDictionary(l => l, l => Known($"texts.{l.Code()}.yaml", File<TextsFile>($"texts.{l.Code()}.yaml")?.Nodes) ?? []);

    private ILookup<string, EditPart> Edits()
    {
        var edits = File<EditsFile>("edits.yaml")?.Edits ?? [];
        foreach (var edit in edits.Where(e => !parts.ContainsKey(e.Code ?? "")))
        {
            Wrong("programmes.package.unknown-code", "edits.yaml", edit.Code ?? "");
        }

        return edits.ToLookup(e => e.Code ?? "", StringComparer.Ordinal);
    }

    private Dictionary<string, T>? Known<T>(string file, Dictionary<string, T>? byCode)
    {
        foreach (var code in (byCode?.Keys ?? Enumerable.Empty<string>()).Where(c => !parts.ContainsKey(c)))
        {
            Wrong("programmes.package.unknown-code", file, code);
        }

        return byCode;
    }

    private NodeContent Node(NodePart part, NodeTexts texts)
    {
        var code = part.Code ?? "";
        var span = part.Source is { } source ? SpanText.Parse(source) : null;
        if (part.Source is not null && span is null)
        {
            Wrong("programmes.package.bad-source", code, part.Source);
        }

        return new()
        {
            Kind = Name<NodeKind>(code, "kind", part.Kind),
            Code = code,
            Was = part.Was,
            Title = texts.Of(code, "title", part.Title, t => t.Title),
            Change = texts.Of(code, "change", part.Change, t => t.Change),
            Text = texts.Of(code, "text", part.Text, t => t.Text),
            Department = texts.Owners?.GetValueOrDefault(code),
            Source = span,
            Aliases = [.. (texts.Aliases?.GetValueOrDefault(code) ?? []).Select(a => new Alias(Required("aliases.yaml", "title", a.Title), a.Where ?? ""))],
            Edits = [.. texts.Edits[code].Select(e => new NodeEdit(
                Required("edits.yaml", "field", e.Field), Required("edits.yaml", "by", e.By), Day("edits.yaml", e.On), RequiredText("edits.yaml", "why", e.Why)))],
            Children = [.. (part.Children ?? []).Select(c => Node(c, texts))],
        };
    }

    private Need Need(NeedPart part)
    {
        foreach (var code in (part.Activities ?? []).Append(part.Measure ?? "").Where(c => !parts.ContainsKey(c)))
        {
            Wrong("programmes.package.unknown-code", "coverage.yaml", code);
        }

        return new()
        {
            Key = Required("coverage.yaml", "key", part.Key),
            Measure = part.Measure ?? "",
            Kind = Name<InstrumentKind>("coverage.yaml", "kind", part.Kind),
            Title = RequiredText("coverage.yaml", "title", part.Title),
            Activities = part.Activities ?? [],
            Assess = part.Assess ?? false,
            Signup = part.Signup ?? false,
            Restricted = part.Restricted ?? false,
            MetBy = part.MetBy,
        };
    }

    private SourceDocument? Document(DocumentPart part)
    {
        var name = Path.GetFileName(Required("programme.yaml", "document: file", part.File));
        var path = Path.Combine(folder, name);
        if (name != part.File || !System.IO.File.Exists(path))
        {
            Wrong("programmes.package.no-file", part.File ?? "");
            return null;
        }

        var text = System.IO.File.ReadAllText(path);
        var paged = part.Paged ?? false;
        return new(
            name,
            RequiredText("programme.yaml", "document: title", part.Title),
            Required("programme.yaml", "document: sha256", part.Sha256),
            Text(part.Source),
            paged,
            paged ? text.Split('\f') : [text]);
    }

    private T? File<T>(string name, bool required = false)
        where T : class, new()
    {
        var path = Path.Combine(folder, name);
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > LongestFile)
        {
            if (required || file.Exists)
            {
                Wrong(file.Exists ? "programmes.package.too-long" : "programmes.package.no-file", name);
            }

            return null;
        }

        try
        {
            var read = PackageYaml.Read<T>(System.IO.File.ReadAllText(path));
            if (typeof(T).GetProperty("Schema")?.GetValue(read) is not Schema)
            {
                Wrong("programmes.package.schema", name, Schema);
            }

            return read;
        }
        catch (YamlException wrong)
        {
            Wrong("programmes.package.unreadable", name, wrong.Start.Line, wrong.InnerException?.Message ?? wrong.Message);
            return null;
        }
    }

    private static IEnumerable<NodePart> Flat(NodePart part) => (part.Children ?? []).SelectMany(Flat).Prepend(part);

    private static Localized? Text(Dictionary<string, string>? texts) =>
        texts is null || texts.Values.All(string.IsNullOrWhiteSpace)
            ? null
            : new(texts.GetValueOrDefault("cs"), texts.GetValueOrDefault("en"), texts.GetValueOrDefault("de"));

    private Localized RequiredText(string file, string field, Dictionary<string, string>? texts) => Text(texts) ?? new(Required(file, field, null) + "?");

    private string Required(string file, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Wrong("programmes.package.missing", file, field);
        }

        return value ?? "";
    }

    private T Name<T>(string file, string field, string? name)
        where T : struct, Enum
    {
        if (Names.Parse<T>(name) is { } value)
        {
            return value;
        }

        Wrong("programmes.package.bad-name", file, field, name ?? "", string.Join(", ", Enum.GetValues<T>().Select(Names.Of)));
        return default;
    }

    private LocalDate Day(string file, string? text)
    {
        if (LocalDatePattern.Iso.Parse(text ?? "") is { Success: true } parsed)
        {
            return parsed.Value;
        }

        Wrong("programmes.package.bad-date", file, text ?? "");
        return default;
    }

    private void Wrong(string code, params object[] arguments) => problems.Add(Problem.Invalid(code, null, arguments));

    /// <summary>What the files beside the tree say of the nodes.</summary>
    private sealed record NodeTexts(
        Language Language,
        Dictionary<Language, Dictionary<string, TextPart>> Others,
        Dictionary<string, string>? Owners,
        Dictionary<string, List<AliasPart>>? Aliases,
        ILookup<string, EditPart> Edits)
    {
        public Localized? Of(string code, string field, string? own, Func<TextPart, string?> other)
        {
            var edited = Edits[code].FirstOrDefault(e => e.Field == field)?.Value?.GetValueOrDefault(Language.Code());
            var texts = Enum.GetValues<Language>().ToDictionary(
                l => l, l => l == Language ? edited ?? own : Others[l].TryGetValue(code, out var part) ? other(part) : null);
            return texts.Values.All(string.IsNullOrWhiteSpace) ? null : new(texts[Language.Cs], texts[Language.En], texts[Language.De]);
        }
    }
}
