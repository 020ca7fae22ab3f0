using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Vridlo.Base;
using Vridlo.Core.Places;

namespace Vridlo.Places.Gazetteers;

/// <summary>Reads the shipped files; see territory/SOURCE.md.</summary>
internal static class GazetteerFiles
{
    private const string MilitaryMark = " (vojenský újezd)";

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <param name="files">content by name of file</param>
    /// <param name="digest">SHA-256 of the files</param>
    public static Gazetteer Read(Dictionary<string, byte[]> files, string digest)
    {
        var names = Rows(files["names.csv"]).ToDictionary(r => r["code"], r => new Localized(r["cs"], r["en"], r["de"]));
        var offices = Rows(files["offices.csv"]).ToDictionary(r => r["code"], r => Status(r["status"]));
        var municipalities = Rows(files["municipalities.csv"]).ToList();
        var places = new List<Place>();
        places.AddRange(municipalities.DistinctBy(r => r["Kód kraje"]).Select(r => Region(r, names)));
        places.AddRange(municipalities.DistinctBy(r => r["Kód okresu"]).Select(District));
        places.AddRange(municipalities.Select(r => Municipality(r, offices)));
        places.AddRange(Rows(files["abroad.csv"]).Select(Abroad));
        return new("territory/", digest, places, Shapes(files, places));
    }

    private static Place Region(Dictionary<string, string> row, Dictionary<string, Localized> names) => new()
    {
        Code = row["Kód kraje"],
        Kind = PlaceKind.Region,
        Name = row["Kraj"],
        Names = names.GetValueOrDefault(row["Kód kraje"]),
        Region = row["Kód kraje"],
    };

    private static Place District(Dictionary<string, string> row) => new()
    {
        Code = row["Kód okresu"],
        Kind = PlaceKind.District,
        Name = row["Okres"],
        Parent = row["Kód kraje"],
        Region = row["Kód kraje"],
    };

    private static Place Municipality(Dictionary<string, string> row, Dictionary<string, PlaceStatus> offices)
    {
        var military = row["Obec"].EndsWith(MilitaryMark, StringComparison.Ordinal);
        return new()
        {
            Code = row["Kód obce"],
            Kind = PlaceKind.Municipality,
            Status = military ? PlaceStatus.MilitaryDistrict : offices.GetValueOrDefault(row["Kód obce"]),
            Name = military ? row["Obec"][..^MilitaryMark.Length] : row["Obec"],
            Parent = row["Kód okresu"],
            Region = row["Kód kraje"],
            Postcode = row["PSČ"],
            Latitude = Degrees(row["Latitude"]),
            Longitude = Degrees(row["Longitude"]),
        };
    }

    private static Place Abroad(Dictionary<string, string> row) => new()
    {
        Code = row["code"],
        Kind = PlaceKind.Abroad,
        Name = row["cs"],
        Names = new(row["cs"], row["en"], row["de"]),
        Latitude = Degrees(row["latitude"]),
        Longitude = Degrees(row["longitude"]),
    };

    private static Dictionary<string, Geometry> Shapes(Dictionary<string, byte[]> files, List<Place> places)
    {
        var known = places.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var shapes = Features(files["regions.geojson"]).Select(f => (Code: $"{f.Attributes["KOD_CZNUTS3"]}", f.Geometry))
            .Concat(Features(files["districts.geojson"]).Select(f => (Code: $"{f.Attributes["KOD_LAU1"]}", f.Geometry)));
        return shapes.Where(s => known.Contains(s.Code)).ToDictionary(s => s.Code, s => s.Geometry);
    }

    private static FeatureCollection Features(byte[] file) => JsonSerializer.Deserialize<FeatureCollection>(file, GeoJson)!;

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static PlaceStatus Status(string text) => text switch
    {
        "extended-powers" => PlaceStatus.ExtendedPowers,
        "authorised-office" => PlaceStatus.AuthorisedOffice,
        _ => throw new InvalidDataException($"offices.csv: unknown status {text}"),
    };

    private static IEnumerable<Dictionary<string, string>> Rows(byte[] file)
    {
        using var csv = new CsvParser(new StringReader(Encoding.UTF8.GetString(file).TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        csv.Read();
        var heads = csv.Record!;
        while (csv.Read())
        {
            yield return heads.Zip(csv.Record!).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        }
    }
}
