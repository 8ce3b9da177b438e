#!/usr/bin/env bash
# Seconds to the first page, after the build: of a first start, which founds the demo city, and of the next one; of the program
# itself and of "dotnet run", which looks at the project before it starts the program.
# "cpu" is what the program itself used, user and system; on a busy machine it says more than the clock.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
readonly port=${PORT:-5391} longest=300
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
program=(dotnet "$root/src/Governance.Web/bin/Debug/net10.0/Governance.Web.dll" "--contentRoot=$root/src/Governance.Web")
run=(dotnet run --no-build --project "$root/src/Governance.Web" --)

measure() {
    local name=$1 files=$2 begin end ticks pid=
    shift 2
    begin=$(date +%s.%N)
    ASPNETCORE_ENVIRONMENT=Development "$@" "--urls=http://127.0.0.1:$port" "--Governance:DataPath=$data/$files" >"$data/log" 2>&1 &
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
    pid=$(pgrep -P "$run" | head -1 || true)
    pid=${pid:-$run}
    ticks=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
    awk -v name="$name" -v begin="$begin" -v end="$end" -v ticks="$ticks" 'BEGIN { printf "%s: %.1f s, cpu %.1f s\n", name, end - begin, ticks / 100 }'
    kill -TERM "$pid"
    wait "$run" || true
}

dotnet build "$root/src/Governance.Web" --disable-build-servers -v quiet -nologo
for round in 1 2 3; do
    measure "program, first start with the demo city" "program$round" "${program[@]}"
    measure "program, next start" "program$round" "${program[@]}"
    measure "dotnet run, first start with the demo city" "run$round" "${run[@]}"
    measure "dotnet run, next start" "run$round" "${run[@]}"
done
