using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261125110000_Workspace")]
    public sealed class Workspace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_form_receipt",
                columns: table => new
                {
                    number = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    location = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_form_receipt", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "access_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    mail = table.Column<string>(type: "text", nullable: false),
                    mail_key = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    left_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    next_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    holder = table.Column<string>(type: "text", nullable: true),
                    held_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "mail_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    reply_to = table.Column<string>(type: "text", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: true),
                    normalized_user_name = table.Column<string>(type: "text", nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_invitation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_kept_post",
                columns: table => new
                {
                    code = table.Column<byte[]>(type: "bytea", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_kept_post", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "people_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "people_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    ticket = table.Column<byte[]>(type: "bytea", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    device = table.Column<string>(type: "text", nullable: false),
                    sees_as = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_token",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    rights = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_token", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    territory = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    @short = table.Column<string>(name: "short", type: "text", nullable: true),
                    period_from = table.Column<int>(type: "integer", nullable: true),
                    period_to = table.Column<int>(type: "integer", nullable: true),
                    base_id = table.Column<Guid>(type: "uuid", nullable: true),
                    base_code = table.Column<string>(type: "text", nullable: true),
                    edition = table.Column<string>(type: "text", nullable: false),
                    edition_title = table.Column<string>(type: "text", nullable: false),
                    owners_source = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    subject_to_sea = table.Column<bool>(type: "boolean", nullable: false),
                    sea_statement = table.Column<string>(type: "text", nullable: true),
                    replaces_id = table.Column<Guid>(type: "uuid", nullable: true),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: true),
                    open_key = table.Column<string>(type: "text", nullable: true),
                    head_version = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_midterm_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    resolution = table.Column<string>(type: "text", nullable: false),
                    resolved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_midterm_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    node_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_grant", x => x.id);
                    table.ForeignKey(
                        name: "FK_access_grant_access_person_person_id",
                        column: x => x.person_id,
                        principalTable: "access_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_claim_people_account_user_id",
                        column: x => x.user_id,
                        principalTable: "people_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_people_login_people_account_user_id",
                        column: x => x.user_id,
                        principalTable: "people_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "FK_people_passkey_people_account_user_id",
                        column: x => x.user_id,
                        principalTable: "people_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people_provider_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_provider_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_people_provider_token_people_account_user_id",
                        column: x => x.user_id,
                        principalTable: "people_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_answer",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    department = table.Column<string>(type: "text", nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    settled = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    settled_why = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_answer", x => new { x.draft_id, x.round, x.department });
                    table.ForeignKey(
                        name: "FK_programmes_draft_answer_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_conflict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    thing = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    @base = table.Column<string>(name: "base", type: "text", nullable: true),
                    mine = table.Column<string>(type: "text", nullable: true),
                    theirs = table.Column<string>(type: "text", nullable: true),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    own = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_conflict", x => x.id);
                    table.ForeignKey(
                        name: "FK_programmes_draft_conflict_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_department",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_department", x => new { x.draft_id, x.key });
                    table.ForeignKey(
                        name: "FK_programmes_draft_department_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_document",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    paged = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_document", x => x.draft_id);
                    table.ForeignKey(
                        name: "FK_programmes_draft_document_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_heir",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    share = table.Column<int>(type: "integer", nullable: false),
                    decided = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_heir", x => new { x.draft_id, x.from_id, x.to_id });
                    table.ForeignKey(
                        name: "FK_programmes_draft_heir_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_node",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    change = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    department = table.Column<string>(type: "text", nullable: true),
                    source_page = table.Column<int>(type: "integer", nullable: true),
                    source_line = table.Column<int>(type: "integer", nullable: true),
                    source_end_page = table.Column<int>(type: "integer", nullable: true),
                    source_end_line = table.Column<int>(type: "integer", nullable: true),
                    aliases = table.Column<string>(type: "text", nullable: false),
                    edits = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_node", x => new { x.draft_id, x.node_id });
                    table.ForeignKey(
                        name: "FK_programmes_draft_node_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_programmes_draft_node_programmes_draft_node_draft_id_parent~",
                        columns: x => new { x.draft_id, x.parent_id },
                        principalTable: "programmes_draft_node",
                        principalColumns: new[] { "draft_id", "node_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    department = table.Column<string>(type: "text", nullable: true),
                    resolution = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_programmes_draft_step_programmes_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "programmes_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_draft_need",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    activities = table.Column<string>(type: "text", nullable: false),
                    assess = table.Column<bool>(type: "boolean", nullable: false),
                    signup = table.Column<bool>(type: "boolean", nullable: false),
                    restricted = table.Column<bool>(type: "boolean", nullable: false),
                    met_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_draft_need", x => new { x.draft_id, x.key });
                    table.ForeignKey(
                        name: "FK_programmes_draft_need_programmes_draft_node_draft_id_measur~",
                        columns: x => new { x.draft_id, x.measure_id },
                        principalTable: "programmes_draft_node",
                        principalColumns: new[] { "draft_id", "node_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_form_receipt_at",
                table: "access_form_receipt",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_access_grant_person_id",
                table: "access_grant",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_person_mail_key",
                table: "access_person",
                column: "mail_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mail_letter_due_at",
                table: "mail_letter",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_mail_letter_person_id",
                table: "mail_letter",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_account_normalized_user_name",
                table: "people_account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_claim_user_id",
                table: "people_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_invitation_hash",
                table: "people_invitation",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_invitation_person_id",
                table: "people_invitation",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_kept_post_until",
                table: "people_kept_post",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "IX_people_login_user_id",
                table: "people_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_passkey_user_id",
                table: "people_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_session_key",
                table: "people_session",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_session_person_id",
                table: "people_session",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_session_until",
                table: "people_session",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "IX_people_token_hash",
                table: "people_token",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_token_person_id",
                table: "people_token",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_programmes_draft_open_key",
                table: "programmes_draft",
                column: "open_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programmes_draft_conflict_draft_id_decision",
                table: "programmes_draft_conflict",
                columns: new[] { "draft_id", "decision" });

            migrationBuilder.CreateIndex(
                name: "IX_programmes_draft_need_draft_id_measure_id",
                table: "programmes_draft_need",
                columns: new[] { "draft_id", "measure_id" });

            migrationBuilder.CreateIndex(
                name: "IX_programmes_draft_node_draft_id_code",
                table: "programmes_draft_node",
                columns: new[] { "draft_id", "code" });

            migrationBuilder.CreateIndex(
                name: "IX_programmes_draft_node_draft_id_parent_id",
                table: "programmes_draft_node",
                columns: new[] { "draft_id", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "IX_programmes_draft_step_draft_id_id",
                table: "programmes_draft_step",
                columns: new[] { "draft_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_programmes_midterm_report_edition_id",
                table: "programmes_midterm_report",
                column: "edition_id");
        }
    }
}
