#!/usr/bin/env python3
"""collab and its peers in turn on the same files; prints a Markdown table of ratios with their goals. See README.md."""
import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import time
import venv
from dataclasses import dataclass, field

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PACKAGES = ["numpy", "scipy", "pandas", "pyarrow", "polars", "duckdb", "networkit", "igraph", "s_gd2", "egraph"]
TABLES = ["S", "M", "L", "XL"]
# Timed runs inside a process.
RUNS = 5


@dataclass
class Row:
    """One comparison. `goal` is how many times faster by wall time; `memory` how many times less; `better` tells what
    the quality must be: modularity not lower, stress not higher or lower; `limit` and `cpu_limit` are seconds of our own.
    `whole`: whole processes are timed, else what happens inside a process after imports. `base`: what `ours` is compared
    with is not a peer but `collab` with these arguments."""
    task: str
    file: str
    peer: str
    goal: float
    memory: float = 0
    better: str = ""
    threads: int = 2
    whole: bool = False
    ours: list = field(default_factory=list)
    base: list = field(default_factory=list)
    limit: float = 0
    cpu_limit: float = 0
    note: str = ""


def rows():
    measures = [("pagerank", 1), ("eigenvector", 1), ("kcore", 1), ("clustering", 1), ("components", 1), ("strength", 1)]
    yield from (Row("ingest", f"{size}.csv", peer, 3, memory=2) for size in "ML" for peer in ("polars", "duckdb"))
    yield from (Row("ingest", f"{size}.jsonl", "duckdb", 2.5) for size in "ML")
    yield Row("ingest", "L.jsonl.gz", "duckdb", 2.5, note="bound by inflating")
    yield from (Row("rank", "L.csv", peer, 1, whole=True, ours=["--data", "FILE", "rank", "--by", "strength"], note="names, notices, evidence; the peer only projects") for peer in ("polars", "duckdb"))
    yield Row("ingest", "XL.csv", "duckdb", 2, memory=1)
    for file in ("M.edges", "like-ca-GrQc.edges"):
        yield Row("betweenness", file, "igraph", 3)
        yield Row("betweenness", file, "igraph", 1.5, threads=1)
    yield Row("betweenness-w", "M.edges", "igraph", 3)
    yield from (Row(task, "M.edges", "igraph", 50) for task in ("closeness", "harmonic"))
    yield from (Row(task, f"{size}.edges", "networkit", goal) for size in "ML" for task, goal in measures)
    yield from (Row("constraint", f"{size}.edges", "igraph", 10) for size in "ML")
    yield from (Row("communities", f"{file}.edges", "igraph", 2, better="modularity") for file in ("S", "M", "L", "like-netscience", "like-ca-GrQc", "like-astro-ph"))
    yield from (Row("layout", f"{file}.edges", "s_gd2", 2, better="stress") for file in ("n60", "n500", "n2k"))
    yield from (Row("layout-sparse", f"{file}.edges", peer, 2, better="less stress") for file in ("n2k", "n10k") for peer in ("s_gd2", "egraph"))
    yield from (Row("svg", f"{file}.dot", "sfdp", 2, better="less stress", whole=True) for file in ("n500", "n2k", "n10k"))
    rank = ["--data", "FILE", "rank"]
    yield Row("filter", "L.csv", "no filter", round(1 / 1.3, 2), whole=True, ours=["--data", "FILE", "--since", "2020", "rank"], base=rank, note="at most 1.3 times the time without a filter")
    yield Row("json", "L.csv", "text", round(1 / 1.3, 2), whole=True, ours=[*rank, "--format", "json"], base=rank, note="at most 1.3 times the time of text")
    yield Row("map", "M.csv", "–", 0, whole=True, ours=["--data", "FILE", "draw", "map", "-o", "DRAWN"], limit=1.5)
    yield from (Row("read", f"ties.{kind}", peer, 1 if peer == "igraph" else 0, whole=True, ours=["--data", "FILE", "components"], limit=0.2, note="the peer only reads" if peer == "igraph" else "")
                for kind, peer in (("csv", "–"), ("net", "–"), ("gexf", "–"), ("graphml", "igraph"), ("gml", "igraph"), ("json", "–")))
    yield Row("start", "embedded", "–", 0, whole=True, ours=["who", "KAIST"], cpu_limit=0.005)
    yield Row("question", "M.csv", "python", 8, whole=True)
    yield Row("question", "epoch.csv", "pandas", 20, whole=True)


