using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Collaboration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "programmes_document_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    heard = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: true),
                    refused = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_document_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_doubt",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    arguments = table.Column<string>(type: "text", nullable: false),
                    page = table.Column<int>(type: "integer", nullable: true),
                    line = table.Column<int>(type: "integer", nullable: false),
                    end_page = table.Column<int>(type: "integer", nullable: true),
                    end_line = table.Column<int>(type: "integer", nullable: false),
                    settled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_doubt", x => new { x.draft_id, x.number });
                    table.ForeignKey(
                        name: "FK_programmes_draft_doubt_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_undone",
                columns: table => new
                {
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_undone", x => x.act_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "programmes_document_import");

            migrationBuilder.DropTable(
                name: "programmes_draft_doubt");

            migrationBuilder.DropTable(
                name: "record_undone");
        }
    }
}
