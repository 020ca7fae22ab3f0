using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    percent = table.Column<int>(type: "INTEGER", nullable: false),
                    heard = table.Column<DateTime>(type: "TEXT", nullable: false),
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    refused = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_document_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_doubt",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    arguments = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<int>(type: "INTEGER", nullable: true),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    end_page = table.Column<int>(type: "INTEGER", nullable: true),
                    end_line = table.Column<int>(type: "INTEGER", nullable: false),
                    settled = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    act_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false)
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
