#!/usr/bin/env python3
"""How network files of other programs are read, against NetworkX, igraph, SciPy, Graphviz, and plain readers below.

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
    "edges": "edge lists", "edgelist": "edge lists", "el": "edge lists", "lgl": "LGL", "lgr": "LEDA", "leda": "LEDA",
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


def by_pajek(file):
    """The first network of a Pajek file or project, by the manual: headings, numbers, and the third word as weight."""
    words = re.compile(r'"[^"]*"|\S+')
    count, first, part, holder, row, edges, named = None, 0, "", "", 0, [], set()
    for line in Path(file).read_text(encoding="latin-1").lstrip("\ufeff\u00ef\u00bb\u00bf").splitlines():
        line = line.strip()
        if not line or line.startswith(("%", "#", "/*")):
            continue
        found = words.findall(line)
        if line.startswith("*"):
            part, row = found[0].lower().rstrip(":"), 0
            if part in ("*partition", "*vector", "*permutation", "*cluster", "*hierarchy", "*properties"):
                holder = "other"
            elif part == "*network":
                if count is not None:
                    break
                holder = ""
            elif part == "*vertices" and holder == "other":
                part = ""
            elif part == "*vertices":
                if count is not None:
                    break
                count = int(found[1]) if len(found) > 1 else -1
                first = int(found[2]) if len(found) > 2 and found[2].isdigit() else 0
            continue
        if re.fullmatch(r"\d+:", found[0]):
            found = found[1:]
        if part == "*vertices":
            named.add(int(found[0]))
        elif part in ("*edges", "*arcs", "*links", "*bipartite"):
            number = found[2] if len(found) > 2 else "1"
            weight = float(number) if re.fullmatch(r"[-+]?[\d.]+(?:[eE][-+]?\d+)?", number) else 1.0
            edges.append((int(found[0]), int(found[1]), weight, part))
        elif part in ("*edgeslist", "*arcslist"):
            edges += [(abs(int(found[0])), int(other), 1.0, part) for other in found[1:]]
        elif part == "*matrix":
            row += 1
            shift = 0 if first in (0, count) else first
            edges += [(row, shift + at, float(w), part) for at, w in enumerate(found, 1) if float(w)]
    if count is None and not edges:
        raise ValueError("no headings of Pajek")
    if count in (None, -1):
        count = len(named | {end for edge in edges for end in edge[:2]})
    directed = not edges or edges[0][3] not in ("*edges", "*edgeslist", "*links", "*bipartite")
    return summed(count, [edge[:3] for edge in edges], directed)


def by_words(file):
    """Two names a line and perhaps a number, apart from comments."""
    edges = []
    for line in Path(file).read_text(encoding="latin-1").splitlines():
        words = re.split(r"[\t,; ]+", line.strip())
        if words[0].startswith(("#", "%")) or len(words) < 2:
            continue
        if len(words) > 3:
            raise ValueError("more than three words")
        edges.append((words[0], words[1], float(words[2]) if len(words) > 2 else 1.0))
    return summed(len({end for edge in edges for end in edge[:2]}), edges)


def by_metis(file):
    lines = [line for line in Path(file).read_text().splitlines() if not line.startswith("%")]
    head = lines[0].split()
    flags = (head[2] if len(head) > 2 else "0").rjust(3, "0")
    sizes = (flags[0] == "1") + (int(head[3]) if len(head) > 3 else 1) * (flags[1] == "1")
    edges = []
    for vertex, line in enumerate(lines[1 : int(head[0]) + 1], 1):
        words = line.split()[sizes:]
        step = 2 if flags[2] == "1" else 1
        edges += [(vertex, int(words[at]), float(words[at + 1]) if step == 2 else 1.0) for at in range(0, len(words), step)]
    return summed(int(head[0]), edges)


def by_tulip(file):
    text = Path(file).read_text(encoding="latin-1")
    nodes = set()
    for listed in re.findall(r"\(nodes ([\d.\s]*)\)", re.split(r"\(cluster|\(graph ", re.sub(r"(?m)^;.*", "", text))[0]):
        for word in listed.split():
            low, _, high = word.partition("..")
            nodes |= set(range(int(low), int(high or low) + 1))
    edges = [(int(a), int(b), 1.0) for a, b in re.findall(r"\(edge \d+ (\d+) (\d+)\)", text)]
    return summed(len(nodes), edges)


def by_sif(file):
    edges, nodes = [], set()
    for line in Path(file).read_text(encoding="latin-1").splitlines():
        words = line.split("\t") if "\t" in line else line.split()
        words = [word.strip() for word in words if word.strip()]
        nodes |= set(words[:1] + words[2:])
        edges += [(words[0], other, 1.0) for other in words[2:]]
    return summed(len(nodes), edges)


def by_cx(file):
    """CX lists its aspects in parts; CX2 has one of each."""
    aspects = collections.defaultdict(list)
    for part in json.loads(Path(file).read_text(encoding="utf-8")):
        for key, value in part.items():
            aspects[key] += value if isinstance(value, list) else []
    weights = {a["po"]: float(a["v"]) for a in aspects["edgeAttributes"] if str(a.get("n")).lower() == "weight"}
    ends = lambda edge: (edge["s"], edge["t"])
    own = lambda edge: edge.get("v", {}).get("weight") if isinstance(edge.get("v"), dict) else weights.get(edge.get("@id"))
    ids = {node.get("@id", node.get("id")) for node in aspects["nodes"]}
    return summed(len(ids), [(*ends(edge), own(edge)) for edge in aspects["edges"]])


def by_gdf(file):
    import csv

    part, nodes, edges, weight = "", set(), [], None
    for row in csv.reader(Path(file).read_text(encoding="utf-8-sig").splitlines(), quotechar="'"):
        if not row or row[0].startswith("#"):
            continue
        if row[0].startswith(("nodedef>", "edgedef>")):
            part = row[0][:4]
            titles = [title.split()[0].lower() for title in row]
            weight = titles.index("weight") if "weight" in titles else None
        elif part == "node":
            nodes.add(row[0])
        else:
            edges.append((row[0], row[1], float(row[weight]) if weight is not None else 1.0))
    return summed(len(nodes | {end for edge in edges for end in edge[:2]}), edges)


def readers(extension):
    """Readers of others for a format, in turn."""
    gml = lambda nx: lambda file: nx.read_gml(file, label="id")
    return {
        "gexf": [lambda f: by_networkx(f, lambda nx: lambda g: nx.read_gexf(g, version="1.2draft")),
                 lambda f: by_networkx(f, lambda nx: lambda g: nx.read_gexf(g, version="1.1draft")), by_xml],
        "xgmml": [by_xml],
        "graphml": [lambda f: by_networkx(f, lambda nx: nx.read_graphml), lambda f: by_igraph(f, "graphml")],
        "gml": [lambda f: by_networkx(f, gml), lambda f: by_igraph(f, "gml")],
        "net": [lambda f: by_igraph(f, "pajek"), lambda f: by_networkx(f, lambda nx: nx.read_pajek), by_pajek],
        "paj": [by_pajek],
        "dl": [lambda f: by_igraph(f, "dl")],
        "ncol": [lambda f: by_igraph(f, "ncol")],
        "edges": [by_words],
        "edgelist": [by_words, lambda f: by_networkx(f, lambda nx: nx.read_edgelist)],
        "el": [by_words],
        "graph": [by_metis],
        "tlp": [by_tulip],
        "sif": [by_sif],
        "cx": [by_cx],
        "cx2": [by_cx],
        "gdf": [by_gdf],
        "lgr": [lambda f: by_networkx(f, lambda nx: nx.read_leda)],
        "leda": [lambda f: by_networkx(f, lambda nx: nx.read_leda)],
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
