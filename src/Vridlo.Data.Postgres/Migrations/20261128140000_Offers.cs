using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261128140000_Offers")]
    public sealed class Offers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "projects_offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    sought = table.Column<string>(type: "text", nullable: false),
                    bearer_name = table.Column<string>(type: "text", nullable: false),
                    company_number = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    need = table.Column<string>(type: "text", nullable: false),
                    starts = table.Column<DateOnly>(type: "date", nullable: true),
                    ends = table.Column<DateOnly>(type: "date", nullable: true),
                    documents = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    permits = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    land = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    finance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_erased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_offer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "projects_offer_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    typed = table.Column<string>(type: "text", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: false),
                    mail = table.Column<string>(type: "text", nullable: false),
                    mail_key = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    confirmed_key = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reached = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    confirm_hash = table.Column<string>(type: "text", nullable: false),
                    letters = table.Column<int>(type: "integer", nullable: false),
                    last_form = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_offer_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "projects_offer_cost",
                columns: table => new
                {
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_offer_cost", x => new { x.offer_id, x.number });
                    table.ForeignKey(
                        name: "FK_projects_offer_cost_projects_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "projects_offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_offer_link",
                columns: table => new
                {
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    share = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_offer_link", x => new { x.offer_id, x.number });
                    table.ForeignKey(
                        name: "FK_projects_offer_link_projects_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "projects_offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects_offer_key",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_offer_key", x => x.hash);
                    table.ForeignKey(
                        name: "FK_projects_offer_key_projects_offer_draft_offer_id",
                        column: x => x.offer_id,
                        principalTable: "projects_offer_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_due_id",
                table: "projects_offer",
                columns: new[] { "due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_number",
                table: "projects_offer",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_project_id",
                table: "projects_offer",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_stage_due_id",
                table: "projects_offer",
                columns: new[] { "stage", "due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_title_id",
                table: "projects_offer",
                columns: new[] { "title", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_draft_confirm_hash",
                table: "projects_offer_draft",
                column: "confirm_hash");

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_draft_mail_key",
                table: "projects_offer_draft",
                column: "mail_key");

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_draft_saved_at",
                table: "projects_offer_draft",
                column: "saved_at");

            migrationBuilder.CreateIndex(
                name: "IX_projects_offer_key_offer_id",
                table: "projects_offer_key",
                column: "offer_id");
        }
    }
}
