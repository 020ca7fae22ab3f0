using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ProjectShapes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "shape",
                table: "projects_project",
                type: "text",
                nullable: true);

            // A project had a point; now it has a shape, which may be one.
            migrationBuilder.Sql("UPDATE projects_project SET shape = 'POINT (' || longitude || ' ' || latitude || ')' WHERE longitude IS NOT NULL AND latitude IS NOT NULL");

            migrationBuilder.DropColumn(
                name: "latitude",
                table: "projects_project");

            migrationBuilder.DropColumn(
                name: "longitude",
                table: "projects_project");

            migrationBuilder.AddColumn<string>(
                name: "stated",
                table: "projects_outcome",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "shape",
                table: "projects_project");

            migrationBuilder.DropColumn(
                name: "stated",
                table: "projects_outcome");

            migrationBuilder.AddColumn<double>(
                name: "latitude",
                table: "projects_project",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "longitude",
                table: "projects_project",
                type: "double precision",
                nullable: true);
        }
    }
}
