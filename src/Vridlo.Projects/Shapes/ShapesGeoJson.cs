using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO.Converters;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Api;
using Vridlo.Core.Lists;
using Vridlo.Core.Samples;
using Vridlo.Projects.Lists;

namespace Vridlo.Projects.Shapes;

/// <summary>Writes the projects that have a shape as GeoJSON (RFC 7946), one after the other as they are read.</summary>
internal sealed class ShapesGeoJson(ListProjects projects, ReadShapes shapes, SampleLabel label)
{
    private const int AtOnce = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The projects as the list of projects is narrowed by the same address.</summary>
    public async Task<IResult> Answer(HttpContext context)
    {
        var source = await projects.Source("/projekty", context.RequestAborted);
        var (address, problems) = ListAddress.Read(source.List, name => context.Request.Query[name]);
        if (problems.Count > 0)
        {
            return problems.Answer();
        }

        var sample = await label.Shown(context.RequestAborted);
        return Results.Stream(to => Write(to, shapes.Of(source.List.Narrowed(source.Rows, address)), sample, context.RequestAborted), "application/geo+json");
    }

    private static async Task Write(Stream to, IQueryable<ShapeListed> rows, bool sample, CancellationToken stop)
    {
        var written = new ArrayBufferWriter<byte>(AtOnce);
        await using var json = new Utf8JsonWriter(written);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        if (sample)
        {
            json.WriteBoolean("sample", true);
        }

        json.WriteStartArray("features");
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            Feature(json, row);
            if (written.WrittenCount > AtOnce)
            {
                await Send();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await Send();

        async Task Send()
        {
            await json.FlushAsync(stop);
            await to.WriteAsync(written.WrittenMemory, stop);
            written.ResetWrittenCount();
        }
    }

    private static void Feature(Utf8JsonWriter json, ShapeListed row)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", row.Code);
        json.WritePropertyName("geometry");
        JsonSerializer.Serialize(json, row.Shape.Geometry, Options);
        json.WriteStartObject("properties");
        json.WriteString("code", row.Code);
        json.WriteString("title", row.Title);
        json.WriteString("stage", WordsAttribute.Name(row.Stage.ToString()));
        json.WriteString("bearer", row.Bearer);
        json.WriteString("place", row.Place);
        Measure("kilometres", row.Shape.Kilometres);
        Measure("hectares", row.Shape.Hectares);
        json.WriteEndObject();
        json.WriteEndObject();

        void Measure(string name, double? value)
        {
            if (value is { } known)
            {
                json.WriteNumber(name, Math.Round(known, 4));
            }
        }
    }
}
