using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Mail;

/// <summary>
/// Sends letters. A letter is written in the unit of work of the act it belongs to: it is sent when that is committed, at least
/// once, and never when it is not. Letters are personal data: their texts are removed some days after sending, and with the person.
/// </summary>
public interface IMail
{
    /// <summary>Enlists a letter; the caller commits.</summary>
    /// <returns>the letter's identity, or why the address is none</returns>
    /// <exception cref="ArgumentException">when it is for nobody</exception>
    Result<LetterId> Send(Letter letter);

    /// <summary>Removes every letter to an address of somebody who is not a person of the office, sent or not; the caller commits.</summary>
    Task Forget(string address, CancellationToken stop);

    /// <summary>The same of letters whose kind begins so.</summary>
    Task Forget(string address, string kinds, CancellationToken stop);

    /// <summary>How many letters of a kind were written since a time to an address of somebody who is not a person of the office; those that were forgotten are not counted.</summary>
    Task<int> Written(string address, string kind, Instant since, CancellationToken stop);
}
