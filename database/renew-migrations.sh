#!/usr/bin/env bash
# Before the first release each provider has one migration, "Initial": after a change of the model this makes it anew.
# From the first release on, migrations are only added.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly id=20261101000000
dotnet tool restore >/dev/null
for provider in Sqlite PostgreSql SqlServer; do
    project=database/Governance.Database.$provider
    rm -rf "$project/Migrations"
    dotnet build "$project" -v quiet -nologo
    dotnet ef migrations add Initial --project "$project" --no-build

    # The same name each time, so that a change of the model reads as a change of these files.
    for file in "$project"/Migrations/*_Initial*.cs; do
        stamped=$(basename "$file")
        sed -i "s/${stamped%%_*}_Initial/${id}_Initial/" "$file"
        mv "$file" "$project/Migrations/${id}_${stamped#*_}"
    done
done
