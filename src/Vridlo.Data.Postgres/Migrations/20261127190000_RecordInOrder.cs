using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261127190000_RecordInOrder")]
    public sealed class RecordInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_record_change_act_sequence",
                table: "record_change");

            migrationBuilder.CreateIndex(
                name: "IX_record_change_act_sequence_id",
                table: "record_change",
                columns: new[] { "act_sequence", "id" });
        }
    }
}
