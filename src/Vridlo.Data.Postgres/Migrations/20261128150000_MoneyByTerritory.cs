using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261128150000_MoneyByTerritory")]
    public sealed class MoneyByTerritory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "instrument",
                type: "text",
                nullable: true);

            // Where instruments are was known to their modules only.
            migrationBuilder.Sql("UPDATE instrument SET place = (SELECT place FROM projects_project WHERE projects_project.id = instrument.id)");

            migrationBuilder.CreateTable(
                name: "exchange_rate",
                columns: table => new
                {
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    thousandths = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_rate", x => new { x.currency, x.day });
                });
        }
    }
}
