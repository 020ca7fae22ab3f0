# Sourced by ./vridlo, ./test and ./bench: what they need of the machine, and the building of the program.
# Everything said here goes to standard error: standard output belongs to the program.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# Read by the build: packages other than the locked ones are refused. After a change of versions: dotnet restore --force-evaluate
export RestoreLockedMode=true

say() { printf '%s\n' "$*" >&2; }

refuse() { say "$*"; exit 69; }

# need_sdk: the versions are those of global.json and of src/Vridlo.Ui/package.json.
need_sdk() {
  command -v dotnet >/dev/null || refuse "Vřídlo needs the .NET SDK 10 (https://dot.net), and there is no 'dotnet' on the PATH."
  (cd "$root" && dotnet --version >/dev/null 2>&1) || refuse "Vřídlo needs the .NET SDK 10.0.100 or a later 10.0; this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')."
  command -v node >/dev/null || refuse "Vřídlo needs Node.js 18 or later to build its styles and scripts, and there is no 'node' on the PATH."
  command -v npm >/dev/null || refuse "Vřídlo needs npm to build its styles and scripts, and there is no 'npm' on the PATH."
  local major; major=$(node --version); major=${major#v}; major=${major%%.*}
  [ "$major" -ge 18 ] || refuse "Vřídlo needs Node.js 18 or later to build its styles and scripts; this machine has $(node --version)."
}

# need_packages [--no-install-recommends] COMMAND=PACKAGE…: Debian packages whose command is missing are installed where we are root.
need_packages() {
  local pair missing=() options=()
  while [[ "${1:-}" == --* ]]; do options+=("$1"); shift; done
  for pair in "$@"; do
    compgen -G "${pair%%=*}" >/dev/null || command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || refuse "These Debian packages are needed and missing: ${missing[*]}. Install them (sudo apt-get install ${options[*]} ${missing[*]}), or run this as root."
  say "Installing ${missing[*]} …"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${options[@]}" "${missing[@]}"; } >/dev/null 2>"$root/artifacts/apt.log" \
    || { cat "$root/artifacts/apt.log" >&2; refuse "The packages ${missing[*]} could not be installed."; }
}

# What the program is built from, as name, size and time of every file: also notices what was removed.
fingerprint() {
  (cd "$root" && find src programmes Directory.Build.props Directory.Packages.props BannedSymbols.txt global.json .editorconfig \
    \( -name node_modules -o -name built -o -name .build-lock \) -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | cksum)
}

publish() {
  dotnet publish "$root/src/Vridlo.Web" -c Release -v q -nologo --use-current-runtime --no-self-contained \
    -p:PublishReadyToRun="$1" -p:ArtifactsPath="$root/artifacts/serve" -p:PublishDir="$program/"
}

# build_program: restores and builds only when the sources have changed since the last time.
build_program() {
  program=$root/artifacts/serve/program
  command -v dotnet >/dev/null || need_sdk
  local stamp=$root/artifacts/serve/built print; print=$(fingerprint)
  [ -f "$stamp" ] && [ -f "$program/vridlo.dll" ] && [ "$print" = "$(<"$stamp")" ] && return 0
  mkdir -p "$root/artifacts/serve"
  exec 9>"$root/artifacts/serve/lock"
  if command -v flock >/dev/null; then flock 9; fi
  if [ -f "$stamp" ] && [ "$print" = "$(<"$stamp")" ]; then exec 9>&-; return 0; fi
  need_sdk
  say "Vřídlo is being built; this happens once, and again when its sources change …"
  local log=$root/artifacts/serve/build.log
  rm -rf "$stamp" "$program"
  if ! publish true >"$log" 2>&1 9>&-; then
    # Code compiled ahead of time only makes the start faster: where the compiler for it cannot be had, we do without.
    grep -qi crossgen "$log" && publish false >"$log" 2>&1 9>&- || { cat "$log" >&2; refuse "Vřídlo could not be built."; }
  fi
  printf '%s\n' "$print" >"$stamp"
  exec 9>&-
}
