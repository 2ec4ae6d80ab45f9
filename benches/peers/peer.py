#!/usr/bin/env python3
"""One task with one peer on one file, as a line of JSON: peer.py TASK PEER FILE [--threads N] [--repeat N]; peer.py stress drawing FILE --svg SVG.

Libraries are imported and networks are built before the clock starts; the first run warms up and is not counted; times are medians of the others.
"""
import argparse
import gc
import importlib
import json
import os
import resource
import statistics
import sys
import time


def cpu():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def numbers(names):
    """The number that ends a name or an OpenAlex id."""
    import numpy
    return numpy.array([int(str(n).rsplit(" ", 1)[-1].rsplit("I", 1)[-1]) for n in names], dtype="i8")


def checksum(a, b, weight):
    import numpy
    a, b, weight = (numpy.asarray(x).astype("i8") for x in (a, b, weight))
    low, high = numpy.minimum(a, b), numpy.maximum(a, b)
    return f"{len(weight)}:{int(weight.sum())}:{int((weight * ((low * 1000003 + high * 7919) % 999983)).sum())}"


def ingest_polars(path, threads):
    import polars as pl
    if path.endswith(".csv"):
        rows = pl.scan_csv(path, infer_schema=False).select(o=pl.col("Organization").str.split(",")).filter(pl.col("o").list.len() > 1).with_row_index("r").explode("o")
    else:
        kind = {"authorships": pl.List(pl.Struct({"institutions": pl.List(pl.Struct({"id": pl.String}))}))}
        rows = (pl.scan_ndjson(path, schema=kind).with_row_index("r").explode("authorships")
                .select("r", o=pl.col("authorships").struct.field("institutions")).explode("o").select("r", o=pl.col("o").struct.field("id")).unique())
    seats = rows.with_columns(i=pl.col("o").rank("dense").cast(pl.UInt32)).collect()
    names, half = seats.select("i", "o").unique("i").sort("i")["o"], seats.lazy().select("r", "i")
    pairs = half.join(half, on="r", suffix="_b").filter(pl.col("i") < pl.col("i_b")).group_by("i", "i_b").len().collect(engine="streaming")
    return lambda: (lambda n: checksum(n[pairs["i"].to_numpy() - 1], n[pairs["i_b"].to_numpy() - 1], pairs["len"].to_numpy()))(numbers(names))


def ingest_duckdb(path, threads):
    import duckdb
    base = duckdb.connect(config={"threads": threads})
    base.execute("set preserve_insertion_order = false")
    if ".csv" in path:
        source = f"select list_distinct(string_split(Organization, ',')) t from read_csv('{path}', header = true, all_varchar = true)"
    else:
        kind = "STRUCT(institutions STRUCT(id VARCHAR)[])[]"
        source = (f"select list_distinct(list_transform(flatten(list_transform(authorships, lambda a: a.institutions)), lambda i: i.id)) t "
                  f"from read_json('{path}', format = 'newline_delimited', columns = {{'authorships': '{kind}'}})")
    base.execute(f"create temp table works as select row_number() over () w, t from ({source}) where len(t) > 1")
    base.execute("create temp table names as select n, (row_number() over ())::integer id from (select distinct unnest(t) n from works)")
    base.execute("create temp table coded as select w, list_sort(list(id)) t from (select w, unnest(t) n from works) join names using (n) group by w")
    got = base.execute("select a, b, count(*)::integer k from (select a, unnest(t[i + 1:]) b from (select t, unnest(range(1, len(t))) i, t[i] a from coded)) "
                       "group by a, b").fetchnumpy()

    def result():
        n = numbers([row[0] for row in base.execute("select n from names order by id").fetchall()])
        return checksum(n[got["a"] - 1], n[got["b"] - 1], got["k"])
    return result


def ties(path):
    import numpy
    rows = numpy.loadtxt(path).reshape(-1, 3)
    a, b = rows[:, 0].astype("i8"), rows[:, 1].astype("i8")
    return a, b, rows[:, 2], int(max(a.max(), b.max())) + 1


