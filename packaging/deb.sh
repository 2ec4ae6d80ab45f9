#!/usr/bin/env bash
# Makes a Debian package of an archive of archive.sh: deb.sh ARCHIVE.tar.gz ARCHITECTURE VERSION FOLDER (amd64, arm64). The binary in it
# should be static (musl), so that the package depends on nothing.
set -euo pipefail
archive="$1" architecture="$2" version="$3" out="$4"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/unpacked" "$out"
tar -xzf "$archive" -C "$work/unpacked" --strip-components 1
root="$work/root"
install -Dm755 "$work/unpacked/collab" "$root/usr/bin/collab"
for page in "$work/unpacked/man"/*.1; do
  install -Dm644 "$page" "$root/usr/share/man/man1/$(basename "$page")"
done
gzip -9n "$root/usr/share/man/man1"/*.1
install -Dm644 "$work/unpacked/completions/collab.bash" "$root/usr/share/bash-completion/completions/collab"
install -Dm644 "$work/unpacked/completions/_collab" "$root/usr/share/zsh/vendor-completions/_collab"
install -Dm644 "$work/unpacked/completions/collab.fish" "$root/usr/share/fish/vendor_completions.d/collab.fish"
doc="$root/usr/share/doc/collabgraph"
install -Dm644 "$work/unpacked/README.md" "$doc/README.md"
{
  printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: the collabgraph contributors\nLicense: MIT or Apache-2.0\n\n'
  cat "$work/unpacked/LICENSE-MIT"
} >"$doc/copyright"
gzip -9nc "$work/unpacked/CHANGELOG.md" >"$doc/changelog.gz"
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: collabgraph
Version: $version
Architecture: $architecture
Maintainer: the collabgraph contributors <collabgraph@users.noreply.github.com>
Installed-Size: $(du -ks "$root/usr" | cut -f1)
Suggests: fonts-noto-cjk, graphviz
Section: science
Priority: optional
Description: partnership graphs from tables of works and institutions
 collab reads tables of works (AI models, papers) and the institutions behind
 them, answers who works with whom, ranks and clusters institutions, and draws
 the network for reports, in English and Korean.
CONTROL
find "$root" -exec touch -h -d @315532800 {} +
SOURCE_DATE_EPOCH=315532800 dpkg-deb --root-owner-group --build "$root" "$out/collabgraph_${version}_$architecture.deb" >&2
echo "$out/collabgraph_${version}_$architecture.deb"
