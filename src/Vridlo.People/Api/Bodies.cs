using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;

namespace Vridlo.People.Api;

/// <summary>A person to be entered, who gets a letter with the way in.</summary>
internal sealed record NewPerson(string Name, string Mail, Language Language = Language.Cs, string Why = "");

/// <summary>A role to be given: everywhere, in a programme (by its code), or at and below a node (by its code) of its edition in force.</summary>
internal sealed record NewRole(Role Role, string Programme = "", string Node = "", string Why = "");

/// <summary>A role to be given at and below a node: of an owner or a guarantor, unless one manages people.</summary>
internal sealed record NewNodeRole(Guid Person, Role Role, string Why = "");

/// <summary>Another address of mail of a person.</summary>
internal sealed record NewMail(string Mail, string Why = "");

/// <summary>Whether a person works here.</summary>
internal sealed record WorksHere(bool Here, string Why = "");

/// <summary>The end of all sessions and tokens of a person.</summary>
internal sealed record SignedOut(string Why = "");

/// <summary>The erasure of a person, whose address of mail is said again so that nobody else is meant.</summary>
internal sealed record Erasure(string Mail, string Why = "");

/// <summary>Many people at once, and what is chosen beside them, such as a role.</summary>
internal sealed record ManyPeople(IReadOnlyList<Guid> People, string Choice = "", string Why = "");

/// <summary>What a person says of the own account.</summary>
internal sealed record OwnProfile(string Name, Language Language);

/// <summary>Which browser is signed out; all of them when it is null, which has to be said.</summary>
internal sealed record EndedSession(Guid? Only);

/// <summary>A token to be made: for how many days, and for which of the rights of whoever asks.</summary>
internal sealed record NewToken(string Name, int Days, IReadOnlyList<string> Rights);

/// <summary>A list to be seen again: the address of its page with filters, order and columns.</summary>
internal sealed record NewView(string Name, string Address, bool Shared = false);

/// <summary>A person in the list.</summary>
internal sealed record PersonInList(Guid Id, string Name, string Mail, Instant? Left);

/// <summary>A person of the office.</summary>
internal sealed record PersonAnswer(Guid Id, string Name, string Mail, Language Language, Instant? Left, IReadOnlyList<RoleAnswer> Roles);

/// <summary>A role that is held: everywhere, in a programme, or at and below a node.</summary>
internal sealed record RoleAnswer(Guid Id, Role Role, string? Programme, Guid? Node);

/// <summary>Who holds a role that reaches a node, and who can be given one by whoever asks; the node may stand only in a draft.</summary>
internal sealed record NodeRolesAnswer(Guid Node, Localized Title, bool OnlyDrafted, IReadOnlyList<NodeRoleAnswer> Roles, IReadOnlyList<PersonNamed> People);

/// <summary>A role that reaches a node: given everywhere or in the programme when it has no node, else at this one or one above.</summary>
internal sealed record NodeRoleAnswer(Guid Id, Guid Person, string Name, Role Role, Guid? Node);

/// <summary>A person by name.</summary>
internal sealed record PersonNamed(Guid Id, string Name);

/// <summary>A person is no longer known here.</summary>
internal sealed record ErasedAnswer(Guid Id);

/// <summary>A token, without what it is.</summary>
internal sealed record TokenAnswer(Guid Id, string Name, IReadOnlyList<string> Rights, Instant Since, Instant Until, Instant? Revoked);

/// <summary>A new token as it is: it is shown this once.</summary>
internal sealed record TokenMade(string Token) : IShownOnce;

/// <summary>A saved view.</summary>
internal sealed record ViewAnswer(Guid Id, string Name, string Address, bool Shared);
