using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261128180000_ProjectShapes")]
    public sealed class ProjectShapes : Migration
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
    }
}
