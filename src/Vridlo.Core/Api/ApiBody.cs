using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Vridlo.Base;

namespace Vridlo.Core.Api;

/// <summary>
/// The body of a request that writes: one JSON object, read strictly. A member nobody knows, one that is missing, a word that is none of
/// an enumeration's, a null character, a list with nothing in one of its places: each is refused before the handler is called, so a handler
/// only sees what fits <typeparamref name="T"/>.
/// </summary>
public sealed class ApiBody<T> : IApiBody
    where T : class
{
    private readonly T? value;
    private readonly ApiBodyRefusal? refused;

    private ApiBody(T? value, ApiBodyRefusal? refused) => (this.value, this.refused) = (value, refused);

    /// <summary>What was sent.</summary>
    public T Value => value ?? throw new InvalidOperationException("A refused body reaches no handler: the address must be declared with Writes.");

    ApiBodyRefusal? IApiBody.Refused => refused;

    /// <summary>Reads the body; called by the framework.</summary>
#pragma warning disable CA1000 // The framework finds it on the type of the parameter.
    public static async ValueTask<ApiBody<T>> BindAsync(HttpContext context)
#pragma warning restore CA1000
    {
        if (!context.Request.HasJsonContentType())
        {
            return new(null, new(StatusCodes.Status415UnsupportedMediaType, Problem.Invalid("api.body.not-json")));
        }

        var (text, whole) = context.Request.ContentLength > ApiBodies.Largest ? (default, false) : await ApiBodies.Read(context.Request.Body, context.RequestAborted);
        if (!whole)
        {
            return new(null, new(StatusCodes.Status413PayloadTooLarge, Problem.Invalid("api.body.too-large", null, ApiBodies.Largest / 1024 / 1024)));
        }

        try
        {
            var read = JsonSerializer.Deserialize<T>(text.Span, ApiBodies.Options);
            ApiBodies.RefuseEmptyPlaces(text.Span);
            return read is not null ? new(read, null) : new(null, new(StatusCodes.Status400BadRequest, Problem.Invalid("api.body.wrong", null, "$")));
        }
        catch (JsonException wrong)
        {
            return new(null, new(StatusCodes.Status400BadRequest, Problem.Invalid("api.body.wrong", null, ApiBodies.Place(wrong))));
        }
    }
}

/// <summary>A body whatever it holds.</summary>
internal interface IApiBody
{
    /// <summary>Why it could not be read, or null.</summary>
    ApiBodyRefusal? Refused { get; }
}

/// <summary>Why a body could not be read.</summary>
/// <param name="Status">the HTTP status</param>
/// <param name="Problem">what is wrong</param>
internal sealed record ApiBodyRefusal(int Status, Problem Problem);

/// <summary>How bodies are read.</summary>
internal static class ApiBodies
{
    public const int Largest = 4 * 1024 * 1024;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new TextWithoutNull(), new LocalizedBody(), new InstantJson(), new LocalDateJson() },
    };

    /// <summary>The body, at most <see cref="Largest"/> bytes of it.</summary>
    /// <returns>false when there is more</returns>
    public static async Task<(ReadOnlyMemory<byte> Text, bool Whole)> Read(Stream body, CancellationToken stop)
    {
        using var read = new MemoryStream();
        var part = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(part, stop)) > 0)
        {
            read.Write(part, 0, count);
            if (read.Length > Largest)
            {
                return (default, false);
            }
        }

        return (read.ToArray(), true);
    }

    /// <summary>Lists of ours have something in each place; the serializer looks at that of members only.</summary>
    /// <exception cref="JsonException">when a list holds null, or this is no JSON</exception>
    public static void RefuseEmptyPlaces(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        var inList = new bool[Options.MaxDepth + 2];
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    inList[reader.CurrentDepth + 1] = reader.TokenType is JsonTokenType.StartArray;
                    break;
                case JsonTokenType.Null when inList[reader.CurrentDepth]:
                    throw new JsonException();
            }
        }
    }

    /// <summary>Where the body is wrong, as a path; of a member that is missing or unknown its name.</summary>
    public static string Place(JsonException wrong) =>
        wrong.Path is { } path && Names(path) ? path : wrong.LineNumber is { } line ? $"{line + 1}:{wrong.BytePositionInLine + 1}" : "$";

    /// <summary>A path repeats names that were sent; only plain ones are said back.</summary>
    private static bool Names(string path) => path.Length <= 200 && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '$' or '.' or '[' or ']' or '_' or '-');

    /// <summary>PostgreSQL keeps no zero characters, and nobody means one.</summary>
    private sealed class TextWithoutNull : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.String)
            {
                throw new JsonException();
            }

            try
            {
                var text = reader.GetString()!;
                return text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException() : text;
            }
            catch (InvalidOperationException)
            {
                // Half of a pair of surrogates is no letter and could not be written as UTF-8.
                throw new JsonException();
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
