using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261128110000_Accounting")]
    public sealed class Accounting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounting_source",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false, collation: "cs_sort"),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    every_days = table.Column<int>(type: "INTEGER", nullable: false),
                    default_fund = table.Column<Guid>(type: "TEXT", nullable: true),
                    matches_events = table.Column<bool>(type: "INTEGER", nullable: false),
                    recovered_items = table.Column<string>(type: "TEXT", nullable: false),
                    coding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    delimiter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    @decimal = table.Column<string>(name: "decimal", type: "TEXT", maxLength: 40, nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    approved_types = table.Column<string>(type: "TEXT", nullable: false),
                    adjusted_types = table.Column<string>(type: "TEXT", nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_source", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instrument_key",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    instrument_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instrument_key", x => new { x.kind, x.value });
                    table.ForeignKey(
                        name: "FK_instrument_key_instrument_instrument_id",
                        column: x => x.instrument_id,
                        principalTable: "instrument",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounting_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    instrument_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_assignment", x => x.id);
                    table.ForeignKey(
                        name: "FK_accounting_assignment_accounting_source_source_id",
                        column: x => x.source_id,
                        principalTable: "accounting_source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_fund_rule",
                columns: table => new
                {
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    fund_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_fund_rule", x => new { x.source_id, x.kind, x.value });
                    table.ForeignKey(
                        name: "FK_accounting_fund_rule_accounting_source_source_id",
                        column: x => x.source_id,
                        principalTable: "accounting_source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounting_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    withdrawn = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_import", x => x.id);
                    table.ForeignKey(
                        name: "FK_accounting_import_accounting_source_source_id",
                        column: x => x.source_id,
                        principalTable: "accounting_source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_upload",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    problems = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_upload", x => x.id);
                    table.ForeignKey(
                        name: "FK_accounting_upload_accounting_source_source_id",
                        column: x => x.source_id,
                        principalTable: "accounting_source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounting_row",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    sort = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    paragraph = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    counted = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    counterparty_number = table.Column<string>(type: "TEXT", nullable: true),
                    counterparty_given = table.Column<string>(type: "TEXT", nullable: false),
                    counterparty_name = table.Column<string>(type: "TEXT", nullable: false, collation: "cs_sort"),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    instrument = table.Column<Guid>(type: "TEXT", nullable: true),
                    fund = table.Column<Guid>(type: "TEXT", nullable: true),
                    posting = table.Column<Guid>(type: "TEXT", nullable: true),
                    trouble = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_row", x => x.id);
                    table.ForeignKey(
                        name: "FK_accounting_row_accounting_import_import_id",
                        column: x => x.import_id,
                        principalTable: "accounting_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_accounting_row_accounting_source_source_id",
                        column: x => x.source_id,
                        principalTable: "accounting_source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_snapshot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    income = table.Column<long>(type: "INTEGER", nullable: false),
                    spending = table.Column<long>(type: "INTEGER", nullable: false),
                    financing = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_snapshot", x => x.id);
                    table.ForeignKey(
                        name: "FK_accounting_snapshot_accounting_import_import_id",
                        column: x => x.import_id,
                        principalTable: "accounting_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_posting",
                columns: table => new
                {
                    posting = table.Column<Guid>(type: "TEXT", nullable: false),
                    row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_posting", x => x.posting);
                    table.ForeignKey(
                        name: "FK_accounting_posting_accounting_row_row_id",
                        column: x => x.row_id,
                        principalTable: "accounting_row",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounting_budget_line",
                columns: table => new
                {
                    snapshot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    paragraph = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounting_budget_line", x => new { x.snapshot_id, x.number });
                    table.ForeignKey(
                        name: "FK_accounting_budget_line_accounting_snapshot_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "accounting_snapshot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounting_assignment_source_id_year_key_event",
                table: "accounting_assignment",
                columns: new[] { "source_id", "year", "key", "event" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounting_budget_line_snapshot_id_event",
                table: "accounting_budget_line",
                columns: new[] { "snapshot_id", "event" });

            migrationBuilder.CreateIndex(
                name: "IX_accounting_import_source_id_id",
                table: "accounting_import",
                columns: new[] { "source_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_accounting_posting_row_id",
                table: "accounting_posting",
                column: "row_id");

            migrationBuilder.CreateIndex(
                name: "IX_accounting_posting_source_id_year",
                table: "accounting_posting",
                columns: new[] { "source_id", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_accounting_row_counted_id",
                table: "accounting_row",
                columns: new[] { "counted", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_accounting_row_counterparty_number",
                table: "accounting_row",
                column: "counterparty_number");

            migrationBuilder.CreateIndex(
                name: "IX_accounting_row_import_id",
                table: "accounting_row",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_accounting_row_instrument",
                table: "accounting_row",
                column: "instrument");

            migrationBuilder.CreateIndex(
                name: "IX_accounting_row_posting",
                table: "accounting_row",
                column: "posting");

            migrationBuilder.CreateIndex(
                name: "IX_accounting_row_source_id_counted_id",
                table: "accounting_row",
                columns: new[] { "source_id", "counted", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_accounting_row_source_id_event",
                table: "accounting_row",
                columns: new[] { "source_id", "event" });

            migrationBuilder.CreateIndex(
                name: "IX_accounting_row_source_id_year_key_revision",
                table: "accounting_row",
                columns: new[] { "source_id", "year", "key", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounting_snapshot_import_id",
                table: "accounting_snapshot",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_accounting_snapshot_source_id_year_stage_day",
                table: "accounting_snapshot",
                columns: new[] { "source_id", "year", "stage", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_accounting_source_code",
                table: "accounting_source",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounting_upload_source_id_at",
                table: "accounting_upload",
                columns: new[] { "source_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_instrument_key_instrument_id",
                table: "instrument_key",
                column: "instrument_id");
        }
    }
}
