#!/usr/bin/env bash
# All halls of a region on this machine, on a ledger split over two PostgreSQL servers: every hall is opened, serves some
# citizens, comes back after a kill, and all ledgers are verified. Or, with --sizing, what a region and the nation need.
#
#   bench/region.sh                          111 counties, 1,284 townships, 15,000 villages
#   bench/region.sh --villages 500 --townships 50 --counties 10
#   bench/region.sh --sizing                 docs/sizing.md's tables from its unit costs
#
# Everything else: --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build bench/Region --configuration Release --verbosity quiet -p:SkipWeb=true
exec artifacts/bin/Yihao.Region/release/region "$@"
