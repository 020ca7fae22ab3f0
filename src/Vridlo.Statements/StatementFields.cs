using Vridlo.Base;

namespace Vridlo.Statements;

/// <summary>Fields of the forms of statements, with what is said of those that are empty or too long.</summary>
internal static class StatementFields
{
    private const string Missing = "statements.field-missing", TooLong = "statements.text-long";

    /// <summary>The labels of fields whose emptiness is said in the same words.</summary>
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["applicant"] = "statements.applicant.name",
        ["seat"] = "statements.applicant.seat",
        ["contactName"] = "statements.contact.name",
        ["mail"] = "statements.contact.mail",
        ["phone"] = "statements.contact.phone",
        ["title"] = "statements.project.title",
        ["description"] = "statements.project.description",
        ["aim"] = "statements.project.aim",
        ["outputs"] = "statements.project.outputs",
        ["fundingProgramme"] = "statements.funding.programme",
        ["fundingCall"] = "statements.funding.call",
        ["reasons"] = "statements.reasons",
        ["signatory"] = "statements.signatory",
        ["signatoryRole"] = "statements.signatory.role",
        ["correctWhy"] = "statements.correct.why",
        ["withdrawWhy"] = "statements.withdraw.why",
        ["asideWhy"] = "statements.aside.why",
    };

    /// <summary>The fields of an application as they stand in its form.</summary>
    private static readonly string[] Order =
    [
        "receivedOn", "applicant", "companyNumber", "seat", "dataBox", "contactName", "mail", "phone", "title", "place", "description", "aim", "outputs", "starts", "ends",
        "cost", "fundingProgramme", "fundingCall", "funding", "fundingDeadline",
    ];

    public static FieldsRead Begin() => new(Missing, TooLong);

    /// <summary>What is wrong with an application from the top of its form to the end; what has no place there comes last.</summary>
    public static Problem[] InOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(p => Array.IndexOf(Order, p.Field) is >= 0 and var place ? place : Order.Length)];

    /// <summary>Names the field of a problem for a list of all of them.</summary>
    public static Func<Problem, string?> In(Texts t) => problem => problem is { Code: Missing or TooLong, Field: { } field } && Labels.TryGetValue(field, out var key) ? t[key] : null;
}
