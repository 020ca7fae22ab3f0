using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            // A project had a point; now it has a shape, which may be one.
            migrationBuilder.Sql("UPDATE projects_project SET shape = 'POINT (' || longitude || ' ' || latitude || ')' WHERE longitude IS NOT NULL AND latitude IS NOT NULL");

            // The provider would make the table anew; the engine takes columns away as they are.
            migrationBuilder.Sql("ALTER TABLE projects_project DROP COLUMN latitude");
            migrationBuilder.Sql("ALTER TABLE projects_project DROP COLUMN longitude");

            migrationBuilder.AddColumn<string>(
                name: "stated",
                table: "projects_outcome",
                type: "TEXT",
                nullable: true);
        }
    }
}
