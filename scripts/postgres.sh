# Sourced by ./test: a PostgreSQL cluster that lives in a temporary folder, speaks on a unix socket only, and dies with us.

as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

# start_postgres FOLDER: sets VRIDLO_TEST_POSTGRES to its connection string.
start_postgres() {
  local bin; bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1)
  [ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
  cluster=$1/postgres
  mkdir -p "$cluster" && chmod 755 "$1" && { [ "$(id -u)" != 0 ] || chown postgres "$cluster"; }
  as_owner "$bin/initdb" -D "$cluster/data" -U vridlo -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$1/initdb.log" 2>&1 \
    || { cat "$1/initdb.log" >&2; refuse "The test database could not be made."; }
  # Nothing here has to outlive a power cut.
  as_owner "$bin/postgres" -D "$cluster/data" -k "$cluster" -c listen_addresses= -c fsync=off -c synchronous_commit=off \
    -c full_page_writes=off -c max_connections=300 -c shared_buffers=128MB >"$1/postgres.log" 2>&1 </dev/null &
  postgres=$!
  until [ -S "$cluster/.s.PGSQL.5432" ] && "$bin/pg_isready" -q -h "$cluster" -U vridlo; do
    kill -0 $postgres 2>/dev/null || { cat "$1/postgres.log" >&2; refuse "The test database did not start."; }
    sleep 0.1
  done
  export VRIDLO_TEST_POSTGRES="Host=$cluster;Username=vridlo;Database=postgres"
}

# A fast shutdown (SIGINT); with runuser between us and the server the server's own number is in its file.
stop_postgres() {
  [ -n "${postgres:-}" ] || return 0
  local server; server=$(head -1 "$cluster/data/postmaster.pid" 2>/dev/null) && kill -INT "$server" 2>/dev/null
  wait "$postgres" 2>/dev/null
  postgres=
}
