namespace Vridlo.People;

/// <summary>The rights of this module.</summary>
internal static class PeopleRights
{
    /// <summary>Enters people, gives and takes roles, ends sessions, erases.</summary>
    public const string Manage = "people.manage";

    /// <summary>Gives and takes the roles of those who answer for a part of a plan, where it is held.</summary>
    public const string Entrust = "people.entrust";

    /// <summary>Changes the own account by a token: name, sessions, tokens, saved views.</summary>
    public const string Own = "people.own";
}
