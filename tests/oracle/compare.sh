#!/usr/bin/env bash
# compare.sh ORACLE DEFINITIONS: prints each definition for which Elsa and our engine print something else.
set -euo pipefail
oracle=$(realpath "$1"); definitions=$(realpath "$2"); root=$(cd "$(dirname "$0")/../.." && pwd); differ=0
dotnet build -v quiet "$root/src/Governance.Web" > /dev/null
ls "$definitions"/*.json | xargs -P 2 -n 60 dotnet "$oracle/bin/Release/net10.0/Elsa.Workflows.Core.dll"
cd "$root/src/Governance.Web"
for file in "$definitions"/*.json; do
  name=${file%.json}; with=()
  [ -f "$name.steps" ] && with+=(--steps "$name.steps")
  [ -d "$name.deps" ] && with+=(--with "$name.deps")
  ours=$(dotnet bin/Debug/net10.0/Governance.Web.dll workflows run "$file" "${with[@]}" 2> /dev/null || true)
  if [ "$ours" != "$(cat "$name.elsa")" ]; then
    differ=$((differ + 1)); echo "== $name"; diff <(echo "$ours") "$name.elsa" || true
  fi
done
echo "$(ls "$definitions"/*.json | wc -l) definitions, $differ differ"
