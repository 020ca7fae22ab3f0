using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Sqlite.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261126230000_Collaboration")]
    public sealed class Collaboration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people_kept_post");

            migrationBuilder.CreateTable(
                name: "alignment_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_programme = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_programme = table.Column<Guid>(type: "TEXT", nullable: false),
                    to = table.Column<Guid>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alignment_decision", x => x.id);
                });

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
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                name: "integrity_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    check = table.Column<string>(type: "TEXT", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integrity_finding", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "integrity_run",
                columns: table => new
                {
                    check = table.Column<string>(type: "TEXT", nullable: false),
                    ran_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    found = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integrity_run", x => x.check);
                });

            migrationBuilder.CreateTable(
                name: "people_saved_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false, collation: "cs_sort"),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    shared_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_saved_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_typed_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    code = table.Column<byte[]>(type: "BLOB", nullable: true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: true),
                    tab = table.Column<Guid>(type: "TEXT", nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_typed_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_document_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    percent = table.Column<int>(type: "INTEGER", nullable: false),
                    heard = table.Column<DateTime>(type: "TEXT", nullable: false),
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    refused = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_document_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_doubt",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    arguments = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<int>(type: "INTEGER", nullable: true),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    end_page = table.Column<int>(type: "INTEGER", nullable: true),
                    end_line = table.Column<int>(type: "INTEGER", nullable: false),
                    settled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_doubt", x => new { x.draft_id, x.number });
                    table.ForeignKey(
                        name: "FK_programmes_draft_doubt_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_undone",
                columns: table => new
                {
                    act_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_undone", x => x.act_id);
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
                name: "IX_alignment_decision_from_programme_to_programme",
                table: "alignment_decision",
                columns: new[] { "from_programme", "to_programme" });

            migrationBuilder.CreateIndex(
                name: "IX_alignment_decision_from_to",
                table: "alignment_decision",
                columns: new[] { "from", "to" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_alignment_decision_to",
                table: "alignment_decision",
                column: "to");

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

            migrationBuilder.CreateIndex(
                name: "IX_integrity_finding_rank_id",
                table: "integrity_finding",
                columns: new[] { "rank", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_people_saved_view_path_person_id",
                table: "people_saved_view",
                columns: new[] { "path", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_people_typed_form_code",
                table: "people_typed_form",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_typed_form_person_id_key",
                table: "people_typed_form",
                columns: new[] { "person_id", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_people_typed_form_until",
                table: "people_typed_form",
                column: "until");
        }
    }
}
