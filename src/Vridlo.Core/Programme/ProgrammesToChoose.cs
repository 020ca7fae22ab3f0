namespace Vridlo.Core.Programme;

/// <summary>Programmes where one of them is chosen.</summary>
public static class ProgrammesToChoose
{
    /// <summary>Those an office works on by name, then what was agreed between states and is only looked at.</summary>
    public static IQueryable<ProgrammeListed> OwnFirst(this IQueryable<ProgrammeListed> programmes) =>
        programmes.OrderBy(p => p.Kind == ProgrammeKind.International).ThenBy(p => p.SortTitle).ThenBy(p => p.Id);
}
