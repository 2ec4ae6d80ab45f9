#!/usr/bin/env python3
"""Runs the SQL of `collab project --emit-sql` on engines and compares the ties with those that `collab` makes itself.

    engines.py COLLAB ENGINE [EPOCH_TABLE [SPARK]]
    ENGINE: duckdb, sail (a Spark Connect server that starts in seconds), or the address of a server that runs (sc://host:port)
    SPARK: a command that was built with the feature spark; it asks that server itself (`--engine`), too

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

# Filters choose works; with the table that they are asked of, what is not asked of whole columns means the same there.
FILTERS = ["--since 2022 --until 2024-06", "--until 2019-03-15", "--country KR", "--country EU --sector company", "--country-all US,CN",
           "--only international", "--only industry-university --since 2020", "--only joint --counting fractional", "--level group --sector education"]
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
    spark = None

    def __init__(self):
        self.base = duckdb.connect()

    def run(self, statement):
        found = self.base.execute(statement)
        return found.fetchall() if found.description else []

    def close(self):
        self.base.close()


class Connected:
    """A server of Spark Connect that runs."""

    dialect = "spark"

    def __init__(self, address):
        from pyspark.sql import SparkSession
        self.spark = sys.argv[4] if len(sys.argv) > 4 else None
        self.address = address
        self.session = SparkSession.builder.remote(address).getOrCreate()

    def run(self, statement):
        return [tuple(row) for row in self.session.sql(statement).collect()]

    def close(self):
        self.session.stop()


class Sail(Connected):
    """One that is started here, and ends with the tests."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        sail = os.path.join(os.path.dirname(sys.executable), "sail")
        arguments = [sail, "spark", "server", "--ip", "127.0.0.1", "--port", str(port)]
        self.server = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        super().__init__(f"sc://127.0.0.1:{port}")

    def close(self):
        super().close()
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


def is_same(found, wanted):
    """Whether ties are the same, in the same order."""
    same_pairs = [row[:2] for row in found] == [row[:2] for row in wanted]
    return same_pairs and all(abs(one[2] - other[2]) <= 1e-9 for one, other in zip(found, wanted))


def report(who, name, options, found, wanted):
    """Says whether ties are the same; without ties a comparison shows nothing."""
    same = is_same(found, wanted)
    print(f"{who}: {' '.join([name, *options])}: {len(found)} ties: {'equal' if same else 'DIFFERENT'}", flush=True)
    if not same:
        print("  only the engine:", [row for row in found if row not in wanted][:5])
        print("  only the command:", [row for row in wanted if row not in found][:5])
    return same and len(found) > 0


