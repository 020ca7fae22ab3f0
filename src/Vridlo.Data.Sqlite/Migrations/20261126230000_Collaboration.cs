using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Collaboration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "discussion_comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    thread_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    passage = table.Column<string>(type: "TEXT", nullable: true),
                    proposal = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    settled = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discussion_comment", x => x.id);
                    table.ForeignKey(
                        name: "FK_discussion_comment_discussion_comment_thread_id",
                        column: x => x.thread_id,
                        principalTable: "discussion_comment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discussion_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    act_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    is_public = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mailed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discussion_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "discussion_notice_wish",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pace = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discussion_notice_wish", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "discussion_addressee",
                columns: table => new
                {
                    comment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discussion_addressee", x => new { x.comment_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_discussion_addressee_discussion_comment_comment_id",
                        column: x => x.comment_id,
                        principalTable: "discussion_comment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "discussion_wording",
                columns: table => new
                {
                    comment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    passage = table.Column<string>(type: "TEXT", nullable: true),
                    proposal = table.Column<string>(type: "TEXT", nullable: true),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discussion_wording", x => new { x.comment_id, x.version });
                    table.ForeignKey(
                        name: "FK_discussion_wording_discussion_comment_comment_id",
                        column: x => x.comment_id,
                        principalTable: "discussion_comment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_discussion_addressee_person_id",
                table: "discussion_addressee",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_discussion_comment_author_id",
                table: "discussion_comment",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "IX_discussion_comment_subject_id",
                table: "discussion_comment",
                columns: new[] { "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_discussion_comment_thread_id",
                table: "discussion_comment",
                column: "thread_id");

            migrationBuilder.CreateIndex(
                name: "IX_discussion_notice_mailed_at",
                table: "discussion_notice",
                column: "mailed_at");

            migrationBuilder.CreateIndex(
                name: "IX_discussion_notice_person_id_act_id",
                table: "discussion_notice",
                columns: new[] { "person_id", "act_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_discussion_notice_person_id_read_at_at",
                table: "discussion_notice",
                columns: new[] { "person_id", "read_at", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discussion_addressee");

            migrationBuilder.DropTable(
                name: "discussion_notice");

            migrationBuilder.DropTable(
                name: "discussion_notice_wish");

            migrationBuilder.DropTable(
                name: "discussion_wording");

            migrationBuilder.DropTable(
                name: "discussion_comment");
        }
    }
}
