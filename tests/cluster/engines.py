#!/usr/bin/env python3
"""Runs the SQL of `collab project --emit-sql` on engines and compares the ties with those that `collab project` makes itself.

    engines.py COLLAB ENGINE [EPOCH_TABLE]      ENGINE: duckdb, or sail (a Spark Connect server that starts in seconds)

Whole weights must be equal, others to 1e-9, and the rows in the same order. Exits with 1 where they are not.
"""
import csv
import os
import socket
import subprocess
import sys
import tempfile
import time

import duckdb

OPTIONS = [[], ["--counting", "fractional"], ["--counting", "strict", "--max-team", "0"], ["--level", "group"], ["--authority", "none"]]


def traps(path):
    """A table with what tables hold: no name of a work, no institution, Hangul, repeats, quotes, line breaks, a large team."""
    many = "; ".join(f"Institute {n}" for n in range(37))
    rows = [
        ("1", "KAIST; 서울대학교"), ("2", "카이스트; Seoul National University; NAVER"), ("3", None), ("4", ""),
        ("5", "KAIST; KAIST"), ("6", many), (None, "KAIST; NAVER"), ("8", 'The "Best" Lab; It\'s a \\Lab; X, Y & Co'),
        ("9", "Line\nBreak Institute; KAIST"), ("10", "N/A"), ("11", "NAVER"), ("11", "LG AI Research"), ("12", "Z Lab;;NAVER ; Z Lab"),
        ("PyramidNet", "KAIST"), ("13", "ＫＡＩＳＴ; Institute 1"),
    ]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "orgs"])
        writer.writerows([[work or "", cell or ""] for work, cell in rows])
    return rows


def generated(path, count):
    """Works of two to five of two thousand institutions, by a generator of its own."""
    state = 7
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "orgs"])
        for work in range(count):
            team = []
            for _ in range(1 + work % 5):
                state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
                team.append(f"Institute {(state >> 33) % 2000 * ((state >> 40) % 7) // 6}")
            writer.writerow([f"W{work}", "; ".join(team)])


class DuckDb:
    dialect = "duckdb"

    def __init__(self):
        self.base = duckdb.connect()

    def run(self, statement):
        found = self.base.execute(statement)
        return found.fetchall() if found.description else []

    def close(self):
        self.base.close()


class Sail:
    dialect = "spark"

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        sail = os.path.join(os.path.dirname(sys.executable), "sail")
        self.server = subprocess.Popen([sail, "spark", "server", "--ip", "127.0.0.1", "--port", str(port)], stderr=subprocess.DEVNULL)
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        from pyspark.sql import SparkSession
        self.session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()

    def run(self, statement):
        return [tuple(row) for row in self.session.sql(statement).collect()]

    def close(self):
        self.session.stop()
        self.server.terminate()
        self.server.wait()


def command(collab, *arguments):
    done = subprocess.run([collab, "--quiet", *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"collab {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def ties(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [(source, target, float(weight)) for source, target, weight in list(csv.reader(file))[1:]]


def compare(engine, collab, name, table, columns, separator, options):
    """The ties of a table by the engine and by the command alone."""
    folder = tempfile.mkdtemp()
    works, cells, mapping, own = (os.path.join(folder, file) for file in ("works.parquet", "cells.csv", "mapping.csv", "own.csv"))
    source = f"read_csv('{table}', header = true, all_varchar = true)"
    duckdb.connect().execute(f"copy (select * from {source}) to '{works}' (format parquet)")
    script = command(collab, "project", "--emit-sql", engine.dialect, works, "--columns", columns, "--mapping", mapping, *options)
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    found, excluded = [], None
    for statement in "\n".join(lines).split(";\n"):
        statement = statement.strip().rstrip(";")
        if statement.startswith("SELECT DISTINCT cell"):
            with open(cells, "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([["cell"], *engine.run(statement)])
            command(collab, "project", "--cells", cells, "-o", mapping, "--separator", separator, *options)
        elif statement.startswith("SELECT s.name"):
            found = [(source, target, float(weight)) for source, target, weight in engine.run(statement)]
        elif statement.startswith("SELECT COUNT"):
            excluded = engine.run(statement)[0][0]
        elif statement:
            engine.run(statement)
    # The command alone, on the same rows: those that name their work, and all of one name are one work.
    plain = os.path.join(folder, "plain.csv")
    work = columns.split(",")[0].split("=")[1]
    duckdb.connect().execute(f"copy (select * from {source} where \"{work}\" is not null) to '{plain}' (header)")
    one_work = [] if name.endswith("works") else ["--group-by", work]
    command(collab, "project", plain, "--columns", columns, "--separator", separator, "-o", own, *one_work, *options)
    wanted = ties(own)
    same_pairs = [row[:2] for row in found] == [row[:2] for row in wanted]
    same = same_pairs and all(abs(one[2] - other[2]) <= 1e-9 for one, other in zip(found, wanted))
    print(f"{engine.dialect}: {' '.join([name, *options])}: {len(found)} ties, {excluded} works left out: {'equal' if same else 'DIFFERENT'}")
    if not same:
        print("  only the engine:", [row for row in found if row not in wanted][:5])
        print("  only the command:", [row for row in wanted if row not in found][:5])
    return same and len(found) > 0


def main():
    collab, engine = sys.argv[1], {"duckdb": DuckDb, "sail": Sail}[sys.argv[2]]()
    epoch = sys.argv[3] if len(sys.argv) > 3 else None
    folder = tempfile.mkdtemp()
    small, large = os.path.join(folder, "traps.csv"), os.path.join(folder, "large.csv")
    traps(small)
    generated(large, 1_000_000)
    holds = []
    for options in OPTIONS:
        holds.append(compare(engine, collab, "traps", small, "work=id,institutions=orgs", ";", options))
        if epoch:
            holds.append(compare(engine, collab, "Epoch", epoch, "work=Model,institutions=Organization", ",", options))
    holds.append(compare(engine, collab, "1,000,000 works", large, "work=id,institutions=orgs", ";", ["--counting", "fractional"]))
    engine.close()
    sys.exit(0 if all(holds) else 1)


main()
