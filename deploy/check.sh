#!/usr/bin/env bash
# Checks what can be checked of the files in this folder without a container engine, a cluster, or root.
#
#   deploy/check.sh            options, names, syntax: seconds
#   deploy/check.sh --build    also what the Containerfile builds, as plain commands: minutes, needs Node and the SDK
#
# A tool that is not here leaves its check out, and says so. Ends with 1 when something is wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

wrong=0
bad() { echo "WRONG    $*"; wrong=1; }
good() { echo "ok       $*"; }
left_out() { echo "left out $*"; }
have() { command -v "$1" > /dev/null 2>&1; }
# Where nginx is, which is not on everybody's path.
PATH=$PATH:/usr/sbin

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Every option that a file sets is one of the program's, as its help says them.
options() {
  local known file used unknown
  known=$(grep -o -- '--[A-Za-z]*:*[A-Za-z]*' src/Silo/Commands/Usage.cs | sed 's/^--//' | sort -u)
  for file in deploy/compose.yaml deploy/kubernetes/*.yaml deploy/Containerfile deploy/yihao.env.example; do
    used=$(grep -o 'YIHAO_[A-Za-z]*__*[A-Za-z]*\|YIHAO_urls' "$file" | grep -v '_[A-Z]*$' \
      | sed 's/^YIHAO_//; s/__/:/' | sort -u) || true
    unknown=$(comm -13 <(echo "$known") <(echo "$used") | grep . || true)
    [ -z "$unknown" ] || bad "$file sets what the program does not know: $unknown"
  done
  used=$(grep -o -- '--[A-Z][A-Za-z]*:[A-Za-z]*\|--urls' deploy/local-cluster.sh | sed 's/^--//' | sort -u)
  unknown=$(comm -13 <(echo "$known") <(echo "$used"))
  [ -z "$unknown" ] || bad "local-cluster.sh sets what the program does not know: $unknown"
  for used in $(grep -o '^ *--[A-Za-z:]*' src/Silo/Commands/Usage.cs | tr -d ' ' | grep -v -- '^--help'); do
    grep -q -- "\`$used" docs/operations.md || bad "docs/operations.md does not describe $used"
  done
  good "options: all that the files set are the program's, and each is described"
}

# What names a thing in one file and uses it in another.
names() {
  local n port
  for n in $(grep -o 'node[0-9]:[0-9]*' deploy/nginx.conf | sort -u); do
    grep -q "^  ${n%:*}:$" deploy/compose.yaml || bad "nginx.conf sends to ${n%:*}, which compose.yaml does not have"
    grep -q "YIHAO_urls: http://\*:${n#*:}$" deploy/compose.yaml || bad "nginx.conf sends to port ${n#*:}"
  done
  [ "$(grep -c 'server node' deploy/nginx.conf)" -eq "$(grep -c '^  node[0-9]:' deploy/compose.yaml)" ] \
    || bad "compose.yaml has other nodes than nginx.conf"
  port=$(grep -o 'listen [0-9]*' deploy/nginx.conf | grep -o '[0-9]*')
  grep -q ":$port\"\]" deploy/compose.yaml || bad "compose.yaml publishes another port than nginx.conf listens at"
  for n in SiloPort GatewayPort; do
    [ "$(grep -h "Cluster__$n" deploy/compose.yaml deploy/kubernetes/config.yaml | tr -dc '0-9\n' | sort -u | wc -l)" -eq 1 ] \
      || bad "Cluster:$n differs between compose.yaml and kubernetes"
  done
  for n in 5080 11111 30000; do
    grep -q "EXPOSE.* $n" deploy/Containerfile || bad "the Containerfile does not expose $n"
    grep -q "containerPort: $n" deploy/kubernetes/statefulset.yaml || bad "the StatefulSet has no port $n"
  done
  for n in live ready; do
    grep -q "/healthz/$n" deploy/kubernetes/statefulset.yaml || bad "the StatefulSet does not ask /healthz/$n"
  done
  grep -rhE '(image|FROM|_IMAGE=)' deploy/compose.yaml deploy/kubernetes deploy/Containerfile \
    | grep -E '[a-z0-9]\.[a-z]{2,}/' | grep -v 'registry.example' && bad "an image names a registry" || true
  # A location with a header of its own would lose all others, the host's name among them.
  [ "$(grep -c '^            proxy_set_header' deploy/nginx.conf)" -eq 0 ] || bad "nginx.conf sets headers in a location"
  good "names: nodes, ports, probes and images agree"
}

# The first number of a file behind a text.
number() { grep -om 1 "$2[^0-9]*[0-9]\+" "$1" | grep -o '[0-9]*$'; }

# Whatever runs a node waits for its end longer than that may take.
times() {
  local handing file drain wait
  handing=$(number src/Silo/Composition/Serve.cs 'StopLimit = ')
  while read -r file wait drain; do
    [ -n "$drain" ] || { bad "$file does not say how long a node drains, and how long it is waited for"; continue; }
    [ "$wait" -gt $((drain + handing)) ] \
      || bad "$file waits $wait s for the end of a node, which may take $drain s to drain and $handing s to hand its halls over"
  done << FILES
compose.yaml $(number deploy/compose.yaml '^  stop_grace_period: ') $(number deploy/compose.yaml DrainSeconds:)
local-cluster.sh $(number deploy/local-cluster.sh '^stop_seconds=') $(number deploy/local-cluster.sh '^drain_seconds=')
yihao.service $(number deploy/yihao.service '^TimeoutStopSec=') $(number deploy/yihao.env.example DrainSeconds=)
kubernetes $(number deploy/kubernetes/statefulset.yaml GracePeriodSeconds:) $(number deploy/kubernetes/config.yaml DrainSeconds:)
FILES
  good "times: each file lets a node drain and hand its halls over"
}

# A node has one connection for its writer (Storage:Writers, which no file here sets), at most one each for looks at its
# heads and for updating the tables, and two pools; PostgreSQL keeps three connections back for its superuser.
connections() {
  local file nodes pool most needed
  while read -r file nodes pool most; do
    [ -n "$most" ] || { bad "$file does not say Maximum Pool Size and max_connections"; continue; }
    needed=$((nodes * (2 * pool + 3) + 3))
    [ "$needed" -le "$most" ] \
      || bad "$file: $nodes nodes with a Maximum Pool Size of $pool need $needed connections, max_connections is $most"
  done << FILES
compose.yaml $(grep -c '^  node[0-9]:' deploy/compose.yaml) $(pool deploy/compose.yaml) $(most deploy/compose.yaml)
local-cluster.sh $(number deploy/local-cluster.sh '^most_nodes=') $(pool deploy/local-cluster.sh) $(most deploy/local-cluster.sh)
FILES
  for file in deploy/yihao.env.example deploy/kubernetes/config.yaml deploy/README.md; do
    pool "$file" > /dev/null || bad "$file has a connection string without Maximum Pool Size"
  done
  good "connections: max_connections holds the pools of all nodes"
}

pool() { number "$1" 'Maximum Pool Size='; }
most() { number "$1" 'max_connections='; }

python=
for python in python3 /usr/bin/python3 ''; do
  [ -n "$python" ] && "$python" -c 'import yaml' 2> /dev/null && break
done

yaml() {
  if [ -z "$python" ]; then left_out "YAML: no python3 with yaml"; return; fi
  "$python" - deploy/compose.yaml deploy/kubernetes/*.yaml << 'PYTHON' || { bad "YAML"; return; }
import sys, yaml
documents = {name: list(yaml.safe_load_all(open(name))) for name in sys.argv[1:]}
compose = documents["deploy/compose.yaml"][0]
assert {"database", "proxy"} < compose["services"].keys(), "compose.yaml: no database or proxy"
for name, service in compose["services"].items():
    for other in service.get("depends_on", {}):
        assert other in compose["services"], f"{name} depends on {other}"
addresses = [s["networks"]["inside"]["ipv4_address"] for s in compose["services"].values()]
assert len(set(addresses)) == len(addresses), "two services have one address"
for name, service in compose["services"].items():
    own = service.get("environment", {}).get("YIHAO_Cluster__Address")
    assert own in (None, service["networks"]["inside"]["ipv4_address"]), f"{name} has another address"
kinds = {d["kind"]: d for many in documents.values() for d in many if "kind" in d}
stateful = kinds["StatefulSet"]["spec"]
labels = stateful["template"]["metadata"]["labels"]
assert stateful["selector"]["matchLabels"].items() <= labels.items()
assert kinds["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"].items() <= labels.items()
assert kinds["PodDisruptionBudget"]["spec"]["maxUnavailable"] == 1
pod = stateful["template"]["spec"]
environment = {e["name"]: e for e in pod["containers"][0]["env"]}
assert environment["YIHAO_Cluster__Address"]["valueFrom"]["fieldRef"]["fieldPath"] == "status.podIP"
services = [d for many in documents.values() for d in many if d.get("kind") == "Service"]
ports = {p["name"] for p in pod["containers"][0]["ports"]}
for service in services:
    assert service["spec"]["selector"].items() <= labels.items()
    assert all(p["targetPort"] in ports for p in service["spec"]["ports"]), "a service has no port to go to"
assert stateful["serviceName"] in [s["metadata"]["name"] for s in services]
resources = kinds["Kustomization"]["resources"]
files = {n.rsplit("/", 1)[1] for n in documents if "/kubernetes/" in n} - {"kustomization.yaml"}
assert set(resources) == files, f"kustomization.yaml lists {resources}"
PYTHON
  good "YAML: it parses, and what refers to something finds it"
}

tools() {
  if have kubectl && kubectl kustomize deploy/kubernetes > "$work/all.yaml" 2> "$work/kustomize.log"; then
    good "kubectl kustomize: $(grep -c '^kind:' "$work/all.yaml") objects"
  elif have kubectl; then
    bad "kubectl kustomize: $(cat "$work/kustomize.log")"
  else
    left_out "kubectl kustomize: no kubectl"
  fi
  if have nginx; then
    sed 's/ node\([0-9]\):5080/ 127.0.0.1:508\1/' deploy/nginx.conf > "$work/nginx.conf"
    nginx -t -q -p "$work" -c "$work/nginx.conf" -g "pid $work/pid;" -e stderr 2> "$work/nginx.log" \
      && good "nginx -t" || bad "nginx -t: $(cat "$work/nginx.log")"
  else
    left_out "nginx -t: no nginx"
  fi
  if have systemd-analyze; then
    sed 's|^ExecStart=.*|ExecStart=/bin/true|' deploy/yihao.service > "$work/yihao.service"
    systemd-analyze verify "$work/yihao.service" 2> "$work/systemd.log" && [ ! -s "$work/systemd.log" ] \
      && good "systemd-analyze verify" || bad "systemd-analyze verify: $(cat "$work/systemd.log")"
  else
    left_out "systemd-analyze verify: no systemd"
  fi
  bash -n deploy/local-cluster.sh && good "local-cluster.sh: bash reads it" || bad "local-cluster.sh"
}

# The stages of the Containerfile on what git has, without what .dockerignore leaves out.
build() {
  mkdir -p "$work/source"
  git ls-files -z -- global.json Directory.Build.props Directory.Packages.props .editorconfig src samples \
    | xargs -0 cp --parents -t "$work/source"
  (cd "$work/source/src/Hub/ClientApp" && npm ci --no-audit --no-fund && npm run build --silent) > "$work/pages.log" 2>&1 \
    || { tail -n 20 "$work/pages.log"; bad "the pages of the Containerfile do not build"; return; }
  (cd "$work/source" && dotnet publish src/Silo -c Release -p:SkipWeb=true -o "$work/yihao" -v quiet --nologo) \
    > "$work/program.log" 2>&1 || { tail -n 20 "$work/program.log"; bad "the program of the Containerfile"; return; }
  [ -s "$work/yihao/wwwroot/index.html" ] || bad "what the Containerfile builds has no pages"
  "$work/yihao/yihao" --version > /dev/null && good "build: what the Containerfile does gives a program with pages"
}

options
names
times
connections
yaml
tools
[ "${1:-}" != --build ] || build
exit "$wrong"
