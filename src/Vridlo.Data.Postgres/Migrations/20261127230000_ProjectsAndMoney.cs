using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261127230000_ProjectsAndMoney")]
    public sealed class ProjectsAndMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "money_turn",
                table: "instrument",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "path",
                table: "instrument",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "fund",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    sort_title = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    payer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fund", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fund_year",
                columns: table => new
                {
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    approved = table.Column<long>(type: "bigint", nullable: false),
                    adjusted = table.Column<long>(type: "bigint", nullable: false),
                    planned = table.Column<long>(type: "bigint", nullable: false),
                    committed = table.Column<long>(type: "bigint", nullable: false),
                    paid = table.Column<long>(type: "bigint", nullable: false),
                    recovered = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fund_year", x => new { x.fund_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "ledger_balance",
                columns: table => new
                {
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_balance", x => new { x.node_id, x.fund_id, x.year, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "ledger_share",
                columns: table => new
                {
                    instrument_id = table.Column<Guid>(type: "uuid", nullable: false),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    share = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_share", x => new { x.instrument_id, x.node_id });
                    table.ForeignKey(
                        name: "FK_ledger_share_instrument_instrument_id",
                        column: x => x.instrument_id,
                        principalTable: "instrument",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: false),
                    data_box = table.Column<string>(type: "text", nullable: false),
                    web = table.Column<string>(type: "text", nullable: false),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.id);
                    table.ForeignKey(
                        name: "FK_organisation_organisation_merged_into",
                        column: x => x.merged_into,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_project",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    sought = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage_since = table.Column<DateOnly>(type: "date", nullable: false),
                    bearer = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    description = table.Column<string>(type: "text", nullable: false),
                    need = table.Column<string>(type: "text", nullable: false),
                    starts = table.Column<DateOnly>(type: "date", nullable: true),
                    ends = table.Column<DateOnly>(type: "date", nullable: true),
                    documents = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    permits = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    land = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    finance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_project", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fund_budget",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fund_budget", x => x.id);
                    table.ForeignKey(
                        name: "FK_fund_budget_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_posting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    reverses = table.Column<Guid>(type: "uuid", nullable: true),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_posting", x => x.id);
                    table.ForeignKey(
                        name: "FK_ledger_posting_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_posting_instrument_instrument_id",
                        column: x => x.instrument_id,
                        principalTable: "instrument",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_posting_ledger_posting_reverses",
                        column: x => x.reverses,
                        principalTable: "ledger_posting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_stage",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_stage", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_stage_projects_project_project_id",
                        column: x => x.project_id,
                        principalTable: "projects_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    posting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => new { x.posting_id, x.node_id });
                    table.ForeignKey(
                        name: "FK_ledger_entry_ledger_posting_posting_id",
                        column: x => x.posting_id,
                        principalTable: "ledger_posting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_fund_code",
                table: "fund",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fund_sort_title_id",
                table: "fund",
                columns: new[] { "sort_title", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_fund_budget_fund_id_year_id",
                table: "fund_budget",
                columns: new[] { "fund_id", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_instrument_id_fund_id_year_kind",
                table: "ledger_entry",
                columns: new[] { "instrument_id", "fund_id", "year", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_node_id_posting_id",
                table: "ledger_entry",
                columns: new[] { "node_id", "posting_id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_posting_day_id",
                table: "ledger_posting",
                columns: new[] { "day", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_posting_fund_id_year_id",
                table: "ledger_posting",
                columns: new[] { "fund_id", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_posting_instrument_id_id",
                table: "ledger_posting",
                columns: new[] { "instrument_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_posting_reverses",
                table: "ledger_posting",
                column: "reverses",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_share_node_id",
                table: "ledger_share",
                column: "node_id");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_merged_into",
                table: "organisation",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_name_id",
                table: "organisation",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_organisation_name_key",
                table: "organisation",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_number",
                table: "organisation",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisation_place",
                table: "organisation",
                column: "place");

            migrationBuilder.CreateIndex(
                name: "IX_projects_project_bearer_id",
                table: "projects_project",
                columns: new[] { "bearer", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_project_ends_id",
                table: "projects_project",
                columns: new[] { "ends", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_project_number",
                table: "projects_project",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_projects_project_place_id",
                table: "projects_project",
                columns: new[] { "place", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_project_stage_id",
                table: "projects_project",
                columns: new[] { "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_project_title_id",
                table: "projects_project",
                columns: new[] { "title", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_stage_project_id_id",
                table: "projects_stage",
                columns: new[] { "project_id", "id" });
        }
    }
}
