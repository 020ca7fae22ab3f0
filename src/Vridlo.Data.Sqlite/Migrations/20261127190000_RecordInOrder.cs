using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RecordInOrder : Migration
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

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_record_change_act_sequence_id",
                table: "record_change");

            migrationBuilder.CreateIndex(
                name: "IX_record_change_act_sequence",
                table: "record_change",
                column: "act_sequence");
        }
    }
}
