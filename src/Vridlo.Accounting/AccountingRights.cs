namespace Vridlo.Accounting;

/// <summary>The rights over accounting.</summary>
internal static class AccountingRights
{
    /// <summary>To keep sources, import their files and assign what nothing matches.</summary>
    public const string Manage = "accounting.manage";
}
