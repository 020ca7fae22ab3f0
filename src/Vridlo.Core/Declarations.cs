using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Search;
using Vridlo.Core.Subjects;

namespace Vridlo.Core;

/// <summary>An entry of the public menu.</summary>
/// <param name="TextKey">key of the label</param>
/// <param name="Path">its Czech address</param>
/// <param name="Order">place in the menu, ascending</param>
public sealed record MenuEntry(string TextKey, string Path, int Order);

/// <summary>An entry of the workspace's navigation.</summary>
/// <param name="GroupKey">key of the heading it stands under; empty for the top</param>
/// <param name="TextKey">key of the label</param>
/// <param name="Icon">name of the icon</param>
/// <param name="Path">its Czech address</param>
/// <param name="Order">place in the navigation, ascending</param>
/// <param name="Right">the right without which it is not shown</param>
/// <param name="Waiting">counts what waits there for whoever asks, or null</param>
public sealed record WorkEntry(string GroupKey, string TextKey, string Icon, string Path, int Order, string Right, CountWaiting? Waiting = null);

/// <summary>Counts what waits for whoever asks. Asked on every page of the workspace, so it asks the database little.</summary>
public delegate Task<int> CountWaiting(IServiceProvider unit, CancellationToken stop);

/// <summary>A link in the foot of every public page.</summary>
/// <param name="ColumnKey">key of the column's heading</param>
/// <param name="TextKey">key of the link's text</param>
/// <param name="Path">its Czech address</param>
public sealed record FootLink(string ColumnKey, string TextKey, string Path);

/// <summary>
/// Something this system itself provides that can carry out a measure (its public pages, its open interfaces). A programme
/// package may name it as what meets a need.
/// </summary>
/// <param name="Key">stable key such as <c>portal.pages</c></param>
/// <param name="Kind">kind of instrument</param>
/// <param name="Title">its name</param>
/// <param name="Path">its Czech address</param>
public sealed record Capability(string Key, Instruments.InstrumentKind Kind, Localized Title, string Path);

/// <summary>
/// A section that a module adds to the public pages of nodes, in every edition. What it shows besides the programme changes under the
/// topic <see cref="Publishing.Topics.Nodes"/>.
/// </summary>
/// <param name="Id">id of the section's heading, unique among all</param>
/// <param name="TextKey">key of its name in the list of what is on the page</param>
/// <param name="Order">place among the sections, ascending</param>
/// <param name="Component">the component that shows it</param>
/// <param name="Read">reads the component's parameters; null when the page of this node has no such section</param>
public sealed record NodeSection(string Id, string TextKey, int Order, Type Component, ReadNodeSection Read);

/// <summary>Reads what a section of a node's page shows. Sections are read one after the other; at most two statements each.</summary>
/// <param name="services">the services of the request</param>
/// <param name="edition">the edition shown</param>
/// <param name="node">the node with what stands around it</param>
/// <param name="stop">ends the reading</param>
public delegate Task<IReadOnlyDictionary<string, object?>?> ReadNodeSection(
    IServiceProvider services, Programme.EditionHead edition, Programme.NodeSurroundings node, CancellationToken stop);

/// <summary>A section that a module adds to the public page of a thing.</summary>
/// <typeparam name="TOf">what the page is of</typeparam>
/// <param name="Order">place among the sections, ascending</param>
/// <param name="Component">the component that shows it</param>
/// <param name="Read">reads the component's parameters; null when the page of this thing has no such section</param>
public sealed record Section<TOf>(int Order, Type Component, ReadSection<TOf> Read);

/// <summary>Reads what a section of the page of a thing shows. Sections are read one after the other; at most two statements each.</summary>
/// <param name="services">the services of the request</param>
/// <param name="thing">what the page is of</param>
/// <param name="stop">ends the reading</param>
public delegate Task<IReadOnlyDictionary<string, object?>?> ReadSection<in T>(IServiceProvider services, T thing, CancellationToken stop);

