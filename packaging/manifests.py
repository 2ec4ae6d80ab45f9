#!/usr/bin/env python3
"""Writes the Homebrew formula and the winget manifests of a release.

manifests.py VERSION REPOSITORY SUMS OUT, where REPOSITORY is OWNER/NAME and SUMS a file of `sha256sum` lines of the archives.
"""

import pathlib
import sys

DESCRIPTION = "Partnership graphs from tables of works and the institutions behind them"
UNIX = {
    ("macos", "arm"): "aarch64-apple-darwin",
    ("macos", "intel"): "x86_64-apple-darwin",
    ("linux", "arm"): "aarch64-unknown-linux-musl",
    ("linux", "intel"): "x86_64-unknown-linux-musl",
}
WINDOWS = "x86_64-pc-windows-msvc"


def formula(version: str, repository: str, sums: dict[str, str]) -> str:
    """The formula, with a URL and a checksum for each system."""
    lines = [
        "class Collabgraph < Formula",
        f'  desc "{DESCRIPTION}"',
        f'  homepage "https://github.com/{repository}"',
        f'  version "{version}"',
        '  license any_of: ["MIT", "Apache-2.0"]',
        "",
    ]
    for system in ("macos", "linux"):
        lines.append(f"  on_{system} do")
        for processor in ("arm", "intel"):
            name = f"collab-{UNIX[system, processor]}.tar.gz"
            url = f"https://github.com/{repository}/releases/download/v{version}/{name}"
            lines += [f"    on_{processor} do", f'      url "{url}"', f'      sha256 "{sums[name]}"', "    end"]
        lines += ["  end", ""]
    lines += [
        "  def install",
        '    bin.install "collab"',
        '    man1.install Dir["man/*.1"]',
        '    bash_completion.install "completions/collab.bash" => "collab"',
        '    zsh_completion.install "completions/_collab"',
        '    fish_completion.install "completions/collab.fish"',
        "  end",
        "",
        "  test do",
        '    assert_match "3 partners", shell_output("#{bin}/collab --quiet who KAIST")',
        "  end",
        "end",
        "",
    ]
    return "\n".join(lines)


def winget(version: str, repository: str, sums: dict[str, str]) -> dict[str, str]:
    """The three files of a manifest, by name."""
    identifier = "Collabgraph.Collab"
    head = f"PackageIdentifier: {identifier}\nPackageVersion: {version}\n"
    foot = "ManifestVersion: 1.6.0\n"
    name = f"collab-{WINDOWS}.zip"
    url = f"https://github.com/{repository}/releases/download/v{version}/{name}"
    installer = (
        f"{head}InstallerType: zip\nNestedInstallerType: portable\nNestedInstallerFiles:\n"
        f"- RelativeFilePath: collab-{WINDOWS}\\collab.exe\n  PortableCommandAlias: collab\nInstallers:\n"
        f"- Architecture: x64\n  InstallerUrl: {url}\n  InstallerSha256: {sums[name].upper()}\n"
        f"ManifestType: installer\n{foot}"
    )
    locale = (
        f"{head}PackageLocale: en-US\nPublisher: collabgraph\nPackageName: collab\nLicense: MIT OR Apache-2.0\n"
        f"ShortDescription: {DESCRIPTION}\nPackageUrl: https://github.com/{repository}\nManifestType: defaultLocale\n{foot}"
    )
    return {
        f"{identifier}.yaml": f"{head}DefaultLocale: en-US\nManifestType: version\n{foot}",
        f"{identifier}.installer.yaml": installer,
        f"{identifier}.locale.en-US.yaml": locale,
    }


def main() -> None:
    """Writes all files."""
    version, repository, sums_file, out = sys.argv[1:]
    lines = pathlib.Path(sums_file).read_text(encoding="utf-8").splitlines()
    sums = {name.lstrip("*"): digest for digest, name in (line.split() for line in lines)}
    wanted = [f"collab-{target}.tar.gz" for target in UNIX.values()] + [f"collab-{WINDOWS}.zip"]
    if missing := [name for name in wanted if name not in sums]:
        sys.exit(f"{sums_file}: no checksum of {', '.join(missing)}")
    folder = pathlib.Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    files = {"collabgraph.rb": formula(version, repository, sums), **winget(version, repository, sums)}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


main()
