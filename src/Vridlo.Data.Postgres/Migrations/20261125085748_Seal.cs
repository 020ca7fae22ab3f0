using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vridlo.Core.Data;

#nullable disable

namespace Vridlo.Data.Postgres.Migrations
{
    [DbContext(typeof(AppDb))]
    [Migration("20261125085748_Seal")]
    public sealed class Seal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "actor_commitment",
                table: "record_act",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "actor_salt",
                table: "record_act",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "previous",
                table: "record_act",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "seal",
                table: "record_act",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateTable(
                name: "record_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    seal = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_head", x => x.id);
                });

            // Where the chain ends; what was recorded before there were seals is sealed at the next start (SealActs.Old).
            migrationBuilder.Sql("INSERT INTO record_head (id, sequence, seal) SELECT 1, coalesce(max(sequence), 0), ''::bytea FROM record_act");
        }
    }
}
