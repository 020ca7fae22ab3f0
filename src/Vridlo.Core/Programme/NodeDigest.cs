using System.Security.Cryptography;
using System.Text;
using Vridlo.Base;

namespace Vridlo.Core.Programme;

/// <summary>Hashes what a node says, in the wording in which programmes are approved, together with what stands below it.</summary>
internal static class NodeDigest
{
    private const int Length = 32;

    public static string Of(NodeId id, NodeContent node, string below) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', id.Value, node.Kind, node.Code, Said(node.Title), Said(node.Change), Said(node.Text), below))))[..Length];

    /// <summary>The text with its language: a text that only a translation still holds is another text.</summary>
    private static string Said(Localized? text) =>
        text?.For(Language.Cs) is var (words, language) ? $"{language}:{words.Length}:{words}" : "";
}
