#!/usr/bin/env bash
# Seconds from "dotnet run" to the first page, after the build: of a first start, which founds the demo city, and of the next one.
# "cpu" is what the program itself used, user and system; on a busy machine it says more than the clock.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
readonly port=${PORT:-5391} longest=300
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

measure() {
    local name=$1 begin end ticks pid=
    begin=$(date +%s.%N)
    dotnet run --no-build --project "$root/src/Governance.Web" -- "--urls=http://127.0.0.1:$port" "--Governance:DataPath=$data/files" >"$data/log" 2>&1 &
    local run=$!
    until curl --silent --fail --output "$data/page" "http://127.0.0.1:$port/account/sign-in"; do
        if ! kill -0 "$run" 2>/dev/null || (($(date +%s) > ${begin%.*} + longest)); then
            cat "$data/log"
            echo "No page came."
            kill "$run" 2>/dev/null
            exit 1
        fi
        sleep 0.02
    done
    end=$(date +%s.%N)
    pid=$(pgrep -P "$run" | head -1)
    ticks=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
    awk -v name="$name" -v begin="$begin" -v end="$end" -v ticks="$ticks" 'BEGIN { printf "%s: %.1f s, cpu %.1f s\n", name, end - begin, ticks / 100 }'
    kill -TERM "$pid"
    wait "$run"
}

dotnet build "$root/src/Governance.Web" --disable-build-servers -v quiet -nologo
measure "first start with the demo city"
measure "next start"
