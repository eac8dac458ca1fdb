#!/bin/sh
# For any other CI: needs Node 20.19 or later, and nothing else. Exit code 0: in sync. 1: drift. 2: could not check.
set -eu
npx --yes supabase-drift-gate@0.1.0 check --types src/database.types.ts --output markdown=drift.md --output json=drift.json
