using Vridlo.Core.Instruments;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.About;

/// <summary>Which project of the region an application, and the statement that becomes of it, is about. Officers say so; the applicant need not know.</summary>
internal sealed class AboutProject
{
    /// <summary>That of the application.</summary>
    public required StatementId Id { get; init; }

    public required InstrumentId InstrumentId { get; set; }
}
