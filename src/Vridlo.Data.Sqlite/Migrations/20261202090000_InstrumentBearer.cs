using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261202090000_InstrumentBearer")]
    public sealed class InstrumentBearer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Said as it is: a reference added by itself would have the whole table made anew.
            migrationBuilder.Sql("ALTER TABLE instrument ADD COLUMN bearer TEXT NULL CONSTRAINT FK_instrument_organisation_bearer REFERENCES organisation (id) ON DELETE RESTRICT;");

            migrationBuilder.Sql("UPDATE instrument SET bearer = (SELECT bearer FROM projects_project WHERE projects_project.id = instrument.id);");

            migrationBuilder.CreateIndex(
                name: "IX_instrument_bearer",
                table: "instrument",
                column: "bearer");

            migrationBuilder.CreateIndex(
                name: "IX_instrument_place",
                table: "instrument",
                column: "place");
        }
    }
}
