#!/usr/bin/env bash
# How long citizens wait under each policy: a county's day on the shipping rules, under a virtual clock. Writes the
# tables and pictures of docs/dispatch-quality.md and the raw rows under bench/results/, and prints the ratios.
#
#   bench/dispatch-quality.sh           60 days of the county under each policy
#   bench/dispatch-quality.sh --quick   3 days; the page stays as it is
#
# What else it takes goes to the simulation: --days N, --seed N (see --help).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build bench/Simulation --configuration Release --verbosity quiet
simulation=artifacts/bin/Yihao.Simulation/release/Yihao.Simulation
case " $* " in
  *" --help "* | *" -h "* | *" --quick "*) exec "$simulation" "$@" ;;
esac
exec "$simulation" --page docs/dispatch-quality.md --results "bench/results/$(date +%F)-dispatch" "$@"
