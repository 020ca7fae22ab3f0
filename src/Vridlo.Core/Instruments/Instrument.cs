using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Organisations;
using Vridlo.Core.Programme;

namespace Vridlo.Core.Instruments;

/// <summary>How a measure is carried out (nástroj).</summary>
[Words("programmes.instrument")]
public enum InstrumentKind
{
    /// <summary>projects and project intents (projekt)</summary>
    Project,

    /// <summary>published grant programme with a call (dotace)</summary>
    Grant,

    /// <summary>award to one person or firm (podpora)</summary>
    Support,

    /// <summary>typed records, on the map where they have a place (registr)</summary>
    Register,

    /// <summary>series with target (ukazatel)</summary>
    Indicator,

    /// <summary>continuous readings (měření)</summary>
    Meter,

    /// <summary>waves of questions (průzkum)</summary>
    Survey,

    /// <summary>public comments on a draft (připomínkování)</summary>
    Consultation,

    /// <summary>participatory budget (participativní rozpočet)</summary>
    Budgeting,

    /// <summary>events (kalendář)</summary>
    Calendar,

    /// <summary>documents, manuals, plans (knihovna)</summary>
    Library,

    /// <summary>partners, working groups, meetings (síť)</summary>
    Network,

    /// <summary>offers and requests (nabídky)</summary>
    Offers,

    /// <summary>catalogue of services, advice cases (služba)</summary>
    Service,

    /// <summary>computed answer (rozbor)</summary>
    Analysis,

    /// <summary>fund with its ledger (peníze)</summary>
    Money,

    /// <summary>programmes aligned to one another (soulad)</summary>
    Alignment,

    /// <summary>exchange interfaces and open data (rozhraní)</summary>
    Interface,

    /// <summary>sign-in through the national identity (identita)</summary>
    Identity,

    /// <summary>public pages and feeds (stránky)</summary>
    Pages,
}

/// <summary>Identifies an instrument.</summary>
public readonly record struct InstrumentId(Guid Value) : ITypedId<InstrumentId>
{
    /// <inheritdoc/>
    public static InstrumentId From(Guid value) => new(value);
}

/// <summary>One row of the common list of instruments. What a module adds to it is the module's own.</summary>
internal sealed class Instrument
{
    public required InstrumentId Id { get; init; }

    /// <summary>Stable human code, unique in the installation.</summary>
    public required string Code { get; init; }

    public required InstrumentKind Kind { get; init; }

    public required Localized Title { get; set; }

    /// <summary>Czech address of its page; empty when the module that declares it knows it.</summary>
    public required string Path { get; init; }

    /// <summary>Code of the place where it is, or null.</summary>
    public string? Place { get; set; }

    /// <summary>The organisation that carries it out, as it was named: it may have been merged into another since. Null when it has none.</summary>
    public OrganisationId? Bearer { get; set; }

    public required Instant Since { get; init; }

    /// <summary>Raised by whoever enters money, who thereby holds it until the transaction ends.</summary>
    public int MoneyTurn { get; init; }

    public List<InstrumentLink> Links { get; } = [];
}

/// <summary>An instrument carries out a node of a programme, and may by that meet a need the programme states.</summary>
internal sealed class InstrumentLink
{
    public required InstrumentId InstrumentId { get; init; }

    public required NodeId NodeId { get; init; }

    /// <summary>Key of the need of that node which the instrument meets; empty when it meets none in particular.</summary>
    public required string NeedKey { get; init; }
}
