using Vridlo.Ui;

namespace Vridlo.Statements.Asking;

/// <summary>What was typed into the form of an application.</summary>
internal static class TypedForm
{
    public static ApplicationTyped Read(FormState form) => new(
        form["applicant"], form["companyNumber"], form["seat"], form["dataBox"], form["contactName"], form["mail"], form["phone"],
        form["title"], form["place"], form["description"], form["aim"], form["outputs"],
        form["cost"], form["fundingProgramme"], form["fundingCall"], form["funding"], form["fundingDeadline"], form["starts"], form["ends"],
        [.. Enumerable.Range(0, ReadApplication.MostClaimed).Select(i => form[$"claimed-{i}"])]);
}
