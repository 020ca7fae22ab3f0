using Vridlo.Core.Organisations;
using Vridlo.Ui;

namespace Vridlo.Organisations.Editing;

/// <summary>The form of an organisation.</summary>
internal static class FactsForm
{
    public static OrganisationFacts Read(FormState form) => new(form["name"], form["number"], form["place"], form["address"], form["dataBox"], form["web"]);
}
