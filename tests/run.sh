#!/usr/bin/env bash
# Builds the solution and runs every test project. The last line is "N passed, N failed, N skipped".
# Fails when a test fails, when a project runs no test, and when anything before that fails.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
readonly at_once=2      # projects at the same time: the tests of each use several threads already
readonly longest=1800   # seconds a project may take before it counts as hung
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# ---- what the tests need besides .NET: a browser, a database server, and npm for the styles ----
missing=()
command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing+=(chromium-headless-shell)
command -v npm >/dev/null || missing+=(nodejs npm)
command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
if ((${#missing[@]})); then
    echo "Installing ${missing[*]}"
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# ---- build; no build server stays behind and keeps the caller's pipes open ----
dotnet build Governance.sln --disable-build-servers -v quiet -nologo

# What mutation testing runs is not in the solution: built here, so that a test moved into its folders is noticed at once.
for project in tests/stryker/*/*.csproj; do
    dotnet build "$project" --disable-build-servers -v quiet -nologo
done

# ---- run ----
run_project() {
    local name=$1 code=0
    timeout --kill-after=30 "$longest" "tests/$name/bin/Debug/net10.0/$name" -noColor -noLogo >"$logs/$name" 2>&1 </dev/null || code=$?
    echo "$code" >"$logs/$name.code"
    echo "done: $name"
}
export -f run_project
export logs longest

projects=()
for project in tests/*.Tests/*.csproj; do
    projects+=("$(basename "$project" .csproj)")
done
# A browser wants the machine for itself.
printf '%s\n' "${projects[@]}" | grep -v Browser | xargs -P "$at_once" -I{} bash -c 'run_project {}'
for name in $(printf '%s\n' "${projects[@]}" | grep Browser); do
    run_project "$name"
done

# ---- tell: failures with their causes, skips with their reasons, counts from each runner's summary ----
passed=0 failed=0 skipped=0 broken=0
for name in "${projects[@]}"; do
    echo "== $name"
    log=$logs/$name
    awk '/^    [^ ]/ { failure = /\[FAIL\]$/ } /^  ?[^ ]/ { failure = 0 } failure && /^    /' "$log"
    grep -A1 '\[SKIP\]$' "$log" | grep -v -e '\[SKIP\]$' -e '^--$' | sort | uniq -c | sed 's/^ *\([0-9]*\) */skipped \1: /' || true
    summary=$(grep -E '^ +[^ ]+ +Total: [0-9]+, ' "$log" | tail -1 || true)
    if [[ ! $summary =~ Total:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Failed:\ ([0-9]+),\ Skipped:\ ([0-9]+),\ Not\ Run:\ ([0-9]+) ]]; then
        echo "$name ended without a summary (exit code $(cat "$log.code")):"
        tail -20 "$log"
        broken=$((broken + 1))
        continue
    fi
    total=${BASH_REMATCH[1]} errors=${BASH_REMATCH[2]} bad=${BASH_REMATCH[3]} left_out=${BASH_REMATCH[4]} not_run=${BASH_REMATCH[5]}
    good=$((total - bad - left_out - not_run))
    echo "$name: $good passed, $((bad + errors)) failed, $left_out skipped"
    passed=$((passed + good)) failed=$((failed + bad + errors)) skipped=$((skipped + left_out))
    if ((good + bad == 0)); then
        echo "$name ran no test."
        broken=$((broken + 1))
    elif ((bad + errors == 0)) && [[ $(cat "$log.code") != 0 ]]; then
        echo "$name failed after its tests (exit code $(cat "$log.code")):"
        tail -20 "$log"
        broken=$((broken + 1))
    fi
done

failed=$((failed + broken))
echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0))