def prepare(work):
    """The environment of the peers; gives its Python and what could not be installed."""
    home = os.path.join(work, "venv")
    python = os.path.join(home, "bin", "python")
    if not os.path.exists(python):
        venv.create(home, with_pip=True)
    missing = {}
    for package in PACKAGES:
        if subprocess.run([python, "-c", f"import {package}"], capture_output=True).returncode:
            got = subprocess.run([python, "-m", "pip", "install", "-q", package], capture_output=True, text=True)
            if got.returncode:
                missing[package] = (got.stderr.strip().splitlines() or ["unknown"])[-1]
    return python, missing


def process(command, environment):
    """Runs a process: wall, CPU, peak memory (MiB) of it and its children, what it wrote; or None and the reason. Only
    what is written to a file (`-o`) may leave standard output empty."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    out = child.stdout.read()
    err = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1) or not out and "-o" not in command:
        return None, (err.decode(errors="replace").strip().splitlines() or ["no output"])[-1]
    return dict(seconds=wall, cpu=used.ru_utime + used.ru_stime, rss_mb=used.ru_maxrss / 1024, out=out.decode(errors="replace")), None


def measure(command, environment, whole):
    got, reason = process(command, environment)
    if got is None:
        return None, reason
    if whole:
        return got, None
    return json.loads(got["out"].strip().splitlines()[-1]), None


def first_name(path):
    """An institution of the table that stands in most of its first works."""
    import collections
    import csv
    with open(path, newline="", encoding="utf-8-sig") as file:
        seen = collections.Counter(name.strip() for _, row in zip(range(2000), csv.DictReader(file)) for name in row["Organization"].split(",") if name.strip())
    return seen.most_common(1)[0][0]


def drawn_stress(python, svg, edges):
    """Normalised stress of a drawing, by a process of its own: what this one holds counts as memory of those it starts."""
    got = subprocess.run([python, os.path.join(HERE, "peer.py"), "stress", "drawing", edges, "--svg", svg], capture_output=True, text=True, check=True)
    return json.loads(got.stdout)["quality"]


def commands(row, given, python, data):
    """The command of collab and that of the peer."""
    path = os.path.join(data, row.file)
    peer = [python, os.path.join(HERE, "peer.py")]
    own = lambda words: [given.collab, "-q", *({"FILE": path, "DRAWN": os.path.join(given.work, "drawn.svg")}.get(word, word) for word in words)]
    if row.peer == "–":
        return own(row.ours), None
    if row.base:
        return own(row.ours), own(row.base)
    if row.task == "question":
        path = given.epoch if row.file == "epoch.csv" else path
        name = first_name(path)
        return [given.collab, "--data", path, "who", name, "-q"], [python, os.path.join(HERE, f"question_{row.peer}.py"), path, name]
    if row.task == "svg":
        edges = path.replace(".dot", ".edges")
        out = os.path.join(given.work, "drawn.svg")
        return [given.collab, "-q", "--data", edges, "draw", "map", "--plain", "-o", out], ["sfdp", "-Tsvg", "-o", os.path.join(given.work, "peer.svg"), path]
    threads = str(row.threads)
    if row.ours:
        task = row.task if row.task == "read" else "ingest"
        return own(row.ours), [*peer, task, row.peer, path, "--threads", threads, "--repeat", str(RUNS)]
    # Ten seeds, so that the best of the peer is a good one.
    repeat = str(10 if row.task == "communities" and row.file != "L.edges" else RUNS)
    ours = [given.collab, "bench", row.task.removesuffix("-sparse"), path, "--repeat", repeat, "--threads", threads]
    return ours, [*peer, row.task, row.peer, path, "--threads", threads, "--repeat", repeat]


def need(path, data, python):
    """Makes the file where it is missing."""
    if os.path.exists(path):
        return
    size, kind = os.path.basename(path).split(".", 1)
    subprocess.run([python, os.path.join(HERE, "data.py"), size, data, "--what", kind], check=True)


def shown(value, form="{:.2f}"):
    return "–" if value is None else form.format(value)


def seconds(value):
    return "–" if value is None else f"{value:.4f}" if value < 0.1 else f"{value:.2f}"


def verdict(row, ratio, memory, quality, ours_seconds, ours_cpu):
    """`met`, or what misses."""
    misses = []
    if row.limit and ours_seconds > row.limit:
        misses.append(f"{shown(ours_seconds)} s")
    if row.cpu_limit and ours_cpu > row.cpu_limit:
        misses.append(f"{ours_cpu:.4f} s of CPU")
    if row.goal and ratio is not None and ratio < row.goal:
        misses.append(f"{ratio / row.goal:.2f} of the speed")
    if row.memory and memory is not None and memory < row.memory:
        misses.append(f"{memory / row.memory:.2f} of the memory")
    ours, theirs = quality
    if row.better and ours is not None and theirs is not None:
        fine = {"modularity": ours >= theirs - 0.0005, "stress": ours <= theirs * 1.01, "less stress": ours < theirs}[row.better]
        if not fine:
            misses.append("quality")
    return "met" if not misses else "missed: " + ", ".join(misses)


def line(row, lines):
    ours, theirs = lines
    values = lambda runs, key: [one[key] for one in runs if one.get(key) is not None]
    middle = lambda runs, key: statistics.median(values(runs, key)) if values(runs, key) else None
    ratio = lambda key: middle(theirs, key) / middle(ours, key) if middle(ours, key) and middle(theirs, key) else None
    # Modularity: the middle of ours against the best of the peer's seeds.
    quality = middle(ours, "quality"), max(values(theirs, "quality"), default=None) if row.better == "modularity" else middle(theirs, "quality")
    results = {one["result"] for runs in lines for one in runs if "result" in one} if row.task == "ingest" else set()
    check = "" if len(results) < 2 else " **different results**"
    goal = [f"{row.goal:g}×"] if row.goal else []
    goal += [f"memory ÷ {row.memory:g}"] if row.memory else []
    goal += [f"at most {row.limit:g} s"] if row.limit else []
    goal += [f"at most {row.cpu_limit:g} s of CPU"] if row.cpu_limit else []
    goal += [row.note] if row.note else []
    end = verdict(row, ratio("seconds"), ratio("rss_mb"), quality, middle(ours, "seconds"), middle(ours, "cpu"))
    return (f"| {row.task}{check} | {row.file} | {row.peer} | {row.threads} | {seconds(middle(ours, 'seconds'))} | {seconds(middle(theirs, 'seconds'))} | {shown(ratio('seconds'))} | "
            f"{shown(ratio('cpu'))} | {shown(ratio('rss_mb'))} | {shown(quality[0], '{:.4f}')} / {shown(quality[1], '{:.4f}')} | {'; '.join(goal)} | {end} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="", help="leave out tables larger than the last one named (S,M); all by default")
    parser.add_argument("--tasks", default="", help="only these, separated by commas")
    parser.add_argument("--repeat", type=int, default=5, help="turns of whole processes, after one that warms up (default 5)")
    parser.add_argument("--turns", type=int, default=3, help="turns of processes that repeat a task inside themselves (default 3)")
    parser.add_argument("--collab", default=os.path.join(ROOT, "target", "release", "collab"))
    parser.add_argument("--work", default=os.path.join(ROOT, "target", "peers"))
    parser.add_argument("--data", default="", help="files made before, named SIZE.csv, SIZE.jsonl, SIZE.edges …")
    parser.add_argument("--epoch", default=os.path.join(ROOT, "..", "shared", "datasets", "epoch-notable-2025-04-08.csv"), help="Epoch AI's table")
    given = parser.parse_args()
    if not os.path.exists(given.collab):
        sys.exit(f"{given.collab} is missing: run `cargo build --release` first, or name the program with --collab")
    data = given.data or os.path.join(given.work, "data")
    os.makedirs(data, exist_ok=True)
    python, missing = prepare(given.work)
    for package, reason in missing.items():
        print(f"left out: {package} could not be installed ({reason})", file=sys.stderr)
    largest = max((TABLES.index(size) for size in given.sizes.split(",") if size), default=len(TABLES) - 1)
    wanted = [task for task in given.tasks.split(",") if task]
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}, load {os.getloadavg()[0]:.1f}, medians of {given.repeat} processes in turn, or of {given.turns} processes in turn of {RUNS} runs each\n")
    print("| task | input | peer | threads | collab s | peer s | times faster | CPU, times less | memory, times less | quality, collab / peer | goal | |\n|---|---|---|---|---|---|---|---|---|---|---|---|")
    seen, curves = {}, {}
    for row in rows():
        size = row.file.split(".")[0]
        if wanted and row.task not in wanted or size in TABLES and TABLES.index(size) > largest:
            continue
        if row.peer in missing or row.file == "epoch.csv" and not os.path.exists(given.epoch):
            print(f"| {row.task} | {row.file} | {row.peer} | | | | | | | | | not run |")
            continue
        if row.file not in ("epoch.csv", "embedded"):
            need(os.path.join(data, row.file), data, python)
        if row.task == "svg":
            need(os.path.join(data, row.file.replace(".dot", ".edges")), data, python)
        ours, theirs = commands(row, given, python, data)
        environment = dict(os.environ, RAYON_NUM_THREADS=str(row.threads))
        lines, reason = ([], []), None
        turns = given.repeat if row.whole else given.turns
        # The first turn of whole processes brings files and programs into the page cache and is not counted.
        for turn in range(-1 if row.whole else 0, turns):
            for runs, command in zip(lines, (ours, theirs)):
                if command is None:
                    continue
                # A row of whole processes against what a peer does inside its own: peer.py prints its times.
                whole = row.whole and not (command is theirs and "peer.py" in os.path.basename(command[1]))
                got, fault = measure(command, environment, whole)
                reason = reason or fault and f"{os.path.basename(command[0])}: {fault}"
                if got and turn >= 0:
                    runs.append(got)
        if row.task == "svg" and all(lines):
            edges = os.path.join(data, row.file.replace(".dot", ".edges"))
            for runs, name in zip(lines, ("drawn.svg", "peer.svg")):
                runs[0]["quality"] = drawn_stress(python, os.path.join(given.work, name), edges)
        if row.task == "ingest":
            for name, runs in zip(("collab", row.peer), lines):
                if runs:
                    kind = row.file.split(".", 1)[1]
                    curves[f"{kind}, {name}", row.file] = dict(series=f"{kind}, {name}", size=os.path.getsize(os.path.join(data, row.file)), seconds=statistics.median(one["seconds"] for one in runs))
        if row.task == "ingest" and lines[0]:
            seen[row.file] = statistics.median(one["seconds"] for one in lines[0])
        complete = lines[0] and (lines[1] or theirs is None)
        print(line(row, lines) if complete else f"| {row.task} | {row.file} | {row.peer} | | | | | | | | | could not be run: {reason} |", flush=True)
    if curves:
        with open(os.path.join(given.work, "curves.jsonl"), "w") as file:
            file.writelines(json.dumps(one) + "\n" for one in curves.values())
    if "M.csv" in seen and "XL.csv" in seen:
        sizes = [os.path.getsize(os.path.join(data, f"{size}.csv")) for size in ("M", "XL")]
        grows = math.log(seen["XL.csv"] / seen["M.csv"]) / math.log(sizes[1] / sizes[0])
        print(f"\nFrom M.csv to XL.csv the time of `ingest` grows with the exponent {grows:.3f} of the bytes (goal: 1.15).")


if __name__ == "__main__":
    main()
