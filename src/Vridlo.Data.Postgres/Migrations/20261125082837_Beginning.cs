using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261125082837_Beginning")]
    public sealed class Beginning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:CollationDefinition:cs_sort", "cs-CZ,cs-CZ,icu,True");

            migrationBuilder.CreateTable(
                name: "instrument",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instrument", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    folded = table.Column<string>(type: "text", nullable: false),
                    names = table.Column<string>(type: "text", nullable: true),
                    parent_code = table.Column<string>(type: "text", nullable: true),
                    region_code = table.Column<string>(type: "text", nullable: true),
                    postcode = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "place_load",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    shapes = table.Column<int>(type: "integer", nullable: false),
                    loaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place_load", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    territory = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    sort_title = table.Column<string>(type: "text", nullable: false, collation: "cs_sort"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "record_act",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    topics = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_act", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "search_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    scope = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    above = table.Column<string>(type: "text", nullable: false),
                    whose = table.Column<string>(type: "text", nullable: true),
                    path = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_scope",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_scope", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "search_text",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instrument_link",
                columns: table => new
                {
                    instrument_id = table.Column<Guid>(type: "uuid", nullable: false),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instrument_link", x => new { x.instrument_id, x.node_id, x.need_key });
                    table.ForeignKey(
                        name: "FK_instrument_link_instrument_instrument_id",
                        column: x => x.instrument_id,
                        principalTable: "instrument",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "place_geometry",
                columns: table => new
                {
                    place_code = table.Column<string>(type: "text", nullable: false),
                    load_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wkb = table.Column<byte[]>(type: "bytea", nullable: false),
                    west = table.Column<double>(type: "double precision", nullable: false),
                    south = table.Column<double>(type: "double precision", nullable: false),
                    east = table.Column<double>(type: "double precision", nullable: false),
                    north = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place_geometry", x => x.place_code);
                    table.ForeignKey(
                        name: "FK_place_geometry_place_load_load_id",
                        column: x => x.load_id,
                        principalTable: "place_load",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_place_geometry_place_place_code",
                        column: x => x.place_code,
                        principalTable: "place",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_edition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    territory = table.Column<string>(type: "text", nullable: false),
                    programme_title = table.Column<string>(type: "text", nullable: false),
                    programme_short = table.Column<string>(type: "text", nullable: true),
                    period_from = table.Column<int>(type: "integer", nullable: true),
                    period_to = table.Column<int>(type: "integer", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    follows_id = table.Column<Guid>(type: "uuid", nullable: true),
                    in_force_from = table.Column<DateOnly>(type: "date", nullable: true),
                    digest = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    document_file = table.Column<string>(type: "text", nullable: true),
                    document_title = table.Column<string>(type: "text", nullable: true),
                    document_sha256 = table.Column<string>(type: "text", nullable: true),
                    document_source = table.Column<string>(type: "text", nullable: true),
                    owners_source = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_edition", x => x.id);
                    table.ForeignKey(
                        name: "FK_programme_edition_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    act_sequence = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_change", x => x.id);
                    table.ForeignKey(
                        name: "FK_record_change_record_act_act_sequence",
                        column: x => x.act_sequence,
                        principalTable: "record_act",
                        principalColumn: "sequence",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_approval",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    resolution = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_approval", x => new { x.edition_id, x.position });
                    table.ForeignKey(
                        name: "FK_programme_approval_programme_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "programme_edition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_department",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_department", x => new { x.edition_id, x.key });
                    table.ForeignKey(
                        name: "FK_programme_department_programme_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "programme_edition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_document_part",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    page = table.Column<int>(type: "integer", nullable: true),
                    first_line = table.Column<int>(type: "integer", nullable: false),
                    last_line = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_document_part", x => new { x.edition_id, x.part });
                    table.ForeignKey(
                        name: "FK_programme_document_part_programme_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "programme_edition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_need",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    assess = table.Column<bool>(type: "boolean", nullable: false),
                    signup = table.Column<bool>(type: "boolean", nullable: false),
                    restricted = table.Column<bool>(type: "boolean", nullable: false),
                    met_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_need", x => new { x.edition_id, x.key });
                    table.ForeignKey(
                        name: "FK_programme_need_programme_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "programme_edition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_node",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    digest = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    was = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    change = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    department = table.Column<string>(type: "text", nullable: true),
                    source_page = table.Column<int>(type: "integer", nullable: true),
                    source_line = table.Column<int>(type: "integer", nullable: true),
                    source_end_page = table.Column<int>(type: "integer", nullable: true),
                    source_end_line = table.Column<int>(type: "integer", nullable: true),
                    aliases = table.Column<string>(type: "text", nullable: false),
                    edits = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_node", x => new { x.edition_id, x.position });
                    table.ForeignKey(
                        name: "FK_programme_node_programme_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "programme_edition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_need_activity",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_need_activity", x => new { x.edition_id, x.key, x.activity_id });
                    table.ForeignKey(
                        name: "FK_programme_need_activity_programme_need_edition_id_key",
                        columns: x => new { x.edition_id, x.key },
                        principalTable: "programme_need",
                        principalColumns: new[] { "edition_id", "key" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_instrument_code",
                table: "instrument",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_instrument_link_node_id",
                table: "instrument_link",
                column: "node_id");

            migrationBuilder.CreateIndex(
                name: "IX_place_kind_latitude",
                table: "place",
                columns: new[] { "kind", "latitude" });

            migrationBuilder.CreateIndex(
                name: "IX_place_parent_code",
                table: "place",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "IX_place_region_code_kind_name_code",
                table: "place",
                columns: new[] { "region_code", "kind", "name", "code" });

            migrationBuilder.CreateIndex(
                name: "IX_place_geometry_load_id",
                table: "place_geometry",
                column: "load_id");

            migrationBuilder.CreateIndex(
                name: "IX_place_geometry_west_east_south_north",
                table: "place_geometry",
                columns: new[] { "west", "east", "south", "north" });

            migrationBuilder.CreateIndex(
                name: "IX_programme_code",
                table: "programme",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programme_sort_title_id",
                table: "programme",
                columns: new[] { "sort_title", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_programme_territory",
                table: "programme",
                column: "territory");

            migrationBuilder.CreateIndex(
                name: "IX_programme_edition_programme_id_code",
                table: "programme_edition",
                columns: new[] { "programme_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programme_need_edition_id_measure_id",
                table: "programme_need",
                columns: new[] { "edition_id", "measure_id" });

            migrationBuilder.CreateIndex(
                name: "IX_programme_node_edition_id_code",
                table: "programme_node",
                columns: new[] { "edition_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programme_node_edition_id_kind_position",
                table: "programme_node",
                columns: new[] { "edition_id", "kind", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_programme_node_edition_id_parent_id_position",
                table: "programme_node",
                columns: new[] { "edition_id", "parent_id", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_programme_node_node_id_edition_id",
                table: "programme_node",
                columns: new[] { "node_id", "edition_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_record_act_id",
                table: "record_act",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_record_change_act_sequence",
                table: "record_change",
                column: "act_sequence");

            migrationBuilder.CreateIndex(
                name: "IX_record_change_subject_subject_id",
                table: "record_change",
                columns: new[] { "subject", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_search_entry_scope",
                table: "search_entry",
                column: "scope");

            migrationBuilder.CreateIndex(
                name: "IX_search_scope_source_key",
                table: "search_scope",
                columns: new[] { "source", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_text_words",
                table: "search_text",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");
        }
    }
}
