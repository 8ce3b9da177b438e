#!/usr/bin/env bash
# build.sh ELSA_CORE OUT: compiles the modules of an elsa-core checkout (tag 3.5.3) together, into OUT.
set -euo pipefail
elsa=$(realpath "$1"); mkdir -p "$2"; out=$(realpath "$2"); here=$(cd "$(dirname "$0")" && pwd)
rm -rf "${out:?}/src"; mkdir -p "$out/src"
for module in common/Elsa.Features common/Elsa.Mediator modules/Elsa modules/Elsa.Caching modules/Elsa.Common modules/Elsa.Dsl modules/Elsa.Expressions \
  modules/Elsa.JavaScript modules/Elsa.KeyValues modules/Elsa.Liquid modules/Elsa.Scheduling modules/Elsa.Tenants modules/Elsa.Workflows.Core \
  modules/Elsa.Workflows.Management modules/Elsa.Workflows.Runtime; do
  cp -r "$elsa/src/$module" "$out/src/$(basename "$module")"
done
cp "$here"/Oracle.csproj "$here"/*.cs "$out"
# What stands above must not be taken in.
echo '<Project />' | tee "$out/Directory.Build.props" "$out/Directory.Build.targets" "$out/Directory.Packages.props" > /dev/null
python3 "$here/one_assembly.py" "$out"
dotnet build -c Release -v quiet "$out/Oracle.csproj"
