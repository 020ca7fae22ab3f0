using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261129110000_SumsOfInstruments")]
    public sealed class SumsOfInstruments : Migration
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
    }
}
