using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261128170000_StatementCorrection")]
    public sealed class StatementCorrection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "replaces",
                table: "statements_statement",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "corrects",
                table: "statements_application",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "corrects_why",
                table: "statements_application",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_statements_statement_replaces",
                table: "statements_statement",
                column: "replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statements_application_corrects",
                table: "statements_application",
                column: "corrects");
        }
    }
}
