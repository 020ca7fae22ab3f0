namespace Vridlo.Statements;

/// <summary>The rights over statements. Anybody may ask for one.</summary>
internal static class StatementRights
{
    /// <summary>
    /// To read applications, to enter those that came by data box, to decide, issue and withdraw. What names nodes of the programme is decided by
    /// whoever holds it at one of them; what names none, by whoever holds it everywhere.
    /// </summary>
    public const string Decide = "statements.decide";
}