/// <summary>Work that must have been done before the first request, such as loading what is shipped. Must do nothing the second time.</summary>
public delegate Task FirstStart(IServiceProvider services, CancellationToken stop);

/// <summary>Data that a module shows and has from elsewhere, for the page about the data.</summary>
/// <param name="TitleKey">key of its name</param>
/// <param name="TextKey">key of the text that says what it is, from whom, how old, and under which licence</param>
/// <param name="Downloads">Czech addresses of its lists without ending, each with the key of its name</param>
public sealed record DataSource(string TitleKey, string TextKey, IReadOnlyList<(string TextKey, string Path)> Downloads);

/// <summary>
/// The Czech addresses of a module's public pages, for the map of the site, one at a time. Each page has one address here, the
/// one that stands for it.
/// </summary>
public delegate IAsyncEnumerable<string> PublicPages(IServiceProvider services, CancellationToken stop);

/// <summary>Removes what is held about a person. Enlists in the unit of work, in which the person is still there; the caller commits.</summary>
public delegate Task PersonErased(Data.AppDb db, PersonId person, CancellationToken stop);
/// <summary>What a module holds about persons, for one export of it all (GDPR, article 15).</summary>
/// <param name="Name">name in the export</param>
/// <param name="Held">reads it; the result is written as JSON</param>
public sealed record PersonalData(string Name, Func<IServiceProvider, PersonId, CancellationToken, Task<object>> Held);

/// <summary>Collects what the modules declare.</summary>
public sealed class Declarations
{
    private readonly List<MenuEntry> menu = [];
    private readonly List<Capability> capabilities = [];
    private readonly List<FirstStart> firstStarts = [];
    private readonly List<AddressWord> words = [];
    private readonly List<Integrity.IntegrityCheck> checks = [];
    private readonly List<FootLink> footLinks = [];
    private readonly List<Type> homePictures = [];
    private readonly List<ISearchSource> searchSources = [];

    private readonly List<NodeSection> nodeSections = [];
    private readonly List<Section<Places.Place>> placeSections = [];
    private readonly List<Section<Programme.EditionHead>> homeSections = [];
    private readonly List<Section<Programme.EditionHead>> moneySections = [];
    private readonly List<Section<Organisations.OrganisationListed>> organisationSections = [];
    private readonly List<Section<SubjectKey>> subjectSections = [];
    private readonly List<DeclaredRight> rights = [];
    private readonly List<WorkEntry> work = [];
    private readonly List<PersonalData> personalData = [];
    private readonly List<PublicPages> publicPages = [];
    private readonly List<DataSource> dataSources = [];
    private readonly List<PersonErased> erasures = [];
    private readonly List<Jobs.Job> jobs = [];
    private readonly List<SubjectKind> subjects = [];
    private readonly List<FindSubjectLink> subjectLinks = [];
    private readonly List<RefersTo> referring = [];
    private readonly List<Duties.FindDuties> duties = [];
    private readonly List<Record.FollowAct> followers = [];
    private readonly List<Notices.NoticeSource> notices = [];
    private readonly Dictionary<string, (Undo.UndoWork Work, string? Gone)> undos = new(StringComparer.Ordinal);
    private readonly List<History.RecordedSubject> recorded = [];
    private readonly List<(int Order, Samples.SampleSteps Steps)> samples = [];

    /// <summary>The public menu in its order.</summary>
    public IReadOnlyList<MenuEntry> Menu => [.. menu.OrderBy(e => e.Order)];

    /// <summary>Links of the foot in the order of the modules.</summary>
    public IReadOnlyList<FootLink> FootLinks => footLinks;

    /// <summary>Components without parameters that stand beside the vision on the home page.</summary>
    public IReadOnlyList<Type> HomePictures => homePictures;

    /// <summary>What modules add to the public pages of nodes, in order.</summary>
    public IReadOnlyList<NodeSection> NodeSections => [.. nodeSections.OrderBy(s => s.Order)];

