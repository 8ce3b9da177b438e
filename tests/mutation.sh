#!/usr/bin/env bash
# Mutation testing: Stryker changes the code in small ways, one at a time, and expects a test to fail. Fails below 85 %.
#   bash tests/mutation.sh [engine|rules|ledger]...    nothing named: all three
# What is changed and which tests judge it stands in tests/stryker/. Reports are left in StrykerOutput/.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
export CsCheck_Iter=20   # samples of a property: a mutant that needs more deserves an example of its own

parts=("$@")
((${#parts[@]})) || parts=(engine rules ledger)
cd "$root"
dotnet tool restore >/dev/null
failed=0
for part in "${parts[@]}"; do
    [[ -f tests/stryker/$part.json ]] || { echo "There is no tests/stryker/$part.json." >&2; exit 2; }
    rm -rf "StrykerOutput/$part"
    (cd tests/stryker && nice -n 19 dotnet stryker --config-file "$part.json" --output "$root/StrykerOutput/$part" --skip-version-check) || failed=1
    node tests/stryker/score.mjs "StrykerOutput/$part/reports/mutation-report.json" || failed=1
done
exit "$failed"
