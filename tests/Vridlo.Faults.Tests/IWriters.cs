using System.Net;
using Vridlo.Testing;

namespace Vridlo.Faults.Tests;

/// <summary>People who write without pause until the server ends.</summary>
internal interface IWriters
{
    /// <summary>What the server said it has written.</summary>
    IReadOnlyCollection<string> Acknowledged { get; }

    /// <summary>Answers that were neither that nor none at all.</summary>
    IReadOnlyCollection<(HttpStatusCode Status, string Body)> Refused { get; }

    /// <summary>Enters what their writing needs, once; done again it does nothing.</summary>
    Task Prepare();

    /// <summary>Writes until the server is gone.</summary>
    /// <param name="together">how many write at once</param>
    Task Write(int together);

    /// <summary>What is wrong with what was written, in words; nothing when all is well.</summary>
    Task<IReadOnlyList<string>> Faults(World world, IReadOnlyCollection<string> acknowledged);
}