    /// <summary>What modules add to the home page of the installation's own programme, in order.</summary>
    public IReadOnlyList<Section<Programme.EditionHead>> HomeSections => [.. homeSections.OrderBy(s => s.Order)];

    /// <summary>What modules add to the page of the programme's money, in order.</summary>
    public IReadOnlyList<Section<Programme.EditionHead>> MoneySections => [.. moneySections.OrderBy(s => s.Order)];

    /// <summary>What modules add to the public pages of municipalities, in order.</summary>
    public IReadOnlyList<Section<Places.Place>> PlaceSections => [.. placeSections.OrderBy(s => s.Order)];

    /// <summary>What modules add to the public pages of organisations, in order.</summary>
    public IReadOnlyList<Section<Organisations.OrganisationListed>> OrganisationSections => [.. organisationSections.OrderBy(s => s.Order)];

    /// <summary>The sections of the pages of things of any kind, in their order.</summary>
    public IReadOnlyList<Section<SubjectKey>> SubjectSections => [.. subjectSections.OrderBy(s => s.Order)];

    /// <summary>What the system itself provides as instruments.</summary>
    public IReadOnlyList<Capability> Capabilities => capabilities;

    /// <summary>Work of the first start in the order of the modules.</summary>
    public IReadOnlyList<FirstStart> FirstStarts => firstStarts;

    /// <summary>The public pages of the modules, in their order.</summary>
    public IReadOnlyList<PublicPages> PublicPages => publicPages;

    /// <summary>What the modules show and have from elsewhere.</summary>
    public IReadOnlyList<DataSource> DataSources => dataSources;

    /// <summary>The words of public addresses.</summary>
    public IReadOnlyList<AddressWord> AddressWords => words;

    /// <summary>Where entries of search come from.</summary>
    public IReadOnlyList<ISearchSource> SearchSources => searchSources;

    /// <summary>The kinds of things that can be found, in their order.</summary>
    public IReadOnlyList<SearchKind> SearchKinds { get; private set; } = [];

    /// <summary>The rights of the modules beside those of Core.</summary>
    public IReadOnlyList<DeclaredRight> Rights => rights;

    /// <summary>The navigation of the workspace in its order.</summary>
    public IReadOnlyList<WorkEntry> Work => [.. work.OrderBy(e => e.Order)];

    /// <summary>Declares a right, and the roles that hold it beside the administrator.</summary>
    /// <exception cref="ArgumentException">when it is declared already</exception>
    public void Right(string key, params IReadOnlyList<Role> roles) => Add(new(key, roles));

    /// <summary>Declares a right over what belongs to the whole office: whoever holds a role at some place only does not hold it.</summary>
    /// <inheritdoc cref="Right(string, IReadOnlyList{Role})"/>
    public void OfficeRight(string key, params IReadOnlyList<Role> roles) => Add(new(key, roles, OfOffice: true));

    /// <summary>Adds an entry to the navigation of the workspace.</summary>
    public void WorkEntry(string groupKey, string textKey, string icon, string path, int order, string right, CountWaiting? waiting = null) =>
        work.Add(new(groupKey, textKey, icon, path, order, right, waiting));

    /// <summary>Declares where entries of search come from.</summary>
    /// <exception cref="ArgumentException">when a kind or its order is declared already</exception>
    public void SearchSource(ISearchSource source)
    {
        searchSources.Add(source);
        SearchKinds = [.. SearchKinds.Concat(source.Kinds).OrderBy(k => k.Order)];
        if (SearchKinds.DistinctBy(k => k.Order).Count() < SearchKinds.Count || SearchKinds.DistinctBy(k => k.Key).Count() < SearchKinds.Count)
        {
            throw new ArgumentException($"A kind of search source '{source.Name}', or its order, is declared already.", nameof(source));
        }
    }

