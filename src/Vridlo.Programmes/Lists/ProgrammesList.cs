using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Lists;

/// <summary>The programmes of the installation.</summary>
internal static class ProgrammesList
{
    public static ListOf<ProgrammeListed> Declared { get; } = new()
    {
        Name = "programmes",
        Id = SortKey<ProgrammeListed>.By(p => p.Id),
        Order = "title",
        Columns =
        [
            new("title", "programmes.list.title", p => p.Title) { Sort = SortKey<ProgrammeListed>.By(p => p.SortTitle), Link = p => $"/programy/{p.Code}" },
            new("kind", "programmes.list.kind", p => p.Kind),
            new("territory", "programmes.list.territory", p => p.Territory) { Sort = SortKey<ProgrammeListed>.By(p => p.Territory) },
            new("code", "programmes.list.code", p => p.Code) { Sort = SortKey<ProgrammeListed>.By(p => p.Code) },
        ],
        Filters =
        [
            new("kind", "programmes.list.kind", (rows, value) =>
                WordsAttribute.Read<ProgrammeKind>(value) is { } kind ? rows.Where(p => p.Kind == kind) : null)
            {
                Choices =
                [
                    new("region", "programmes.kind.region"), new("municipality", "programmes.kind.municipality"), new("other", "programmes.kind.other"), new("international", "programmes.kind.international"),
                ],
            },
        ],
    };
}
