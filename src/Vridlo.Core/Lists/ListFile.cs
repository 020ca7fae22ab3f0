using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Samples;

namespace Vridlo.Core.Lists;

/// <summary>The forms of a downloaded list.</summary>
public enum ListFormat
{
    /// <summary>RFC 4180, UTF-8 with a mark at the beginning</summary>
    Csv,

    /// <summary>Office Open XML workbook</summary>
    Xlsx,

    /// <summary>an object with <c>rows</c> and, last, <c>count</c></summary>
    Json,
}

/// <summary>
/// A whole list as a file, written as it is read: memory does not grow with the rows. Every file says at its end how many rows
/// it has, so that one that was cut off can be told from a complete one.
/// </summary>
public sealed class ListFile<TRow>(ListOf<TRow> list, IAsyncEnumerable<TRow> rows, ListFormat format) : IResult
{
    private const int FlushEvery = 32 * 1024;

    // By default a line feed alone would stand unquoted.
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = field => field.Field.AsSpan().ContainsAny(",\"\r\n"),
    };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Whether the rows can be read shows with the first of them, while a failure can still be answered as one.
        await using var reading = rows.GetAsyncEnumerator(httpContext.RequestAborted);
        var any = await reading.MoveNextAsync();
        await new ListFile<TRow>(list, Rest(reading, any), format).Write(httpContext);
    }

    private async Task Write(HttpContext httpContext)
    {
        var t = httpContext.RequestServices.GetRequiredService<Texts>();
        var sample = await httpContext.RequestServices.GetRequiredService<SampleLabel>().Shown(httpContext.RequestAborted);
        var response = httpContext.Response;
        var ending = WordsAttribute.Name(format.ToString());
        response.ContentType = format switch
        {
            ListFormat.Csv => "text/csv; charset=utf-8; header=present",
            ListFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => MediaTypeNames.Application.Json + "; charset=utf-8",
        };
        if (format is not ListFormat.Json)
        {
            response.Headers.ContentLanguage = t.Language.Code();
            response.Headers.ContentDisposition = $"attachment; filename=\"{(sample ? t["samples.file"] + "-" : "")}{list.Name}.{ending}\"";
        }

        await (format switch
        {
            ListFormat.Csv => Csv(response.Body, t.Language, withEnd: httpContext.Request.Query["end"] != "none", httpContext.RequestAborted),
            ListFormat.Xlsx => Xlsx(httpContext, t, sample),
            _ => Json(response.Body, httpContext.RequestAborted, sample),
        });
    }

    private static async IAsyncEnumerable<TRow> Rest(IAsyncEnumerator<TRow> reading, bool any)
    {
        while (any)
        {
            yield return reading.Current;
            any = await reading.MoveNextAsync();
        }
    }

    internal async Task Csv(Stream to, Language language, bool withEnd, CancellationToken stop)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), FlushEvery, leaveOpen: true);
        await using var csv = new CsvWriter(text, Rfc4180, leaveOpen: true);
        await Record(list.Columns.Select(c => c.Key));
        var count = 0L;
        await foreach (var row in rows.WithCancellation(stop))
        {
            count++;
            await Record(list.Columns.Select(c => c.Value(row) is var value && value is string or Localized
                ? Harmless(ListCell.Plain(value, language))
                : ListCell.Plain(value, language)));
        }

        if (withEnd)
        {
            // As many fields as any other line has, so that readers who do not know comments do not stumble over it.
            await Record([$"# rows: {count}", .. Enumerable.Repeat("", list.Columns.Count - 1)]);
        }

        async Task Record(IEnumerable<string> fields)
        {
            foreach (var field in fields)
            {
                csv.WriteField(field);
            }

            await csv.NextRecordAsync();
        }
    }

    internal async Task Json(Stream to, CancellationToken stop, bool sample = false)
    {
        await using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var count = 0L;
        json.WriteStartObject();
        if (sample)
        {
            json.WriteBoolean("sample", true);
        }

        json.WriteStartArray("rows");
        await foreach (var row in rows.WithCancellation(stop))
        {
            count++;
            json.WriteStartObject();
            foreach (var column in list.Columns)
            {
                json.WritePropertyName(column.Key);
                ListCell.Write(json, column.Value(row));
            }

            json.WriteEndObject();
            if (json.BytesPending > FlushEvery)
            {
                await json.FlushAsync(stop);
            }
        }

        json.WriteEndArray();
        json.WriteNumber("count", count);
        json.WriteEndObject();
    }

    internal async Task Xlsx(HttpContext context, Texts t, bool sample)
    {
        // The central directory of a ZIP archive is written synchronously by the library.
        context.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        await Xlsx(context.Response.Body, t, context.RequestAborted, sample);
    }

    internal async Task Xlsx(Stream to, Texts t, CancellationToken stop, bool sample = false)
    {
        var count = 0L;
        var sheets = new Dictionary<string, object> { [t["lists.sheet.data"]] = Data(), [t["lists.sheet.end"]] = End() };
        if (sample)
        {
            sheets[t["samples.sheet"]] = new[] { new Dictionary<string, object> { [t["samples.sheet"]] = t["samples.note"] } };
        }

        var columns = list.Columns.Select((c, i) => new DynamicExcelColumn(c.Key) { Index = i, Name = t[c.TextKey], Width = 24 }).ToArray();
        await MiniExcel.SaveAsAsync(to, sheets, configuration: new OpenXmlConfiguration { DynamicColumns = columns }, cancellationToken: stop);

        async IAsyncEnumerable<Dictionary<string, object?>> Data()
        {
            await foreach (var row in rows.WithCancellation(stop))
            {
                count++;
                yield return list.Columns.ToDictionary(c => c.Key, c => ListCell.Typed(c, c.Value(row), t));
            }
        }

        // Written after the data, when their number is known.
        IEnumerable<Dictionary<string, object>> End()
        {
            yield return new() { [t["lists.sheet.count"]] = count };
        }
    }

    /// <summary>Spreadsheets run what begins with these characters (OWASP, CSV injection); an apostrophe makes it text.</summary>
    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
}
