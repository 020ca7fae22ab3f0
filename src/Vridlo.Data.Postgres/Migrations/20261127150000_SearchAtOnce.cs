using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchAtOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_search_text_words",
                table: "search_text");

            migrationBuilder.CreateIndex(
                name: "IX_search_text_words",
                table: "search_text",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_search_text_words",
                table: "search_text");

            migrationBuilder.CreateIndex(
                name: "IX_search_text_words",
                table: "search_text",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");
        }
    }
}
