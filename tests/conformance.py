#!/usr/bin/env python3
"""How network files of other programs are read, against NetworkX, igraph, SciPy and Graphviz.

    python3 tests/conformance.py FOLDER [--collab target/release/collab] [--list]

Reads every file under FOLDER whose extension is that of a network, fetches nothing, and prints a Markdown table: format, files, and
how many are read exactly (nodes, ties and total weight as another reader has them), refused, or otherwise. `--list` adds a line a
file with what differs. Names of files are their paths in FOLDER.
"""

import argparse
import collections
import json
import math
import os
import re
import subprocess
import sys
from pathlib import Path

FORMATS = {
    "gexf": "GEXF", "graphml": "GraphML", "gml": "GML", "net": "Pajek", "paj": "Pajek", "dot": "DOT", "gv": "DOT",
    "gdf": "GDF", "tgf": "TGF", "sif": "SIF", "mtx": "Matrix Market", "xgmml": "XGMML", "cx": "CX", "cx2": "CX",
    "cyjs": "Cytoscape JSON", "tlp": "TLP", "vna": "VNA", "dl": "UCINET DL", "graph": "METIS", "ncol": "edge lists",
    "edges": "edge lists", "edgelist": "edge lists", "lgl": "LGL", "lgr": "LEDA", "leda": "LEDA",
}


def ours(collab, file):
    """Nodes, ties and weight as collab has them; None where it refuses."""
    command = [collab, "--authority", "none", "--registry", "none", "--one-mode", "--lang", "en", "--json", "--data", str(file)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=600)
    if ran.returncode == 2:
        return None, ran.stderr.strip().splitlines()[0] if ran.stderr.strip() else ""
    if ran.returncode not in (0, 1):
        return "crash", ran.stderr.strip()[:300]
    record = json.loads(ran.stdout)
    return (record["institutions"], record["ties"], record["weight"]), ""


def summed(count, edges, directed=True):
    """Nodes, ties and weight by collab's rules: ties of a pair are added up, but a list in which each pair stands in both
    directions, with one weight, has one tie a pair; a weight must be above 0, and a vertex has no tie with itself."""
    edges = [(a, b, 1.0 if w is None or math.isnan(w) else w) for a, b, w in edges]
    plain = [(a, b, w) for a, b, w in edges if a != b]
    forth = collections.defaultdict(list)
    for a, b, w in plain:
        forth[(a, b) if directed else tuple(sorted((a, b)))].append(w)
    if directed:
        mirrored = all(len(ws) == 1 and forth.get((b, a)) == ws for (a, b), ws in forth.items())
    else:
        mirrored = all(len(ws) == 2 and ws[0] == ws[1] for ws in forth.values())
    mirrored = mirrored and len(forth) >= (4 if directed else 2)
    pairs = collections.defaultdict(float)
    for a, b, w in plain:
        if w > 0:
            pairs[frozenset((a, b))] += w / 2 if mirrored else w
    return count, len(pairs), sum(pairs.values())


def by_networkx(file, read):
    import networkx as nx

    graph = read(nx)(file)
    edges = []
    for a, b, data in graph.edges(data=True):
        weight = data.get("weight", data.get("Edge Weight", data.get("value", 1)))
        edges.append((a, b, float(weight) if weight not in (None, "") else 1.0))
    return summed(graph.number_of_nodes(), edges, graph.is_directed())


def by_igraph(file, form):
    import igraph

    graph = igraph.Graph.Read(str(file), format=form)
    key = next((key for key in ("weight", "value") if key in graph.es.attributes()), None)
    weights = graph.es[key] if key else [1.0] * graph.ecount()
    edges = [(*edge.tuple, float(w)) for edge, w in zip(graph.es, weights)]
    return summed(graph.vcount(), edges, graph.is_directed())


def by_graphviz(file):
    """Graphviz's own parser, through gvpr."""
    program = 'N {printf("n\\t%s\\n", $.name)} E {printf("e\\t%s\\t%s\\t%s\\n", tail.name, head.name, aget($, "weight"))}'
    ran = subprocess.run(["gvpr", program, str(file)], capture_output=True, encoding="utf-8", errors="replace", timeout=60, check=True)
    rows = [line.split("\t") for line in ran.stdout.splitlines()]
    nodes = {row[1] for row in rows if row[0] == "n"}
    edges = [(row[1], row[2], float(row[3]) if row[3] else 1.0) for row in rows if row[0] == "e"]
    return summed(len(nodes), edges)


