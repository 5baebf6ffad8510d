#!/usr/bin/env bash
# How costs grow with halls, windows, screens, people waiting and events in the ledger: one picture each under
# docs/images/growth, the raw rows under bench/results/, and the slopes in words.
#
#   bench/growth.sh                      every curve, up to 10 M events
#   bench/growth.sh --only screens       one curve
#   bench/growth.sh --most 1000000       without the ledger of 10 M events: about twenty minutes
#
# What it takes: bench/growth.sh --help
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build bench/Yihao.Bench --configuration Release --verbosity quiet
bench=artifacts/bin/Yihao.Bench/release/Yihao.Bench
case " $* " in
  *" --help "* | *" -h "*) exec "$bench" --growth --help ;;
esac
mkdir -p docs/images/growth bench/results
exec "$bench" --growth --pictures docs/images/growth --csv "bench/results/$(date +%F)-growth.csv" "$@"
