#!/usr/bin/env bash
# Ours beside the queue a team would write itself (one table, FOR UPDATE SKIP LOCKED, driven by pgbench), in turns on one
# throw-away PostgreSQL. Prints the table of ratios of docs/performance.md. See --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build bench/Compare --configuration Release --verbosity quiet -p:SkipWeb=true
exec artifacts/bin/Yihao.Compare/release/Yihao.Compare "$@"
