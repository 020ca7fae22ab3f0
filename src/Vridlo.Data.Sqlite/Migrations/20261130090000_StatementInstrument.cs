using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261130090000_StatementInstrument")]
    public sealed class StatementInstrument : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "statements_about",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instrument_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements_about", x => x.id);
                    table.ForeignKey(
                        name: "FK_statements_about_statements_application_id",
                        column: x => x.id,
                        principalTable: "statements_application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_statements_about_instrument_id",
                table: "statements_about",
                column: "instrument_id");
        }
    }
}
