using Vridlo.Accounting;
using Vridlo.Alignment;
using Vridlo.Attachments;
using Vridlo.Core;
using Vridlo.Demo;
using Vridlo.Discussion;
using Vridlo.Funds;
using Vridlo.History;
using Vridlo.Organisations;
using Vridlo.People;
using Vridlo.Places;
using Vridlo.Portal;
using Vridlo.Programmes;
using Vridlo.Projects;
using Vridlo.Statements;

namespace Vridlo.Web;

/// <summary>The modules of the installation: one line each, and the only list of them.</summary>
internal static class Modules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new ProgrammesModule(),
        new PlacesModule(),
        new OrganisationsModule(),
        new FundsModule(),
        new AccountingModule(),
        new ProjectsModule(),
        new StatementsModule(),
        new AttachmentsModule(),
        new AlignmentModule(),
        new PortalModule(),
        new PeopleModule(),
        new DiscussionModule(),
        new HistoryModule(),
        new DemoModule(),
    ];
}
