namespace Vridlo.People;

/// <summary>The rights of this module.</summary>
internal static class PeopleRights
{
    /// <summary>Enters people, gives and takes roles, ends sessions, erases.</summary>
    public const string Manage = "people.manage";
}
