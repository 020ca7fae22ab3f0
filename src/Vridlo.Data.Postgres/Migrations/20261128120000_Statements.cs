using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261128120000_Statements")]
    public sealed class Statements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "statements_application",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    sought = table.Column<string>(type: "text", nullable: false),
                    applicant = table.Column<string>(type: "text", nullable: false),
                    company_number = table.Column<string>(type: "text", nullable: false),
                    seat = table.Column<string>(type: "text", nullable: false),
                    data_box = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: false),
                    aim = table.Column<string>(type: "text", nullable: false),
                    outputs = table.Column<string>(type: "text", nullable: false),
                    cost = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    funding_programme = table.Column<string>(type: "text", nullable: false),
                    funding_call = table.Column<string>(type: "text", nullable: false),
                    funding = table.Column<long>(type: "bigint", nullable: true),
                    funding_deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    starts = table.Column<DateOnly>(type: "date", nullable: true),
                    ends = table.Column<DateOnly>(type: "date", nullable: true),
                    claimed = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_why = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_application", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "statements_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "statements_series",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_series", x => new { x.name, x.year });
                });

            migrationBuilder.CreateTable(
                name: "statements_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    mail = table.Column<string>(type: "text", nullable: false),
                    mail_key = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_contact", x => x.id);
                    table.ForeignKey(
                        name: "FK_statements_contact_statements_application_id",
                        column: x => x.id,
                        principalTable: "statements_application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statements_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reasons = table.Column<string>(type: "text", nullable: false),
                    codes = table.Column<string>(type: "text", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    signatory = table.Column<string>(type: "text", nullable: false),
                    signatory_role = table.Column<string>(type: "text", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_decision", x => x.id);
                    table.ForeignKey(
                        name: "FK_statements_decision_statements_application_id",
                        column: x => x.id,
                        principalTable: "statements_application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statements_template",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_template", x => x.number);
                    table.ForeignKey(
                        name: "FK_statements_template_statements_file_file_id",
                        column: x => x.file_id,
                        principalTable: "statements_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statements_decision_node",
                columns: table => new
                {
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_decision_node", x => new { x.statement_id, x.node_id });
                    table.ForeignKey(
                        name: "FK_statements_decision_node_statements_decision_statement_id",
                        column: x => x.statement_id,
                        principalTable: "statements_decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statements_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    full_number = table.Column<string>(type: "text", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_file = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_sha256 = table.Column<string>(type: "text", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_statement", x => x.id);
                    table.ForeignKey(
                        name: "FK_statements_statement_statements_decision_id",
                        column: x => x.id,
                        principalTable: "statements_decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_statements_statement_statements_file_letter_file",
                        column: x => x.letter_file,
                        principalTable: "statements_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_statements_application_due_id",
                table: "statements_application",
                columns: new[] { "due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statements_application_number",
                table: "statements_application",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statements_application_place",
                table: "statements_application",
                column: "place");

            migrationBuilder.CreateIndex(
                name: "IX_statements_application_stage_due_id",
                table: "statements_application",
                columns: new[] { "stage", "due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statements_application_title_id",
                table: "statements_application",
                columns: new[] { "title", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statements_contact_mail_key",
                table: "statements_contact",
                column: "mail_key");

            migrationBuilder.CreateIndex(
                name: "IX_statements_decision_node_node_id",
                table: "statements_decision_node",
                column: "node_id");

            migrationBuilder.CreateIndex(
                name: "IX_statements_statement_full_number",
                table: "statements_statement",
                column: "full_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statements_statement_issued_on_id",
                table: "statements_statement",
                columns: new[] { "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statements_statement_letter_file",
                table: "statements_statement",
                column: "letter_file");

            migrationBuilder.CreateIndex(
                name: "IX_statements_statement_organisation",
                table: "statements_statement",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "IX_statements_statement_year_number",
                table: "statements_statement",
                columns: new[] { "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statements_template_file_id",
                table: "statements_template",
                column: "file_id");
        }
    }
}
