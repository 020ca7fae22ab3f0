namespace Vridlo.Organisations;

/// <summary>The rights over the register of organisations.</summary>
internal static class OrganisationRights
{
    /// <summary>To enter, change and merge organisations.</summary>
    public const string Edit = "organisations.edit";
}
