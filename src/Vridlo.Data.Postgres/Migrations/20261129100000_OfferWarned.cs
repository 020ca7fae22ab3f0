using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OfferWarned : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "warned_at",
                table: "projects_offer_draft",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "warned_at",
                table: "projects_offer_draft");
        }
    }
}
