#!/usr/bin/env bash
# A whole cluster on this machine, as plain processes: PostgreSQL, nodes with pages on each, and a reverse proxy if
# wanted. It does what compose.yaml does, without a container engine.
#
#   deploy/local-cluster.sh up [N] [--demo [PACE]] [--network FILE] [--proxy]   start what does not run; N nodes (3)
#   deploy/local-cluster.sh status           which node is ready, and which halls live there
#   deploy/local-cluster.sh owner HALL       the node on which a hall lives
#   deploy/local-cluster.sh kill N           kill -9 of node N: nobody is told, nothing is finished
#   deploy/local-cluster.sh stop N           SIGTERM of node N: it hands its halls over and ends
#   deploy/local-cluster.sh start N          start node N again; one that ends by itself is started again anyway
#   deploy/local-cluster.sh down [--purge]   stop everything; --purge deletes the database and the logs too
#
# Pages are at http://127.0.0.1:5081 and following, with --proxy also at http://127.0.0.1:5080. Data and logs are kept
# in data/local-cluster. In the environment: YIHAO_LOCAL (the folder), YIHAO_PROGRAM (a built yihao; default: published
# from the sources when missing or older), YIHAO_PAGES_PORT (5080), YIHAO_SILO_PORT (11180), YIHAO_GATEWAY_PORT (30080):
# node N takes each of these plus N.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${YIHAO_LOCAL:-$repository/data/local-cluster}
pages=${YIHAO_PAGES_PORT:-5080}
silo=${YIHAO_SILO_PORT:-11180}
gateway=${YIHAO_GATEWAY_PORT:-30080}
most_nodes=9
ready_seconds=90
# Longer than the drain and the up to 60 s of handing the halls over.
drain_seconds=5
stop_seconds=90
# A node that ends so soon after its start, so often in a row, is not started again.
quick_seconds=10
most_quick=20

die() { echo "local-cluster: $*" >&2; exit 1; }
say() { echo "$*"; }
have() { command -v "$1" > /dev/null 2>&1; }

# --- PostgreSQL: a cluster of its own on loopback. It refuses to run as root, so root runs it as postgres.

postgres_bin() {
  local found
  found=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1) || true
  [ -n "$found" ] || found=$(command -v initdb) || die "no PostgreSQL here: install the package postgresql"
  dirname "$found"
}

