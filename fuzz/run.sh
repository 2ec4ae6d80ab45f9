#!/usr/bin/env bash
# Builds the fuzzing targets with the address sanitizer and runs them: run.sh SECONDS [TARGET …]. Each takes its corpus from
# fuzz/corpus/TARGET, which begins with the fixtures. Needs no tool beside the compiler: RUSTC_BOOTSTRAP lets a stable one
# take the options of a nightly one.
set -euo pipefail
cd "$(dirname "$0")"
seconds="${1:?how many seconds each target runs}"
shift
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || mapfile -t targets < <(sed -n 's|^path = "targets/\(.*\)\.rs"|\1|p' Cargo.toml)
host="$(rustc -vV | sed -n 's/^host: //p')"
build="${CARGO_TARGET_DIR:-$PWD/target}"
export RUSTC_BOOTSTRAP=1
# Of the whole tree: counters of edges, comparisons of values, the sanitizer. --cfg fuzzing is what crates ask for.
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
  -Cllvm-args=-sanitizer-coverage-trace-compares -Zsanitizer=address"
RUSTFLAGS="$(echo $RUSTFLAGS)" cargo build --release --target "$host" --target-dir "$build" "${targets[@]/#/--bin=}"
for target in "${targets[@]}"; do
  corpus="${COLLAB_FUZZ_CORPUS:-$PWD/corpus}/$target"
  mkdir -p "$corpus"
  find ../tests/fixtures -type f -size -20k -exec cp -n {} "$corpus/" \;
  # Leaks are not searched for: what is read once and kept is none.
  (cd "$corpus/.." && ASAN_OPTIONS=detect_leaks=0 nice -n 19 "$build/$host/release/$target" "$target" \
    -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=20 -max_len=8192 -print_final_stats=1 2>&1 | grep -vE '^#[0-9]+.(NEW|REDUCE|pulse|INITED|READ)' || exit 1)
done
