using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261129100000_OfferWarned")]
    public sealed class OfferWarned : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "warned_at",
                table: "projects_offer_draft",
                type: "TEXT",
                nullable: true);
        }
    }
}
