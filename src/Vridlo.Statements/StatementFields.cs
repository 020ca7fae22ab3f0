using Vridlo.Base;

namespace Vridlo.Statements;

/// <summary>Fields of the forms of statements, with what is said of those that are empty or too long.</summary>
internal static class StatementFields
{
    public static FieldsRead Begin() => new("statements.field-missing", "statements.text-long");
}