    /// <summary>Declares a word of public addresses in the three languages.</summary>
    public void AddressWord(string cs, string en, string de) => words.Add(new(cs, en, de));

    /// <summary>Adds a link to a column of the foot.</summary>
    public void FootLink(string columnKey, string textKey, string path) => footLinks.Add(new(columnKey, textKey, path));

    /// <summary>Puts a component without parameters, such as a map, beside the vision on the home page.</summary>
    public void HomePicture(Type component) => homePictures.Add(component);

    /// <summary>Adds a section to the public pages of nodes.</summary>
    /// <exception cref="ArgumentException">when its id is declared already</exception>
    public void NodeSection(NodeSection section) => nodeSections.Add(
        nodeSections.Any(s => s.Id == section.Id) ? throw new ArgumentException($"The section '{section.Id}' is declared already.", nameof(section)) : section);

    /// <summary>Adds a section to the home page of the installation's own programme.</summary>
    public void HomeSection(Section<Programme.EditionHead> section) => homeSections.Add(section);

    /// <summary>Adds a section to the page of the programme's money.</summary>
    public void MoneySection(Section<Programme.EditionHead> section) => moneySections.Add(section);

    /// <summary>Adds a section to the public pages of municipalities.</summary>
    public void PlaceSection(Section<Places.Place> section) => placeSections.Add(section);

    /// <summary>Adds a section to the public pages of organisations.</summary>
    public void OrganisationSection(Section<Organisations.OrganisationListed> section) => organisationSections.Add(section);

    /// <summary>Adds a section to the public pages of things of any kind.</summary>
    public void SubjectSection(Section<SubjectKey> section) => subjectSections.Add(section);

    /// <summary>Adds an entry to the public menu.</summary>
    public void MenuEntry(string textKey, string path, int order) => menu.Add(new(textKey, path, order));

    /// <summary>Declares something the system itself provides as an instrument.</summary>
    public void Capability(string key, Instruments.InstrumentKind kind, Localized title, string path) =>
        capabilities.Add(new(key, kind, title, path));

    /// <summary>Declares data from elsewhere for the page about the data.</summary>
    public void Data(string titleKey, string textKey, params IReadOnlyList<(string TextKey, string Path)> downloads) =>
        dataSources.Add(new(titleKey, textKey, downloads));

    /// <summary>Declares public pages for the map of the site.</summary>
    public void Pages(PublicPages pages) => publicPages.Add(pages);

    /// <summary>Declares public pages whose addresses are always the same.</summary>
    public void Pages(params string[] paths) => publicPages.Add((_, _) => paths.ToAsyncEnumerable());

    /// <summary>Declares work of the first start.</summary>
    public void OnFirstStart(FirstStart work) => firstStarts.Add(work);

    /// <summary>What the modules hold about persons.</summary>
    public IReadOnlyList<PersonalData> PersonalData => personalData;

    /// <summary>Declares what is held about persons.</summary>
    public void Holds(PersonalData data) => personalData.Add(data);

    /// <summary>The checks of integrity that <c>vridlo verify</c> runs.</summary>
    public IReadOnlyList<Integrity.IntegrityCheck> Checks => checks;

    /// <summary>Declares a check of integrity.</summary>
    public void Check(Integrity.IntegrityCheck check) => checks.Add(check);

    /// <summary>What is done when a person is erased.</summary>
    public IReadOnlyList<PersonErased> Erasures => erasures;

    /// <summary>Declares what else is removed when a person is erased.</summary>
    public void OnErased(PersonErased erase) => erasures.Add(erase);

    /// <summary>The recurring work.</summary>
    public IReadOnlyList<Jobs.Job> Jobs => jobs;

    /// <summary>Declares recurring work, which one process at a time does.</summary>
    /// <exception cref="ArgumentException">when the name is declared already</exception>
    public void Job(string name, Jobs.Schedule schedule, Jobs.JobWork work) =>
        jobs.Add(jobs.Any(j => j.Name == name) ? throw new ArgumentException($"The job '{name}' is declared already.", nameof(name)) : new(name, schedule, work));