def by_igraph(task, path, seed):
    import random

    import igraph
    import numpy
    a, b, weight, nodes = ties(path)
    graph = igraph.Graph(nodes, numpy.column_stack([a, b]))
    graph.es["w"], graph.es["length"] = weight, 1 / weight
    if task == "communities":
        def leiden():
            random.seed(seed)
            return graph.community_leiden(objective_function="modularity", weights="w", n_iterations=10).membership
        return leiden, lambda found: graph.modularity(found, weights="w")
    return {
        "betweenness": lambda: graph.betweenness(directed=False),
        "betweenness-w": lambda: graph.betweenness(directed=False, weights="length"),
        "closeness": lambda: graph.closeness(),
        "harmonic": lambda: graph.harmonic_centrality(normalized=False),
        "constraint": lambda: graph.constraint(weights="w"),
    }[task], None


def read_igraph(path):
    import igraph
    return {".graphml": igraph.Graph.Read_GraphML, ".gml": igraph.Graph.Read_GML}[os.path.splitext(path)[1]](path)


def by_networkit(task, path, threads):
    import networkit
    import numpy
    a, b, weight, nodes = ties(path)
    networkit.setNumberOfThreads(threads)
    ends = (a.astype("u8"), b.astype("u8"))
    plain = networkit.GraphFromCoo((numpy.ones(len(a)), ends), nodes, weighted=False, directed=False)
    heavy = networkit.GraphFromCoo((weight, ends), nodes, weighted=True, directed=False)
    of = networkit.centrality
    ran = lambda method: (method.run(), method.scores())[1]
    if task == "clustering":
        plain.sortEdges()
    return {
        "pagerank": lambda: ran(of.PageRank(heavy, 0.85, 1e-10)),
        "eigenvector": lambda: ran(of.EigenvectorCentrality(heavy, 1e-10)),
        "kcore": lambda: ran(of.CoreDecomposition(plain)),
        "clustering": lambda: ran(of.LocalClusteringCoefficient(plain, True)),
        "components": lambda: networkit.components.ConnectedComponents(plain).run(),
        "strength": lambda: [heavy.weightedDegree(node) for node in heavy.iterNodes()],
    }[task], None


