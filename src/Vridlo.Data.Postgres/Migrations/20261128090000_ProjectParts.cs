using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261128090000_ProjectParts")]
    public sealed class ProjectParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "projects_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    mail = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_contact", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_contact_projects_project_project_id",
                        column: x => x.project_id,
                        principalTable: "projects_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "projects_milestone",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    done = table.Column<DateOnly>(type: "date", nullable: true),
                    after = table.Column<Guid>(type: "uuid", nullable: true),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_milestone", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_milestone_projects_project_project_id",
                        column: x => x.project_id,
                        principalTable: "projects_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "projects_outcome",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    baseline = table.Column<double>(type: "double precision", nullable: true),
                    target = table.Column<double>(type: "double precision", nullable: false),
                    reached = table.Column<double>(type: "double precision", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_outcome", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_outcome_projects_project_project_id",
                        column: x => x.project_id,
                        principalTable: "projects_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "projects_partner",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_partner", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_partner_projects_project_project_id",
                        column: x => x.project_id,
                        principalTable: "projects_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "projects_risk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    likelihood = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    impact = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_risk", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_risk_projects_project_project_id",
                        column: x => x.project_id,
                        principalTable: "projects_project",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "projects_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    choices = table.Column<string>(type: "text", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: true),
                    changed = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects_sheet", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_projects_contact_project_id_number",
                table: "projects_contact",
                columns: new[] { "project_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_milestone_project_id_number",
                table: "projects_milestone",
                columns: new[] { "project_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_outcome_project_id_number",
                table: "projects_outcome",
                columns: new[] { "project_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_partner_project_id_number",
                table: "projects_partner",
                columns: new[] { "project_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_risk_project_id_number",
                table: "projects_risk",
                columns: new[] { "project_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_sheet_person_id_at",
                table: "projects_sheet",
                columns: new[] { "person_id", "at" });
        }
    }
}
