# Sourced by ./test: which test projects can be touched by what differs from the main branch.

# references PROJECT_FOLDER: the folder and those of every project it stands on.
references() {
  local queue=("$1") seen="" folder reference
  while [ ${#queue[@]} -gt 0 ]; do
    folder=${queue[0]}; queue=("${queue[@]:1}")
    [[ "$seen" == *"|$folder|"* ]] && continue
    seen+="|$folder|"; echo "$folder"
    while read -r reference; do
      queue+=("$(realpath --relative-to="$root" "$root/$folder/$(dirname "$reference")")")
    done < <(sed -n 's/.*<ProjectReference Include="\([^"]*\)".*/\1/p' "$root/$folder"/*.csproj)
  done
}

changed_files() {
  local base; base=$(git -C "$root" merge-base HEAD origin/main 2>/dev/null || git -C "$root" merge-base HEAD main)
  { git -C "$root" diff --name-only "$base"; git -C "$root" ls-files --others --exclude-standard; } | sort -u
}

# affected PROJECT…: of these, one a line. What lies outside src/ and tests/ may touch everything, but for prose.
affected() {
  local changed project folder; changed=$(changed_files)
  for project in "$@"; do
    if grep -qvE '^(src|tests|docs)/|\.md$' <<<"$changed"; then echo "$project"; continue; fi
    while read -r folder; do
      if grep -q "^$folder/" <<<"$changed"; then echo "$project"; break; fi
    done < <(references "tests/$project")
  done
}
