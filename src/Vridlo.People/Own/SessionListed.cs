using NodaTime;

namespace Vridlo.People.Own;

/// <summary>A session in a list.</summary>
public sealed record SessionListed(Guid Id, string Device, Instant Since, Instant Seen);
