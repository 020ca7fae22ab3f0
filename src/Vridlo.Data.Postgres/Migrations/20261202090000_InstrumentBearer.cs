using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261202090000_InstrumentBearer")]
    public sealed class InstrumentBearer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "bearer",
                table: "instrument",
                type: "uuid",
                nullable: true);

            migrationBuilder.Sql("UPDATE instrument SET bearer = (SELECT bearer FROM projects_project WHERE projects_project.id = instrument.id);");

            migrationBuilder.CreateIndex(
                name: "IX_instrument_bearer",
                table: "instrument",
                column: "bearer");

            migrationBuilder.CreateIndex(
                name: "IX_instrument_place",
                table: "instrument",
                column: "place");

            migrationBuilder.AddForeignKey(
                name: "FK_instrument_organisation_bearer",
                table: "instrument",
                column: "bearer",
                principalTable: "organisation",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
