#!/usr/bin/env python3
"""What the command is built of: `check` holds licences, sources and duplicates against the lists below; `notices FILE` writes the
licences of all crates that are in a released command, each text once. Works without network where the crates are fetched."""

import json
import pathlib
import re
import subprocess
import sys
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index"
# Licences whose terms an archive with notices meets. A crate needs one of those that it offers.
LICENCES = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0",
    "CDLA-Permissive-2.0", "ISC", "MIT", "MIT-0", "Unicode-3.0", "Unlicense", "Zlib",
}
# Crates that name a file in place of a licence: what the file says.
CLARIFIED = {"dot-generator": "MIT", "graphviz-rust": "MIT", "into-attr": "MIT", "into-attr-derive": "MIT"}
# Crates that are linked in several versions, and why.
DUPLICATES = json.loads((pathlib.Path(__file__).parent / "duplicates.json").read_text(encoding="utf-8"))
TEXTS = re.compile(r"^(licen[cs]e|copying|notice|unlicense|copyright)", re.IGNORECASE)


def metadata(features):
    """All crates, and those that a command with these features is linked with."""
    call = ["cargo", "metadata", "--format-version=1", "--locked", "--features", features]
    found = json.loads(subprocess.run(call, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    packages = {package["id"]: package for package in found["packages"]}
    nodes = {node["id"]: node for node in found["resolve"]["nodes"]}
    linked, left = set(), [found["resolve"]["root"] or next(i for i in nodes if packages[i]["name"] == "collabgraph")]
    while left:
        name = left.pop()
        if name in linked:
            continue
        linked.add(name)
        for dependency in nodes[name]["deps"]:
            # Macros run in the compiler.
            is_macro = any("proc-macro" in target["kind"] for target in packages[dependency["pkg"]]["targets"])
            if not is_macro and any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                left.append(dependency["pkg"])
    return packages, [packages[name] for name in linked]


def allowed(expression):
    """Whether an SPDX expression offers terms that are on the list. `/` is an old form of OR."""
    words = re.findall(r"\(|\)|[^\s()/]+|/", expression.replace(" WITH ", "+WITH+"))

    def either():
        holds = both()
        while words and words[0] in ("OR", "/"):
            words.pop(0)
            holds = both() or holds
        return holds

    def both():
        holds = one()
        while words and words[0] == "AND":
            words.pop(0)
            holds = one() and holds
        return holds

    def one():
        word = words.pop(0)
        if word == "(":
            holds = either()
            words.pop(0)
            return holds
        return word.replace("+WITH+", " WITH ") in LICENCES

    return either()


def clarified(package):
    """The licence of a crate that names a file alone, where that is the text that was read."""
    known = CLARIFIED.get(package["name"])
    file = package["license_file"] and pathlib.Path(package["manifest_path"]).parent / package["license_file"]
    is_there = file and file.is_file() and "Permission is hereby granted, free of charge" in file.read_text(encoding="utf-8")
    return known if is_there else None


def faults():
    packages, linked = metadata("http,parquet,spark")
    for package in packages.values():
        name = f"{package['name']} {package['version']}"
        if package["source"] not in (None, CRATES_IO):
            yield f"{name}: comes from {package['source']}, not from crates.io"
    for package in linked:
        name = f"{package['name']} {package['version']}"
        licence = package["license"] or clarified(package)
        if not licence:
            yield f"{name}: names no licence, and its file is none that is known"
        elif not allowed(licence):
            yield f"{name}: {licence} is not on the list of licences"
    versions = defaultdict(set)
    for package in linked:
        versions[package["name"]].add(package["version"])
    several = {name for name, known in versions.items() if len(known) > 1}
    for name in sorted(several - set(DUPLICATES)):
        yield f"{name}: {', '.join(sorted(versions[name]))} are linked; use one, or give the reason in duplicates.json"
    for name in sorted(set(DUPLICATES) - several):
        yield f"{name}: one version is linked; remove it from duplicates.json"


def notices():
    # What is released (.github/workflows/release.yml).
    _, linked = metadata("http")
    of_text, without = defaultdict(list), []
    for package in sorted(linked, key=lambda package: (package["name"], package["version"])):
        if package["source"] is None:
            continue
        name = f"{package['name']} {package['version']} ({package['license'] or clarified(package)})"
        folder = pathlib.Path(package["manifest_path"]).parent
        files = sorted(path for path in folder.iterdir() if path.is_file() and TEXTS.match(path.name))
        texts = [path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip() for path in files]
        for text in texts:
            of_text[text].append(name)
        if not texts:
            without.append(f"{name}, by {', '.join(package['authors']) or 'its contributors'}: {package['repository'] or 'crates.io'}")
    parts = ["The command `collab` is linked with the crates below. Each licence stands below the crates that came with it.\n"]
    if without:
        parts.append("Crates that came without the text of their licence:\n" + "\n".join(f"  {one}" for one in without) + "\n")
    for text, names in sorted(of_text.items(), key=lambda item: item[1]):
        parts.append("-" * 80 + "\n" + "\n".join(names) + "\n\n" + text + "\n")
    return "\n".join(parts)


def main(arguments):
    if arguments == ["check"]:
        found = list(faults())
        print("\n".join(found) or "Licences, sources and duplicates are those that are listed.")
        return 1 if found else 0
    if len(arguments) == 2 and arguments[0] == "notices":
        pathlib.Path(arguments[1]).write_text(notices(), encoding="utf-8", newline="\n")
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
