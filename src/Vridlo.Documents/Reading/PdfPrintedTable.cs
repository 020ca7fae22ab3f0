namespace Vridlo.Documents.Reading;

/// <summary>A cell of a printed table: its place, its left edge and how far its column reaches, and what stands in it.</summary>
internal sealed record PdfCell(int Row, int Column, int Span, double Left, double Edge, IReadOnlyList<PdfRun> Runs);

/// <summary>A table as it is read: cells in the order of rows and columns.</summary>
internal sealed record PdfPrintedTable(double Top, double Bottom, IReadOnlyList<PdfCell> Cells);
