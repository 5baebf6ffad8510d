#!/usr/bin/env bash
# The whole gate: installs what is missing, builds once, runs every test project, and ends with one line of counts.
#
#   ./test.sh                  everything
#   ./test.sh --quick          Rules, Simulation (200 seeds) and Tidy only: no database, no browser
#   ./test.sh --long           everything, with 50,000 seeds
#   ./test.sh --only PROJECT   one project, by its folder under tests/ (Rules or Rules.Tests); may be repeated
#
# Logs and result files are kept under artifacts/test-logs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

configuration=Release
logs=$PWD/artifacts/test-logs
limit_seconds=${YIHAO_LIMIT_SECONDS:-1800}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
# A build node that lives on would keep the pipe of whoever reads our output open.
export MSBUILDDISABLENODEREUSE=1

only=()
whole=yes
install=yes
while [ $# -gt 0 ]; do
  case $1 in
    --quick) only=(Rules.Tests Simulation.Tests Tidy.Tests) whole=no install=no
      export YIHAO_SEEDS=${YIHAO_SEEDS:-200} ;;
    --long) limit_seconds=${YIHAO_LIMIT_SECONDS:-7200}
      export YIHAO_SEEDS=${YIHAO_SEEDS:-50000} ;;
    --only) [ $# -ge 2 ] || { echo "--only needs the name of a project" >&2; exit 2; }
      only+=("${2%.Tests}.Tests") whole=no; shift ;;
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "unknown switch: $1 (see --help)" >&2; exit 2 ;;
  esac
  shift
done

passed=0 failed=0 skipped=0

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && exit 0
  exit 1
}

# $1: what could not be done, $2: a log whose end says why
fail() {
  failed=$((failed + 1))
  echo "FAILED: $1 (${2#"$PWD"/})"
  tail -n 40 "$2" | sed 's/^/    /'
}

have() { command -v "$1" > /dev/null 2>&1; }

missing_packages() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || echo postgresql
  have chromium || have chromium-browser || have google-chrome || echo chromium
  [ -n "$(fc-list :lang=zh 2> /dev/null | head -n 1)" ] || echo fonts-noto-cjk fontconfig
  [ -e /usr/share/zoneinfo/Asia/Shanghai ] || echo tzdata
  # For deploy/check.sh, which one project runs.
  [ $whole = yes ] || [[ " ${only[*]} " == *" EndToEnd.Tests "* ]] || return 0
  python3 -c 'import yaml' 2> /dev/null || /usr/bin/python3 -c 'import yaml' 2> /dev/null || echo python3-yaml
  have nginx || [ -x /usr/sbin/nginx ] || echo nginx-light
}

online_clusters() { pg_lsclusters -h 2> /dev/null | awk '$4 ~ /^online/ { print $1 "/" $2 }' || true; }

install_missing() {
  local missing before cluster log=$logs/install.log
  missing=$(missing_packages | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    have sudo && sudo -n true 2> /dev/null && root=(sudo -n) || {
      echo "missing: $missing- install them, or run this as root" >&2; exit 2; }
  fi
  have apt-get || { echo "missing: $missing- no apt-get here, install them" >&2; exit 2; }
  echo "installing $missing"
  before=$(online_clusters)
  if ! { "${root[@]}" apt-get update -q \
    && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing; } \
    > "$log" 2>&1 < /dev/null; then
    fail "install of $missing" "$log"
    finish
  fi
  # The package makes a cluster and starts it. The tests make their own, so what was not running before is stopped.
  for cluster in $(online_clusters); do
    grep -qxF "$cluster" <<< "$before" && continue
    echo "stopping the cluster $cluster that the package started"
    "${root[@]}" pg_ctlcluster "${cluster%/*}" "${cluster#*/}" stop >> "$log" 2>&1 || true
  done
  # Only its configuration is checked with it, so it is neither left running nor started with the machine.
  if [[ " $missing" == *" nginx-light "* ]]; then
    echo "stopping the nginx that the package may have started"
    "${root[@]}" service nginx stop >> "$log" 2>&1 || true
    "${root[@]}" update-rc.d nginx disable >> "$log" 2>&1 || true
  fi
}

check_tools() {
  local sdk node
  sdk=$(dotnet --version 2> /dev/null) || { echo "the .NET SDK of global.json is not installed" >&2; exit 2; }
  node=$(node --version 2> /dev/null) && have npm || { echo "Node 20 or newer with npm is not installed" >&2; exit 2; }
  node=${node#v}
  [ "${node%%.*}" -ge 20 ] || { echo "Node $node is too old: 20 or newer is needed" >&2; exit 2; }
  echo ".NET SDK $sdk, Node $node, $(nproc) cores, $configuration"
}

projects() {
  if [ ${#only[@]} -gt 0 ]; then printf '%s\n' "${only[@]}"; return; fi
  find tests -mindepth 2 -maxdepth 2 -name '*.csproj' | cut -d/ -f2 | sort
}

build() {
  local started=$SECONDS target targets=(Yihao.slnx) log=$logs/build.log
  [ $whole = yes ] || mapfile -t targets < <(projects | sed 's|^|tests/|')
  : > "$log"
  for target in "${targets[@]}"; do
    if ! dotnet build "$target" -c $configuration -v minimal -tl:off >> "$log" 2>&1 < /dev/null; then
      fail "build of $target" "$log"
      finish
    fi
  done
  echo "built in $((SECONDS - started)) s"
}

typecheck() {
  local started=$SECONDS log=$logs/typecheck.log
  if ! (cd src/Hub/ClientApp && { [ -d node_modules ] || npm ci --no-audit --no-fund; } && npm run typecheck) \
    > "$log" 2>&1 < /dev/null; then
    fail 'npm run typecheck' "$log"
    return
  fi
  echo "pages' types checked in $((SECONDS - started)) s"
}

# The number of one outcome in a result file
count() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" 2> /dev/null | head -n 1; }

run_project() {
  local project=$1 csproj name log=$logs/$1.log results=$logs/$1.trx started=$SECONDS code=0 good bad left
  csproj=$(find "tests/$project" -maxdepth 1 -name '*.csproj' | head -n 1)
  name=$(basename "$csproj" .csproj)
  rm -f "$results"
  timeout --kill-after=20 "$limit_seconds" "artifacts/bin/$name/${configuration,,}/$name" \
    -noLogo -noColor -result-trx "$results" > "$log" 2>&1 < /dev/null || code=$?
  good=$(count passed "$results") bad=$(count failed "$results") left=$(count notExecuted "$results")
  good=${good:-0} bad=${bad:-0} left=${left:-0}
  printf '%-18s %6d passed %4d failed %4d skipped %5d s\n' "$project" "$good" "$bad" "$left" $((SECONDS - started))
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + left))
  if [ "$bad" -gt 0 ]; then
    grep -A 12 -F '[FAIL]' "$log" | head -n 200 | sed 's/^/    /' || true
  elif [ "$code" -eq 124 ] || [ "$code" -eq 137 ]; then
    fail "$project did not end in $limit_seconds s" "$log"
  elif [ "$code" -ne 0 ]; then
    fail "$project ended with $code" "$log"
  elif [ "$good" -eq 0 ]; then
    fail "$project ran no test" "$log"
  fi
}

mkdir -p "$logs"
for project in "${only[@]}"; do
  [ -d "tests/$project" ] || { echo "no such project: tests/$project" >&2; exit 2; }
done
[ $install = no ] || install_missing
check_tools
build
[ $whole = no ] || typecheck
for project in $(projects); do
  run_project "$project"
done
finish