as_postgres() {
  if [ "$(id -u)" -ne 0 ]; then "$@"; return; fi
  id postgres > /dev/null 2>&1 || die "root cannot run PostgreSQL, and there is no user postgres"
  # From /, because a folder of root's may be shut to others.
  (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@")
}

database_port() { cat "$folder/postgres.port" 2> /dev/null || echo 0; }

connection() { echo "Host=127.0.0.1;Port=$(database_port);Username=postgres;Database=yihao;Maximum Pool Size=30"; }

database_runs() { as_postgres "$(postgres_bin)/pg_ctl" -D "$folder/postgres" status > /dev/null 2>&1; }

port_is_free() { ! (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

start_database() {
  local bin port=25432
  bin=$(postgres_bin)
  if [ ! -e "$folder/postgres/PG_VERSION" ]; then
    while ! port_is_free "$port"; do port=$((port + 1)); done
    echo "$port" > "$folder/postgres.port"
    mkdir -p "$folder/postgres"
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder/postgres"
    chmod 700 "$folder/postgres"
    as_postgres test -w "$folder/postgres" \
      || die "the user postgres does not reach $folder: choose another folder, YIHAO_LOCAL=/var/tmp/yihao"
    as_postgres "$bin/initdb" -D "$folder/postgres" -U postgres -A trust -E UTF8 --locale=C \
      > "$folder/initdb.log" 2>&1 || die "initdb failed: see $folder/initdb.log"
  fi
  port=$(database_port)
  if ! database_runs; then
    port_is_free "$port" || die "port $port of the database is taken by another program"
    as_postgres "$bin/pg_ctl" -D "$folder/postgres" -l "$folder/postgres/server.log" -w -t 60 \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=600" \
      start > /dev/null || die "PostgreSQL does not start: see $folder/postgres/server.log"
  fi
  as_postgres "$bin/psql" -h 127.0.0.1 -p "$port" -U postgres -tAc \
    "select 1 from pg_database where datname = 'yihao'" | grep -q 1 \
    || as_postgres "$bin/createdb" -h 127.0.0.1 -p "$port" -U postgres yihao
  say "PostgreSQL   127.0.0.1:$port, database yihao, user postgres"
}

# --- The program.

program() { echo "${YIHAO_PROGRAM:-$folder/program/yihao}"; }

publish_if_needed() {
  local built=$folder/program/yihao
  if [ -n "${YIHAO_PROGRAM:-}" ]; then
    [ -x "$YIHAO_PROGRAM" ] || die "YIHAO_PROGRAM is $YIHAO_PROGRAM: there is no such program"
    return
  fi
  if [ -x "$built" ] && [ -z "$(find "$repository/src" "$repository/samples" "$repository"/*.props -newer "$built" \
    -type f -not -path '*/node_modules/*' -not -path '*/wwwroot/*' -print -quit)" ]; then
    return
  fi
  have dotnet || die "the .NET SDK is needed to build the program (see global.json), or YIHAO_PROGRAM=/path/to/yihao"
  nothing_runs || die "the program is older than its sources, and nodes run: down first, then up again"
  say "building     $folder/program (a minute or two at the first time)"
  dotnet publish "$repository/src/Silo" -c Release -v quiet --nologo -o "$folder/program" > "$folder/build.log" 2>&1 \
    || { tail -n 20 "$folder/build.log" >&2; die "the build failed: see $folder/build.log"; }
  touch "$built"
}

# --- Nodes. A pid counts only while it is still the process of that node.

node_pid() {
  local pid
  pid=$(cat "$folder/node$1/pid" 2> /dev/null) || return 1
  { tr "\0" " " < "/proc/$pid/cmdline"; } 2> /dev/null | grep -q -- "--Cluster:Node node$1 " || return 1
  echo "$pid"
}

nodes() { compgen -G "$folder/node[1-9]" | sed 's/.*node//' | sort || true; }

nothing_runs() { local n; for n in $(nodes); do ! node_pid "$n" > /dev/null || return 1; done; }

url() { echo "http://127.0.0.1:$((pages + $1))"; }

start_node() {
  local n=$1 port
  if node_pid "$n" > /dev/null; then say "node $n       runs already"; return; fi
  for port in $((pages + n)) $((silo + n)) $((gateway + n)); do
    port_is_free "$port" || die "port $port of node $n is taken by another program: see --help for other ports"
  done
  mkdir -p "$folder/node$n"
  local more=()
  [ ! -e "$folder/network" ] || more+=(--Network:File "$(cat "$folder/network")")
  [ ! -e "$folder/demo" ] || [ "$n" != 1 ] || more+=(--demo "$(cat "$folder/demo")")
  [ ! -e "$folder/proxy" ] || more+=(--Doors:PublicUrl "http://127.0.0.1:$pages")
  rm -f "$folder/node$n/pid" "$folder/node$n/ends"
  setsid nohup bash -c "$keeper" keeper "$folder/node$n/pid" $quick_seconds $most_quick "$(program)" \
    --Cluster:Node "node$n" --urls "$(url "$n")" --Cluster:DrainSeconds $drain_seconds \
    --Storage:Provider PostgreSql --Storage:ConnectionString "$(connection)" \
    --Cluster:SiloPort $((silo + n)) --Cluster:GatewayPort $((gateway + n)) \
    "${more[@]}" >> "$folder/node$n/log" 2>&1 < /dev/null &
  until [ -s "$folder/node$n/pid" ]; do sleep 0.05; done
}

# As Restart=always does it: a node that was declared dead while it stood still ends itself and is started again, and so
# is one whose database was away. One that somebody killed or stopped stays so until: start N. The file with the pid says
# whether the keeper is still wanted: another pid, or none, means that it is not.
keeper='
  pid=$1 quick_seconds=$2 most_quick=$3 quick=0; shift 3
  while :; do
    "$@" &
    node=$! begun=$SECONDS
    echo $node > "$pid"
    wait $node
    code=$?
    case $code in 0 | 137 | 143) exit ;; esac
    [ ! -e "${pid%/*}/ends" ] || exit
    if [ $((SECONDS - begun)) -lt "$quick_seconds" ]; then quick=$((quick + 1)); else quick=0; fi
    if [ $quick -ge "$most_quick" ]; then
      echo "--- ended with $code, $quick times in a row within $quick_seconds s of its start: given up. Mend it, then: start N"
      exit
    fi
    echo "--- ended by itself with $code, started again"
    sleep 1
    [ "$(cat "$pid" 2> /dev/null)" = "$node" ] || exit
  done'

# However it ends then, its keeper does not start it again.
# $1: node, $2: signal, $3: its pid
ask_to_end() { touch "$folder/node$1/ends"; kill "-$2" "$3"; }

# Also its keeper, when that is between two lives of the node.
forget_node() { rm -f "$folder/node$1/pid"; }

ready_answer() { curl -s -m 3 "$(url "$1")/healthz/ready" 2> /dev/null || true; }

wait_ready() {
  local n=$1 until=$((SECONDS + ready_seconds))
  until ready_answer "$n" | grep -q '"status":"ready"'; do
    if ! node_pid "$n" > /dev/null; then
      tail -n 15 "$folder/node$n/log" >&2
      die "node $n has ended by itself and is tried again, up to $most_quick times; stop $n ends that. See $folder/node$n/log"
    fi
    [ "$SECONDS" -lt "$until" ] || die "node $n is not ready after $ready_seconds s: $(ready_answer "$n")"
    sleep 0.3
  done
}

halls_of() {
  curl -s -m 3 "$(url "$1")/ops/halls" 2> /dev/null | grep -o '"halls":\[[^]]*' | grep -o '[0-9]\{6,12\}' || true
}

# $1: node, $2: signal, $3: word. Waits until the process is gone.
end_node() {
  local pid
  pid=$(node_pid "$1") || { forget_node "$1"; say "node $1       does not run"; return; }
  ask_to_end "$1" "$2" "$pid"
  await_end "$1" "$3"
}

await_end() {
  local pid until=$((SECONDS + stop_seconds))
  while pid=$(node_pid "$1"); do
    if [ "$SECONDS" -ge "$until" ]; then
      say "node $1       has not ended after $stop_seconds s: killed"
      kill -KILL "$pid" 2> /dev/null || true
    fi
    sleep 0.1
  done
  say "node $1       $2"
}

# --- The reverse proxy: nginx.conf of this folder, with the names of the nodes as addresses of this machine.

start_proxy() {
  have nginx || die "--proxy needs nginx: install the package nginx-light"
  if proxy_runs; then return; fi
  port_is_free "$pages" || die "port $pages of the proxy is taken by another program"
  mkdir -p "$folder/proxy"
  local n servers=
  for n in $(nodes); do servers+="s/ node$n:5080/ 127.0.0.1:$((pages + n))/; "; done
  sed -e "$servers" -e "/server node[0-9]:5080/d" -e "s/listen 8080/listen 127.0.0.1:$pages/" \
    "$repository/deploy/nginx.conf" > "$folder/proxy/nginx.conf"
  nginx -p "$folder/proxy" -c nginx.conf -e stderr -g "pid $folder/proxy/pid;" > "$folder/proxy/log" 2>&1 \
    || { cat "$folder/proxy/log" >&2; die "the proxy does not start"; }
  say "proxy        http://127.0.0.1:$pages"
}

proxy_runs() { [ -s "$folder/proxy/pid" ] && kill -0 "$(cat "$folder/proxy/pid")" 2> /dev/null; }

# --- Commands.

up() {
  local count=3 n
  rm -f "$folder/demo"
  while [ $# -gt 0 ]; do
    case $1 in
      [1-9]) count=$1 ;;
      --demo) case ${2:-} in [0-9]*) demo=$2; shift ;; *) demo=1x ;; esac
        mkdir -p "$folder"; echo "$demo" > "$folder/demo" ;;
      --network) [ -f "${2:-}" ] || die "--network needs a file"
        mkdir -p "$folder"; realpath "$2" > "$folder/network"; shift ;;
      --proxy) mkdir -p "$folder/proxy" ;;
      *) die "up takes 1 to $most_nodes, --demo [PACE], --network FILE, --proxy; not '$1'" ;;
    esac
    shift
  done
  have curl || die "curl is needed"
  mkdir -p "$folder"
  [ -e "$folder/network" ] || echo sample > "$folder/network"
  publish_if_needed
  start_database
  "$(program)" migrate --Storage:Provider PostgreSql --Storage:ConnectionString "$(connection)" > /dev/null
  for n in $(seq "$count"); do start_node "$n"; done
  for n in $(seq "$count"); do wait_ready "$n"; done
  [ ! -e "$folder/proxy" ] || start_proxy
  status
  say "Open $(url 1)/ and choose a station; a screen: $(url 2)/display/450521"
}

