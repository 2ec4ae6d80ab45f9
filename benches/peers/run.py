#!/usr/bin/env python3
"""collab and its peers in turn on the same files; prints a Markdown table of ratios. See README.md."""
import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PACKAGES = ["numpy", "scipy", "pandas", "pyarrow", "polars", "duckdb", "networkit", "igraph", "s_gd2"]
# Task, the kind of file, its peers, and the goal of the ratio of wall times.
TASKS = [("ingest", "csv", ["polars", "duckdb"], 3), ("ingest", "jsonl", ["duckdb"], 2.5), ("question", "csv", ["python", "pandas"], 8), ("betweenness", "edges", ["igraph"], 3),
         ("betweenness-w", "edges", ["igraph"], 3), ("closeness", "edges", ["igraph"], 50), ("harmonic", "edges", ["igraph"], 50),
         ("pagerank", "edges", ["networkit"], 1), ("eigenvector", "edges", ["networkit"], 1), ("kcore", "edges", ["networkit"], 1),
         ("clustering", "edges", ["networkit"], 1), ("components", "edges", ["networkit"], 1), ("strength", "edges", ["networkit"], 1),
         ("constraint", "edges", ["igraph"], 10), ("communities", "edges", ["igraph"], 2), ("layout", "edges", ["s_gd2"], 2)]
# Larger files would take the peers minutes to hours.
LARGEST = {"betweenness": "M", "betweenness-w": "M", "closeness": "M", "harmonic": "M", "layout": "S", "question": "L"}


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
    """Runs a process: wall, CPU, peak memory (MiB), what it wrote; or None and the reason."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    out, err = child.communicate()
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if child.returncode not in (0, 1) or not out:
        return None, (err.strip().splitlines() or ["no output"])[-1]
    return dict(wall=wall, cpu=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out=out), None


def measure(command, environment, whole):
    got, reason = process(command, environment)
    if got is None:
        return None, reason
    if whole:
        return dict(seconds=got["wall"], cpu=got["cpu"], rss_mb=None), None
    return json.loads(got["out"].strip().splitlines()[-1]), None


def first_name(path):
    """An institution of the table that stands in several of its first works."""
    import collections
    import csv
    with open(path, newline="") as file:
        rows = csv.DictReader(file)
        seen = collections.Counter(name for _, row in zip(range(2000), rows) for name in row["Organization"].split(","))
    return seen.most_common(1)[0][0]


def row(task, kind, size, peer, goal, lines):
    ours, theirs = lines
    middle = lambda runs, key: statistics.median(one[key] for one in runs if one.get(key) is not None) if any(one.get(key) is not None for one in runs) else None
    ratio = lambda key: None if not middle(ours, key) or not middle(theirs, key) else middle(theirs, key) / middle(ours, key)
    shown = lambda value, form: "–" if value is None else format(value, form)
    quality = [middle(runs, "quality") for runs in lines]
    results = {one["result"] for runs in lines for one in runs if "result" in one and task == "ingest"}
    check = "" if len(results) < 2 else " **different results**"
    return (f"| {task}{check} | {size}.{kind} | {peer} | {shown(middle(ours, 'seconds'), '.4f')} | {shown(middle(theirs, 'seconds'), '.4f')} | {shown(ratio('seconds'), '.2f')} | {goal} | "
            f"{shown(ratio('cpu'), '.2f')} | {shown(ratio('rss_mb'), '.2f')} | {shown(quality[0], '.4f')} / {shown(quality[1], '.4f')} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="S,M")
    parser.add_argument("--tasks", default="")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--collab", default=os.path.join(ROOT, "target", "release", "collab"))
    parser.add_argument("--work", default=os.path.join(ROOT, "target", "peers"))
    parser.add_argument("--data", default="", help="files made before, named SIZE.csv, SIZE.jsonl, SIZE.edges")
    given = parser.parse_args()
    if not os.path.exists(given.collab):
        sys.exit(f"{given.collab} is missing: run `cargo build --release` first, or name the program with --collab")
    os.makedirs(given.work, exist_ok=True)
    python, missing = prepare(given.work)
    for package, reason in missing.items():
        print(f"left out: {package} could not be installed ({reason})", file=sys.stderr)
    data = given.data or os.path.join(given.work, "data")
    wanted = [task for task in given.tasks.split(",") if task]
    environment = dict(os.environ, RAYON_NUM_THREADS=str(given.threads))
    order = ["S", "M", "L", "XL"]
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, {given.threads} threads, {time.strftime('%Y-%m-%d')}\n")
    print("| task | input | peer | collab s | peer s | times faster | goal | CPU, times less | memory, times less | quality, collab / peer |\n|---|---|---|---|---|---|---|---|---|---|")
    with open(os.path.join(given.work, "results.jsonl"), "a") as raw:
        for size in given.sizes.split(","):
            kinds = ["csv"] if size == "XL" else ["csv", "jsonl", "edges"]
            if any(not os.path.exists(os.path.join(data, f"{size}.{kind}")) for kind in kinds):
                subprocess.run([python, os.path.join(HERE, "data.py"), size, data, "--what", ",".join(kinds)], check=True)
            for task, kind, peers, goal in TASKS:
                too_large = order.index(size) > order.index(LARGEST.get(task, "XL"))
                if kind not in kinds or too_large or wanted and task not in wanted:
                    continue
                path, whole = os.path.join(data, f"{size}.{kind}"), task == "question"
                name = first_name(path) if whole else ""
                ours = [given.collab, "--data", path, "who", name, "-q"] if whole else [given.collab, "bench", task, path, "--repeat", "1" if task == "ingest" else "3", "--threads", str(given.threads)]
                for peer in peers:
                    if peer in missing:
                        continue
                    theirs = [python, os.path.join(HERE, "peer.py"), task, peer, path, "--threads", str(given.threads), "--repeat", "3", "--name", name]
                    lines, reason = ([], []), None
                    for _ in range(given.repeat):
                        for runs, command in zip(lines, (ours, theirs)):
                            line, fault = measure(command, environment, whole)
                            reason = reason or fault and f"{os.path.basename(command[0])}: {fault}"
                            if line:
                                runs.append(line)
                                raw.write(json.dumps(dict(line, size=size, kind=kind)) + "\n")
                    print(row(task, kind, size, peer, goal, lines) if all(lines) else f"| {task} | {size}.{kind} | {peer} | could not be run: {reason} | | | {goal} | | | |", flush=True)


if __name__ == "__main__":
    main()