def by_s_gd2(task, path, seed):
    import s_gd2
    a, b, _, nodes = ties(path)
    ends = a.astype("i4"), b.astype("i4")
    if task == "layout":
        return (lambda: s_gd2.layout(*ends, random_seed=seed)), lambda found: stress(a, b, nodes, found)
    return (lambda: s_gd2.layout_sparse(*ends, min(200, nodes // 3), random_seed=seed)), lambda found: stress(a, b, nodes, found)


def by_egraph(path, seed):
    import egraph
    import numpy
    a, b, _, nodes = ties(path)
    graph = egraph.Graph()
    index = [graph.add_node(None) for _ in range(nodes)]
    for i, j in zip(a.tolist(), b.tolist()):
        graph.add_edge(index[i], index[j], None)

    def run():
        random = egraph.Rng.seed_from(seed)
        drawing = egraph.Drawing.initial_placement(graph)
        descent = egraph.SparseSgd(graph, lambda _: 1.0, min(200, nodes // 3), random)
        steps = descent.scheduler(30, 0.1)
        steps.run(lambda eta: (descent.shuffle(random), descent.apply(drawing, eta)))
        return numpy.array([[drawing.x(node), drawing.y(node)] for node in index])
    return run, lambda found: stress(a, b, nodes, found)


def stress(a, b, nodes, points):
    """Normalised stress under the best scale: over all pairs, above 3,000 nodes over those of 400 sources drawn once."""
    import numpy
    import scipy.sparse
    from scipy.sparse.csgraph import shortest_path
    sources = numpy.arange(nodes) if nodes <= 3000 else numpy.random.default_rng(0).choice(nodes, 400, replace=False)
    steps = shortest_path(scipy.sparse.csr_matrix((numpy.ones(len(a)), (a, b)), (nodes, nodes)), directed=False, unweighted=True, indices=sources)
    one, all_ = 0.0, 0.0
    for row, node in enumerate(sources):
        far = numpy.hypot(*(points - points[node]).T) / numpy.maximum(steps[row], 1)
        one, all_ = one + far.sum(), all_ + (far * far).sum()
    return 1 - one * one / (all_ * len(sources) * (nodes - 1))


def drawn(path, edges):
    """Normalised stress of an SVG: circles of ours, ellipses of Graphviz, titled by the number of the node."""
    import re

    import numpy
    a, b, _, nodes = ties(edges)
    with open(path, encoding="utf-8") as file:
        found = re.findall(r"<title>(\d+)</title>\s*<(?:circle|ellipse)[^>]* cx=\"([-\d.]+)\" cy=\"([-\d.]+)\"", file.read())
    places = {int(node): (float(x), float(y)) for node, x, y in found}
    return stress(a, b, nodes, numpy.array([places[node] for node in range(nodes)]))


MODULES = {"polars": ("polars", "numpy"), "duckdb": ("duckdb", "numpy"), "igraph": ("igraph", "numpy"), "networkit": ("networkit", "numpy"),
           "s_gd2": ("s_gd2", "numpy"), "egraph": ("egraph", "numpy")}


def prepared(given, seed):
    """What is timed, and what is computed of its result when the clock has stopped: a name and a function."""
    if given.task == "ingest":
        run = {"polars": ingest_polars, "duckdb": ingest_duckdb}[given.peer]
        return lambda: run(given.file, given.threads), ("result", lambda result: result())
    if given.task == "read":
        return lambda: read_igraph(given.file), ("result", lambda graph: f"{graph.vcount()}:{graph.ecount()}")
    run, quality = {"igraph": lambda: by_igraph(given.task, given.file, seed), "networkit": lambda: by_networkit(given.task, given.file, given.threads),
                    "s_gd2": lambda: by_s_gd2(given.task, given.file, seed), "egraph": lambda: by_egraph(given.file, seed)}[given.peer]()
    return run, ("quality", quality)


def timed(run):
    """The result of one run, its wall and its CPU seconds. What earlier runs left behind is collected first."""
    gc.collect()
    began, used = time.perf_counter(), cpu()
    found = run()
    return found, time.perf_counter() - began, cpu() - used


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for word in ("task", "peer", "file"):
        parser.add_argument(word)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=5, help="runs that count, after one that warms up")
    parser.add_argument("--svg", default="", help="the drawing whose stress is asked for")
    given = parser.parse_args()
    if given.task == "stress":
        return print(json.dumps({"quality": drawn(given.svg, given.file)}))
    # Read when the libraries are imported, so they come first.
    for variable in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS"):
        os.environ[variable] = str(given.threads)
    for module in MODULES[given.peer]:
        importlib.import_module(module)
    walls, cpus, extras = [], [], {}
    for number in range(-1, given.repeat):
        run, (name, extra) = prepared(given, max(number, 0))
        found, wall, used = timed(run)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        if number >= 0:
            walls.append(wall)
            cpus.append(used)
        # The checksum of the last run alone: what it needs is no memory of the task.
        if extra and number >= 0 and (name == "quality" or number == given.repeat - 1):
            extras.setdefault(name, []).append(extra(found))
        # One result in memory at a time, as `collab bench` holds it.
        found = None
    line = {"task": given.task, "peer": given.peer, "runs": len(walls), "seconds": statistics.median(walls), "min": min(walls), "cpu": statistics.median(cpus),
            "rss_mb": peak}
    if "result" in extras:
        line["result"] = extras["result"][-1]
    if "quality" in extras:
        line["quality"] = max(extras["quality"]) if given.task == "communities" else statistics.median(extras["quality"])
    print(json.dumps(line))


if __name__ == "__main__":
    sys.exit(main())