def run_job(engine, collab, folder, works, columns, separator, options):
    """The ties by the printed statements, run one after the other."""
    cells, mapping = (os.path.join(folder, file) for file in ("cells.csv", "mapping.csv"))
    script = command(collab, "project", "--emit-sql", engine.dialect, works, "--columns", columns, "--mapping", mapping, *options)
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    found, counts = [], []
    for statement in "\n".join(lines).split(";\n"):
        statement = statement.strip().rstrip(";")
        if statement.startswith("SELECT DISTINCT cell"):
            with open(cells, "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([["cell"], *engine.run(statement)])
            names = [option for option in options if option in ("--authority", "none", "--level", "group")]
            command(collab, "project", "--cells", cells, "-o", mapping, "--separator", separator, *names)
        elif statement.startswith("SELECT s.name"):
            found = [(source, target, float(weight)) for source, target, weight in engine.run(statement)]
        elif statement.startswith("SELECT COUNT"):
            counts.append(engine.run(statement)[0])
        elif statement:
            engine.run(statement)
    return found, counts


def parquet(folder, table, columns="*"):
    """A table as Parquet, and the rows of it that name their work as CSV: those of one name are one work."""
    works, plain = os.path.join(folder, "works.parquet"), os.path.join(folder, "plain.csv")
    source = f"(select {columns} from read_csv('{table}', header = true, all_varchar = true))"
    duckdb.connect().execute(f"copy {source} to '{works}' (format parquet)")
    return works, plain, source


def ask(engine, works, columns, separator, options, own, name):
    """The ties by the command that speaks to the server itself; `own` is the file that the command alone wrote."""
    target = own + ".engine.csv"
    arguments = ["--quiet", "project", "--engine", engine.address, "--input", works, "--columns", columns, "--separator", separator]
    done = subprocess.run([engine.spark, *arguments, *options, "-o", target], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"--engine {name}: {done.stderr}")
    return target


def compare(engine, collab, name, table, columns, separator, options):
    """The ties of a table by the engine and by the command alone."""
    folder = tempfile.mkdtemp()
    own = os.path.join(folder, "own.csv")
    works, plain, source = parquet(folder, table)
    found, _ = run_job(engine, collab, folder, works, columns, separator, options)
    work = columns.split(",")[0].split("=")[1]
    duckdb.connect().execute(f"copy (select * from {source} where \"{work}\" is not null) to '{plain}' (header)")
    one_work = [] if name.endswith("works") else ["--group-by", work]
    command(collab, "project", plain, "--columns", columns, "--separator", separator, "-o", own, *one_work, *options)
    holds = report(engine.dialect, name, options, found, ties(own))
    if engine.spark:
        asked = ask(engine, works, columns, separator, options, own, name)
        holds &= report("--engine", name, options, ties(asked), ties(own))
        if "--counting" not in options:
            # Whole weights: the very bytes.
            with open(asked, "rb") as one, open(own, "rb") as other:
                holds &= one.read() == other.read()
    return holds


def compare_filtered(engine, collab, name, table, columns, separator, options):
    """The same of the works that meet a filter; alone, the command filters what it exports."""
    folder = tempfile.mkdtemp()
    headers = [entry.split("=")[1] for entry in columns.split(",")]
    works, plain, source = parquet(folder, table, ", ".join(f'"{header}"' for header in headers))
    duckdb.connect().execute(f"copy (select * from {source} where \"{headers[0]}\" is not null) to '{plain}' (header)")
    reading = ["--columns", columns, "--group-by", headers[0], "--separator", separator]
    command(collab, "--data", plain, *reading, *options, "export", "-o", os.path.join(folder, "own.csv"))
    with open(os.path.join(folder, "own_nodes.csv"), newline="", encoding="utf-8-sig") as file:
        names = {row["Id"]: row["name"] for row in csv.DictReader(file)}
    with open(os.path.join(folder, "own_edges.csv"), newline="", encoding="utf-8-sig") as file:
        wanted = [sorted((row["Source"], row["Target"])) + [float(row["Weight"])] for row in csv.DictReader(file)]
    wanted = [(names[source], names[target], weight) for source, target, weight in sorted(wanted)]
    holds = True
    if "--institution" not in options:
        found, counts = run_job(engine, collab, folder, works, columns, separator, options)
        holds &= report(engine.dialect, name, options, found, wanted)
        if "--since" in options and name == "dates":
            holds &= tuple(map(int, counts[-1])) == DATE_COUNTS
    if engine.spark:
        asked = ask(engine, works, columns, separator, options, os.path.join(folder, "own"), name)
        holds &= report("--engine", name, options, ties(asked), wanted)
    return holds


def dates(path):
    """Works with dates of every precision, at the ends of a period, in several rows, and without one."""
    rows = [
        ("a", "A; B", "2020"), ("b", "B; C", "2020-02"), ("c", "C; D", "2020-02-29"), ("d", "D; E", "2020-03-01"), ("e", "E; F", ""),
        ("f", "F; G", "2019"), ("g", "G; H", "2020-02-10 23:59:00"), ("h", "H; I", "2021"), ("i", "I; J", "2020-02"), ("i", "K", "2020-02-28"),
        ("j", "J; K", "2019-12-31"), ("k", "K; L", " 2020-01-01 "),
    ]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "orgs", "day"])
        writer.writerows(rows)


# Of these: works without a date, rows with one that is not read, works whose rows contradict each other.
DATE_COUNTS = (1, 0, 0)


def main():
    kind = sys.argv[2]
    engine = Connected(kind) if kind.startswith("sc://") else {"duckdb": DuckDb, "sail": Sail}[kind]()
    try:
        holds = compare_all(engine, sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else None)
    finally:
        engine.close()
    sys.exit(0 if holds else 1)


def compare_all(engine, collab, epoch):
    folder = tempfile.mkdtemp()
    small, large, dated = (os.path.join(folder, file) for file in ("traps.csv", "large.csv", "dates.csv"))
    traps(small)
    dates(dated)
    generated(large, 1_000_000)
    holds = []
    for options in OPTIONS:
        holds.append(compare(engine, collab, "traps", small, "work=id,institutions=orgs", ";", options))
        if epoch:
            holds.append(compare(engine, collab, "Epoch", epoch, "work=Model,institutions=Organization", ",", options))
    for options in (["--since", "2020"], ["--since", "2020-02", "--until", "2020-02"], ["--until", "2020-02-15", "--since", "2019-12-31"]):
        holds.append(compare_filtered(engine, collab, "dates", dated, "work=id,institutions=orgs,date=day", ";", options))
    holds.append(compare_filtered(engine, collab, "traps", small, "work=id,institutions=orgs", ";", ["--country", "KR", "--sector", "education"]))
    if epoch:
        columns = "work=Model,institutions=Organization,date=Publication date"
        for options in [*FILTERS, "--institution KAIST"] if engine.spark else FILTERS:
            holds.append(compare_filtered(engine, collab, "Epoch", epoch, columns, ",", options.split()))
    holds.append(compare(engine, collab, "1,000,000 works", large, "work=id,institutions=orgs", ";", ["--counting", "fractional"]))
    return all(holds)


main()
