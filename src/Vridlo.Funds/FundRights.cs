namespace Vridlo.Funds;

/// <summary>The rights over funds.</summary>
internal static class FundRights
{
    /// <summary>To enter funds and their budgets.</summary>
    public const string Manage = "funds.manage";
}
