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
            migrationBuilder.DropTable(
                name: "people_kept_post");

            migrationBuilder.CreateTable(
                name: "people_saved_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false, collation: "cs_sort"),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    shared_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_saved_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_typed_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    code = table.Column<byte[]>(type: "BLOB", nullable: true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: true),
                    tab = table.Column<Guid>(type: "TEXT", nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_typed_form", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_saved_view_path_person_id",
                table: "people_saved_view",
                columns: new[] { "path", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_people_typed_form_code",
                table: "people_typed_form",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_typed_form_person_id_key",
                table: "people_typed_form",
                columns: new[] { "person_id", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_people_typed_form_until",
                table: "people_typed_form",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people_saved_view");

            migrationBuilder.DropTable(
                name: "people_typed_form");

            migrationBuilder.CreateTable(
                name: "people_kept_post",
                columns: table => new
                {
                    code = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_kept_post", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_kept_post_until",
                table: "people_kept_post",
                column: "until");
        }
    }
}
