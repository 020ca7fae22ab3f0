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
            migrationBuilder.DropTable(
                name: "people_kept_post");

            migrationBuilder.CreateTable(
                name: "people_saved_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    path = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false),
                    shared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_saved_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_typed_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<byte[]>(type: "bytea", nullable: true),
                    key = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    fields = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: true),
                    tab = table.Column<Guid>(type: "uuid", nullable: false),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    taken_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    code = table.Column<byte[]>(type: "bytea", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