    /// <summary>The kinds of things that can be spoken of.</summary>
    public IReadOnlyList<SubjectKind> Subjects => subjects;

    /// <summary>Declares a kind of things that can be spoken of: commented on, and named in tasks and notices.</summary>
    /// <exception cref="ArgumentException">when it is declared already</exception>
    public void Subject(string key, string editRight, FindThings find, FindNamed? named = null) =>
        subjects.Add(subjects.Any(s => s.Key == key) ? throw new ArgumentException($"The subject '{key}' is declared already.", nameof(key)) : new(key, editRight, find) { Named = named });

    /// <summary>Ways from a thing to what modules have of it.</summary>
    public IReadOnlyList<FindSubjectLink> SubjectLinks => subjectLinks;

    /// <summary>Declares a way from every thing that can be spoken of to what this module has of it.</summary>
    public void OfSubject(FindSubjectLink find) => subjectLinks.Add(find);

    /// <summary>Who refers to things of others.</summary>
    public IReadOnlyList<RefersTo> Referring => referring;

    /// <summary>Declares that what this module holds refers to things of others, which then do not go.</summary>
    public void Refers(RefersTo refers) => referring.Add(refers);

    /// <summary>Where what waits for people comes from.</summary>
    public IReadOnlyList<Duties.FindDuties> Duties => duties;

    /// <summary>Declares where tasks of people come from.</summary>
    public void Tasks(Duties.FindDuties find) => duties.Add(find);

    /// <summary>What follows every act.</summary>
    public IReadOnlyList<Record.FollowAct> Followers => followers;

    /// <summary>Declares what follows every act, in its transaction.</summary>
    public void OnAct(Record.FollowAct follow) => followers.Add(follow);

    /// <summary>The sorts of things whose changes concern people.</summary>
    public IReadOnlyList<Notices.NoticeSource> Notices => notices;

    /// <summary>Declares that people are told of changes of these things, whichever act makes them; the act's kind is the text.</summary>
    public void Notice(string subject, Notices.FindConcerns find) => notices.Add(new(subject, find));

    /// <summary>Declares how acts of a kind are undone. What nobody declares cannot be.</summary>
    /// <exception cref="ArgumentException">when the kind is declared already</exception>
    /// <param name="kind">the kind of act</param>
    /// <param name="work">how it is undone</param>
    /// <param name="gone">Czech address from which one goes on when what the act has made is gone, with its page; null when it makes nothing that has a page</param>
    public void Undo(string kind, Undo.UndoWork work, string? gone = null) => undos.Add(kind, (work, gone));

    /// <summary>Who may read the history of what.</summary>
    public IReadOnlyList<History.RecordedSubject> Recorded => recorded;

    /// <summary>Declares who may read the history of a sort of thing.</summary>
    public void History(History.RecordedSubject subject) => recorded.Add(subject);

    /// <summary>The sorts of things that are public as a whole, as the record calls them: everybody may read what was changed in them.</summary>
    public ISet<string> PublicThings { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The sample data of the modules, in the order in which it is made.</summary>
    public IReadOnlyList<Samples.SampleSteps> Samples => [.. samples.OrderBy(s => s.Order).Select(s => s.Steps)];

    /// <summary>Declares what a module generates as sample data.</summary>
    /// <param name="order">what it builds on has a lower one</param>
    /// <param name="steps">its steps</param>
    public void Sample(int order, Samples.SampleSteps steps) => samples.Add((order, steps));

    internal (Undo.UndoWork? Work, string? Gone) UndoOf(string kind) => undos.GetValueOrDefault(kind);

    private void Add(DeclaredRight right) =>
        rights.Add(rights.Any(r => r.Key == right.Key) ? throw new ArgumentException($"The right '{right.Key}' is declared already.", nameof(right)) : right);
}