def by_xml(file):
    """GEXF and XGMML element by element, for NetworkX knows GEXF 1.1 and 1.2 alone."""
    import xml.etree.ElementTree as ElementTree

    local = lambda element: element.tag.rsplit("}", 1)[-1]
    elements = list(ElementTree.parse(file).iter())
    nodes = {element.get("id") for element in elements if local(element) == "node"}
    graph = next(element for element in elements if local(element) == "graph")
    directed = graph.get("defaultedgetype") == "directed" or graph.get("directed") == "1"
    weights = {e.get("id") for e in elements if local(e) == "attribute" and (e.get("title") or "").lower() == "weight"}
    edges = []
    for edge in (element for element in elements if local(element) == "edge"):
        found = [e.get("value") for e in edge.iter() if local(e) == "attvalue" and (e.get("for") or e.get("id")) in weights]
        found += [e.get("value") for e in edge.iter() if local(e) == "att" and (e.get("name") or "").lower() == "weight"]
        edges.append((edge.get("source"), edge.get("target"), float(edge.get("weight") or next(iter(found), 1))))
    return summed(len(nodes), edges, directed)


def by_scipy(file):
    from scipy.io import mmread

    matrix = mmread(str(file)).tocoo()
    rows, columns = matrix.shape
    shift = 0 if rows == columns else rows
    edges = [(int(a), int(b) + shift, float(w)) for a, b, w in zip(matrix.row, matrix.col, matrix.data)]
    symmetric = "symmetric" in Path(file).open(errors="replace").readline().lower()
    if symmetric:
        edges = [edge for edge in edges if edge[0] <= edge[1]]
    return summed(rows if rows == columns else rows + columns, edges)


def readers(extension):
    """Readers of others for a format, in turn."""
    gml = lambda nx: lambda file: nx.read_gml(file, label="id")
    return {
        "gexf": [lambda f: by_networkx(f, lambda nx: lambda g: nx.read_gexf(g, version="1.2draft")),
                 lambda f: by_networkx(f, lambda nx: lambda g: nx.read_gexf(g, version="1.1draft")), by_xml],
        "xgmml": [by_xml],
        "graphml": [lambda f: by_networkx(f, lambda nx: nx.read_graphml), lambda f: by_igraph(f, "graphml")],
        "gml": [lambda f: by_networkx(f, gml), lambda f: by_igraph(f, "gml")],
        "net": [lambda f: by_igraph(f, "pajek"), lambda f: by_networkx(f, lambda nx: nx.read_pajek)],
        "dl": [lambda f: by_igraph(f, "dl")],
        "ncol": [lambda f: by_igraph(f, "ncol")],
        "lgl": [lambda f: by_igraph(f, "lgl")],
        "mtx": [by_scipy],
        "dot": [by_graphviz],
        "gv": [by_graphviz],
    }.get(extension, [])


def theirs(file, extension):
    """The values of every reader that reads the file, and what went wrong with the others."""
    found, faults = [], []
    for reader in readers(extension):
        try:
            found.append(reader(file))
        except Exception as fault:  # Every reader fails in its own ways.
            faults.append(f"{type(fault).__name__}: {str(fault).splitlines()[0][:80] if str(fault) else ''}")
    return found, "; ".join(faults) or "no other reader"


def verdict(mine, others):
    if mine is None:
        return "refused"
    if not others:
        return "unchecked"
    same = lambda other: mine[:2] == other[:2] and abs(mine[2] - other[2]) <= 1e-6 * max(1.0, abs(other[2]))
    return "exact" if any(map(same, others)) else "other"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--collab", default=os.environ.get("COLLAB", "collab"))
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    counts = collections.defaultdict(collections.Counter)
    lines = []
    files = [file for file in sorted(arguments.folder.rglob("*")) if file.is_file()]
    for file in files:
        extension = re.sub(r"^\.", "", file.suffix.lower())
        if extension not in FORMATS:
            continue
        mine, fault = ours(arguments.collab, file)
        if mine == "crash":
            found, note = "other", f"crash: {fault}"
        else:
            other, note = theirs(file, extension)
            found = verdict(mine, other)
            note = {"refused": fault, "other": f"{mine} but {other}", "unchecked": note}.get(found, "")
        counts[FORMATS[extension]][found] += 1
        lines.append(f"{found}\t{file.relative_to(arguments.folder)}\t{note}")
    if not lines:
        sys.exit(f"{arguments.folder}: no network files here")
    if arguments.list:
        print("\n".join(lines), end="\n\n")
    print("| format | files | exact | refused | other | no reader to compare |")
    print("|---|---|---|---|---|---|")
    for name, count in sorted(counts.items()):
        cells = [sum(count.values()), count["exact"], count["refused"], count["other"], count["unchecked"]]
        print(f"| {name} | " + " | ".join(map(str, cells)) + " |")


if __name__ == "__main__":
    main()
