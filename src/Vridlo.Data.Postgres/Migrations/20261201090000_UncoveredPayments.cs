using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261201090000_UncoveredPayments")]
    public sealed class UncoveredPayments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "uncovered",
                table: "fund_year",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql(
                """
                UPDATE fund_year SET uncovered = COALESCE((
                    SELECT SUM(more) FROM (
                        SELECT SUM(CASE kind WHEN 'Paid' THEN amount ELSE -amount END) AS more FROM ledger_posting
                        WHERE kind <> 'Planned' AND ledger_posting.fund_id = fund_year.fund_id AND ledger_posting.year = fund_year.year
                        GROUP BY instrument_id) AS instrument
                    WHERE more > 0), 0);
                """);
        }
    }
}
