#!/usr/bin/env bash
# Builds the engine of the page, src/explore/engine/collabgraph.wasm.gz, and notes the hash of its sources beside it.
# Needs the target wasm32-unknown-unknown of rustup, or Debian's rustc-web, cargo-web, rust-web-src and lld; and wasm-opt.
# With --hash it only prints the hash of the sources; with --check it only checks that they compile for the page.
set -euo pipefail
cd "$(dirname "$0")/../.."
engine=src/explore/engine

# What the engine is made of. The page and the engine itself are no part of it.
hash_of_sources() {
  { find src data crates/wasm Cargo.toml Cargo.lock -type f \
      ! -path 'src/cli/*' ! -path 'src/explore/*' ! -path 'data/registry.bin' ! -path 'crates/wasm/build.sh' -print0
    printf 'src/explore/app_words.rs\0'; } | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}
if [ "${1:-}" = --hash ]; then hash_of_sources; exit; fi

target=wasm32-unknown-unknown
action=build
[ "${1:-}" != --check ] || action=check
arguments=("$action" --locked --package collabgraph-wasm --profile engine --target "$target")
cargo=cargo
unset RUSTFLAGS
installed="$(command -v rustup >/dev/null && rustup target list --installed | grep -x "$target" || true)"
if [ -z "$installed" ]; then
  # Debian has the compiler without the target's standard library, which is built along.
  cargo=/usr/bin/cargo
  export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld
  arguments+=(-Zbuild-std=std,panic_abort)
fi
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-target/engine}"
"$cargo" "${arguments[@]}"
[ "$action" = build ] || exit 0
mkdir -p "$engine"
small="$(mktemp)"
trap 'rm -f "$small"' EXIT
wasm-opt -Oz --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-nontrapping-float-to-int --enable-simd \
  --enable-multivalue --enable-reference-types \
  "$CARGO_TARGET_DIR/$target/engine/collabgraph_wasm.wasm" -o "$small"
gzip -9 -n <"$small" >"$engine/collabgraph.wasm.gz"
hash_of_sources >"$engine/sources.sha256"
ls -l "$engine"
