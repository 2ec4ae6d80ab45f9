#!/usr/bin/env bash
# Packs what is handed on: archive.sh BINARY TARGET FOLDER. Writes FOLDER/collab-TARGET.tar.gz (.zip for Windows) with the command, a manual
# page for every command, completions, licences and notes, and its sha256 beside it. The pages and completions are written by a `collab` that
# runs here: BINARY itself, or the one that COLLAB names.
set -euo pipefail
binary="$1" target="$2" out="$3"
root="$(cd "$(dirname "$0")/.." && pwd)"
collab="${COLLAB:-$binary}"
name="collab-$target"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
folder="$work/$name"
mkdir -p "$folder/man" "$folder/completions" "$out"
case "$target" in *windows*) cp "$binary" "$folder/collab.exe" ;; *) cp "$binary" "$folder/collab" && chmod 755 "$folder/collab" ;; esac
cp "$root/README.md" "$root/CHANGELOG.md" "$root/LICENSE-APACHE" "$root/LICENSE-MIT" "$root/CITATION.cff" "$folder/"
"$root/packaging/dependencies.py" notices "$folder/THIRD-PARTY.txt"
"$collab" man --lang en >"$folder/man/collab.1"
"$collab" help --lang en | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p' | while read -r command; do
  "$collab" man "$command" --lang en >"$folder/man/collab-$command.1"
done
"$collab" completions bash >"$folder/completions/collab.bash"
"$collab" completions zsh >"$folder/completions/_collab"
"$collab" completions fish >"$folder/completions/collab.fish"
"$collab" completions powershell >"$folder/completions/_collab.ps1"
"$collab" completions nushell >"$folder/completions/collab.nu"
"$collab" completions elvish >"$folder/completions/collab.elv"
# The same files give the same archive: fixed times, owners and order.
find "$folder" -exec touch -h -d @315532800 {} +
case "$target" in
  *windows*)
    rm -f "$out/$name.zip"
    (cd "$work" && find "$name" -type f | LC_ALL=C sort | zip -X -q "$name.zip" -@) && mv "$work/$name.zip" "$out/" && archive="$name.zip"
    ;;
  *)
    (cd "$work" && find "$name" -type f | LC_ALL=C sort | tar --owner=0 --group=0 --numeric-owner --format=ustar -cf - -T - | gzip -9n) >"$out/$name.tar.gz"
    archive="$name.tar.gz"
    ;;
esac
(cd "$out" && sha256sum "$archive" >"$archive.sha256")
echo "$out/$archive"
