using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SumsOfInstruments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ledger_entry_instrument_id_fund_id_year_kind",
                table: "ledger_entry");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_instrument_id_fund_id_year_kind_node_id_amount",
                table: "ledger_entry",
                columns: new[] { "instrument_id", "fund_id", "year", "kind", "node_id", "amount" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ledger_entry_instrument_id_fund_id_year_kind_node_id_amount",
                table: "ledger_entry");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_instrument_id_fund_id_year_kind",
                table: "ledger_entry",
                columns: new[] { "instrument_id", "fund_id", "year", "kind" });
        }
    }
}
