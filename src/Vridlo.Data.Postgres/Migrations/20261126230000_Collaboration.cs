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
                name: "alignment_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_programme = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<Guid>(type: "uuid", nullable: false),
                    to_programme = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<Guid>(type: "uuid", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alignment_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "integrity_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    check = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integrity_finding", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "integrity_run",
                columns: table => new
                {
                    check = table.Column<string>(type: "text", nullable: false),
                    ran_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integrity_run", x => x.check);
                });

            migrationBuilder.CreateIndex(
                name: "IX_alignment_decision_from_programme_to_programme",
                table: "alignment_decision",
                columns: new[] { "from_programme", "to_programme" });

            migrationBuilder.CreateIndex(
                name: "IX_alignment_decision_from_to",
                table: "alignment_decision",
                columns: new[] { "from", "to" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_alignment_decision_to",
                table: "alignment_decision",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "IX_integrity_finding_rank_id",
                table: "integrity_finding",
                columns: new[] { "rank", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alignment_decision");

            migrationBuilder.DropTable(
                name: "integrity_finding");

            migrationBuilder.DropTable(
                name: "integrity_run");
        }
    }
}
