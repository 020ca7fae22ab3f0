using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Statements.Register;
using Vridlo.Statements.Showing;

namespace Vridlo.Statements.Letters;

/// <summary>Letters and templates as files of Word.</summary>
internal static class LetterFiles
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/vyjadreni/{code}/dopis.docx", Issued).Right(Rights.Public).ExcludeFromDescription();
        endpoints.MapGet("/prace/vyjadreni/{code}/dopis.docx", OfApplication).Right(StatementRights.Decide).ExcludeFromDescription();
        endpoints.MapGet("/prace/vyjadreni/sablona/vychozi.docx", (Templates templates) => Docx(templates.Usual(), "vychozi-sablona"))
            .Right(StatementRights.Decide).ExcludeFromDescription();
        endpoints.MapGet("/prace/vyjadreni/sablona/{number}.docx", async (string number, Templates templates, CancellationToken stop) =>
                int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && await templates.Of(known, stop) is { } content ? Docx(content, $"sablona-{known}") : Results.NotFound())
            .Right(StatementRights.Decide).ExcludeFromDescription();
    }

    private static async Task<IResult> Issued(string code, ReadOne read, AppDb db, CancellationToken stop) =>
        await read.Issued(code, stop) is { } statement ? await Stored(statement, db, stop) : Results.NotFound();

    /// <summary>The letter as it was issued; of what is only decided a draft, which says so where the number will stand.</summary>
    private static async Task<IResult> OfApplication(string code, ReadOne read, AppDb db, MakeLetter letters, TextCatalogue texts, IClock clock, CancellationToken stop) =>
        await read.ByCode(code, stop) switch
        {
            { Statement: { } statement } => await Stored(statement, db, stop),
            { Decision: { } decision } shown => Docx(
                await letters.Make(new(shown.Application, decision, shown.Nodes, texts.In(Language.Cs)["statements.letter.draft"], clock.Today(), shown.Replaces), await letters.IsSample(stop), stop), $"navrh-{code}"),
            _ => Results.NotFound(),
        };

    private static async Task<IResult> Stored(Statement statement, AppDb db, CancellationToken stop) =>
        Docx(await db.Set<StoredFile>().Where(f => f.Id == statement.LetterFile).Select(f => f.Content).FirstAsync(stop), $"vyjadreni-{statement.Code}");

    private static IResult Docx(byte[] content, string name) => Results.File(content, MediaType, name + ".docx");
}