status() {
  local n pid answer halls
  database_runs && say "PostgreSQL   runs" || say "PostgreSQL   does not run"
  [ ! -e "$folder/proxy" ] || { proxy_runs && say "proxy        http://127.0.0.1:$pages" || say "proxy        does not run"; }
  for n in $(nodes); do
    if ! pid=$(node_pid "$n"); then say "node $n       does not run"; continue; fi
    answer=$(ready_answer "$n")
    case $answer in
      *'"status":"ready"'*) halls=$(halls_of "$n")
        say "node $n       $(url "$n")  ready, pid $pid, $(printf '%s' "$halls" | grep -c . || true) halls"
        [ -z "$halls" ] || paste -sd ' ' <<< "$halls" | fold -s -w 100 | sed 's/^/               /' ;;
      '') say "node $n       $(url "$n")  does not answer, pid $pid" ;;
      *) say "node $n       $(url "$n")  not ready, pid $pid: $answer" ;;
    esac
  done
}

owner() {
  local n
  for n in $(nodes); do
    if halls_of "$n" | grep -qx "$1"; then echo "$n"; return; fi
  done
  die "hall $1 lives on no node that answers"
}

down() {
  local n pid running=()
  if proxy_runs; then kill "$(cat "$folder/proxy/pid")"; say "proxy        stopped"; fi
  # All are asked first, because each takes a while.
  for n in $(nodes); do
    if pid=$(node_pid "$n"); then ask_to_end "$n" TERM "$pid"; running+=("$n"); else forget_node "$n"; fi
  done
  for n in "${running[@]}"; do await_end "$n" stopped; done
  if database_runs; then
    as_postgres "$(postgres_bin)/pg_ctl" -D "$folder/postgres" -m fast -w stop > /dev/null
    say "PostgreSQL   stopped"
  fi
  [ "${1:-}" != --purge ] || purge
}

purge() {
  [ -e "$folder/postgres.port" ] || return 0
  rm -rf "$folder/postgres" "$folder"/node[1-9] "$folder/proxy" \
    "$folder/postgres.port" "$folder/network" "$folder/demo" "$folder"/*.log
  say "The database and the logs are deleted."
}

node_number() { case ${1:-} in [1-9]) [ -d "$folder/node$1" ] || die "there is no node $1" ;; *) die "which node?" ;; esac; }

command=${1:---help}
[ $# -eq 0 ] || shift
case $command in
  up) up "$@" ;;
  status) status ;;
  owner) [ $# -eq 1 ] || die "which hall?"; owner "$1" ;;
  kill) node_number "${1:-}"; end_node "$1" KILL "killed: its halls answer on the other nodes within seconds (status),
             open pages of the other nodes go on, those of this one come back with: start $1" ;;
  stop) node_number "${1:-}"; end_node "$1" TERM stopped ;;
  start) node_number "${1:-}"; start_node "$1"; wait_ready "$1"; status ;;
  down) down "$@" ;;
  -h | --help | help) sed -n '2,/^set -/{/^set -/d; s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" ;;
  *) die "'$command' is no command of this script (see --help)" ;;
esac
