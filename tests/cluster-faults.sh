#!/usr/bin/env bash
# Three nodes on a real PostgreSQL under load, killed, frozen, stopped and cut off for as long as you like; at the end a
# checker holds what every worker and screen saw against the ledgers. Ends with 0 when nothing was lost.
#
#   tests/cluster-faults.sh                each kind of fault once, about 3 minutes, as in the gate
#   tests/cluster-faults.sh --minutes N    faults for N minutes; kills and freezes more often than the others
#   tests/cluster-faults.sh --seed S       the faults and the load of an earlier run; the seed is printed
#   tests/cluster-faults.sh --rolling      an update: one node after another is stopped and started; no try fails
#   tests/cluster-faults.sh --only KINDS   with --minutes: these alone, in turn; of kill,freeze,stop,cut,database,all
#   tests/cluster-faults.sh --soak         no faults for 20 or --minutes minutes; says how the nodes' memory grows
#   tests/cluster-faults.sh --split        the ledger split over two PostgreSQL servers; the last one is what crashes
#   tests/cluster-faults.sh --times T      so many runs one after another, each with the next seed
#   tests/cluster-faults.sh --keep         keeps logs and history of a run that went well, too
#   tests/cluster-faults.sh --debug        the debug build; default is Release
#
# Logs of the nodes, the history and the ledgers of a run that failed are kept under artifacts/test-logs/cluster-faults.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=Release
class=FaultTests
times=1
seed=$((RANDOM * 31 + 1))
while [ $# -gt 0 ]; do
  case $1 in
    --minutes | --seed | --times)
      [[ ${2:-} =~ ^[0-9]+$ ]] || { echo "$1 needs a whole number" >&2; exit 2; } ;;&
    --minutes) export YIHAO_FAULT_MINUTES=$2; shift ;;
    --seed) seed=$2; shift ;;
    --times) times=$2; shift ;;
    --rolling) class=RollingRestartTests ;;
    --only)
      [[ ${2:-} =~ ^[a-z,]+$ ]] || { echo "$1 needs kinds of fault, as kill,freeze" >&2; exit 2; }
      export YIHAO_FAULT_ONLY=$2; shift ;;
    --split) export YIHAO_FAULT_DATABASES=2 ;;
    --soak) export YIHAO_FAULT_SOAK=1 ;;
    --keep) export YIHAO_FAULT_KEEP=1 ;;
    --debug) configuration=Debug ;;
    -h | --help) sed -n '2,17s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "unknown switch: $1 (see --help)" >&2; exit 2 ;;
  esac
  shift
done
if [ -n "${YIHAO_FAULT_ONLY:-}" ] && [ -z "${YIHAO_FAULT_MINUTES:-}" ]; then
  echo "--only needs --minutes: without, each kind comes once" >&2
  exit 2
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
dotnet build tests/Cluster.Tests -c $configuration -v quiet

failed=0
for ((run = 0; run < times; run++)); do
  YIHAO_FAULT_SEED=$((seed + run)) "artifacts/bin/Yihao.Cluster.Tests/${configuration,,}/Yihao.Cluster.Tests" \
    -noLogo -noColor -class "*.$class" || failed=$((failed + 1))
done
echo "$((times - failed)) of $times runs went well"
[ "$failed" -eq 0 ]
