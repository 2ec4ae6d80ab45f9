#!/usr/bin/env bash
# Builds the wheel with the module and the command: build.sh [PROFILE], by default `dist`. Prints the path of the wheel.
# Needs maturin. A debug profile (`dev`) is quick and large.
set -euo pipefail
cd "$(dirname "$0")"
profile="${1:-dist}"
target="$(cargo metadata --format-version 1 --no-deps | python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')"
folder="$profile"
[ "$profile" != dev ] || folder=debug
suffix=""
if [ -n "${CARGO_BUILD_TARGET:-}" ]; then
  folder="$CARGO_BUILD_TARGET/$folder"
  case "$CARGO_BUILD_TARGET" in *windows*) suffix=.exe ;; esac
else
  case "$(uname -s)" in MINGW* | MSYS* | CYGWIN*) suffix=.exe ;; esac
fi
cargo build --locked --profile "$profile" --manifest-path ../../Cargo.toml --package collabgraph --features http --bin collab >&2
mkdir -p collabgraph.data/scripts
cp "$target/$folder/collab$suffix" collabgraph.data/scripts/
maturin build --locked --profile "$profile" --out "$target/wheels" >&2
# The newest, should older ones lie beside it.
ls -t "$target/wheels"/collabgraph-*.whl | sed -n 1p
