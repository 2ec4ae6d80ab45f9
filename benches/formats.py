#!/usr/bin/env python3
"""How long each format of networks takes to load, against the plain list of ties.

    cargo build --release
    python3 benches/formats.py [--collab target/release/collab] [--runs 5] [--only dot,cyjs] [--folder target/formats]

Writes one made-up network of 100,000 nodes and 300,000 ties, and one of 5,242 and 14,496, in every format, and prints the median CPU
seconds of `collab who` (which loads the file and asks for the partners of one node), of the list of ties in turn with each (A B A B …),
and the ratio. Seeded: the same bytes each time. Only the standard library is needed.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess

SIZES = {"100k": (100_000, 300_000), "like-ca-GrQc": (5_242, 14_496)}
GOAL = 1.5


def network(nodes, ties):
    """Names, and ties as (a, b, weight): no node is without one, so that lists of ties hold them all."""
    chance = random.Random(1)
    width = len(str(nodes))
    names = [f"n{node:0{width}d}" for node in range(nodes)]
    pairs = {(chance.randrange(node), node): chance.randrange(1, 6) for node in range(1, nodes)}
    while len(pairs) < ties:
        a = chance.randrange(nodes)
        near = min(nodes - 1, max(0, a + chance.randrange(-400, 401)))
        b = near if chance.random() < 0.7 else chance.randrange(nodes)
        if a != b:
            pairs.setdefault((min(a, b), max(a, b)), chance.randrange(1, 6))
    listed = [(a, b, weight) for (a, b), weight in pairs.items()]
    chance.shuffle(listed)
    return names, listed


def lists(names, ties):
    """Formats of a line a tie or a node."""
    count = len(names)
    near = [[] for _ in names]
    for a, b, weight in ties:
        near[a].append((b, weight))
        near[b].append((a, weight))
    later = [[(b, weight) for b, weight in row if b > a] for a, row in enumerate(near)]
    labels = "".join(f"{name}\n" for name in names)
    numbered = "".join(f"{a + 1} {b + 1} {weight}\n" for a, b, weight in ties)
    named = [(names[a], names[b], weight) for a, b, weight in ties]
    yield "edges", "".join(f"{a} {b} {weight}\n" for a, b, weight in named)
    yield "csv", "Source,Target,Weight\n" + "".join(f"{a},{b},{weight}\n" for a, b, weight in named)
    yield "edgelist", "".join(f"{a} {b} {{'weight': {weight}}}\n" for a, b, weight in named)
    yield "sif", "".join(f"{a}\tpp\t{b}\n" for a, b, _ in named)
    yield "adjlist", "".join(" ".join([names[a]] + [names[b] for b, _ in row]) + "\n" for a, row in enumerate(later))
    yield "lgl", "".join(f"# {names[a]}\n" + "".join(f"{names[b]} {w}\n" for b, w in row) for a, row in enumerate(later) if row)
    yield "net", f"*Vertices {count}\n" + "".join(f'{at + 1} "{name}"\n' for at, name in enumerate(names)) + "*Edges\n" + numbered
    yield "dl", f"dl n={count}\nformat=edgelist1\nlabels:\n{labels}data:\n{numbered}"
    yield "mtx", f"%%MatrixMarket matrix coordinate real symmetric\n{count} {count} {len(ties)}\n" + "".join(
        f"{max(a, b) + 1} {min(a, b) + 1} {weight}\n" for a, b, weight in ties)
    yield "graph", f"{count} {len(ties)} 1\n" + "".join(" ".join(f"{b + 1} {weight}" for b, weight in row) + "\n" for row in near)
    yield "tgf", "".join(f"{at} {name}\n" for at, name in enumerate(names)) + "#\n" + "".join(f"{a} {b} {w}\n" for a, b, w in ties)
    yield "gdf", f"nodedef>name VARCHAR\n{labels}edgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE\n" + "".join(
        f"{a},{b},{weight}\n" for a, b, weight in named)
    yield "vna", f"*Node data\nID\n{labels}*Tie data\nfrom to strength\n" + "".join(f"{a} {b} {w}\n" for a, b, w in named)
    yield "dot", "graph {\n" + "".join(f"  {a} -- {b} [weight={weight}];\n" for a, b, weight in named) + "}\n"


def trees(names, ties):
    """Formats with brackets: GML, TLP, XML."""
    count = len(names)
    numbered = list(enumerate(ties))
    yield "gml", "graph [\n" + "".join(f'  node [\n    id {at}\n    label "{name}"\n  ]\n' for at, name in enumerate(names)) + "".join(
        f"  edge [\n    source {a}\n    target {b}\n    weight {weight}\n  ]\n" for a, b, weight in ties) + "]\n"
    yield "tlp", f'(tlp "2.3"\n(nb_nodes {count})\n(nodes 0..{count - 1})\n' + "".join(f"(edge {at} {a} {b})\n" for at, (a, b, _) in numbered) + \
        '(property 0 string "viewLabel"\n(default "" "")\n' + "".join(f'(node {at} "{name}")\n' for at, name in enumerate(names)) + \
        ')\n(property 0 double "weight"\n(default "1" "1")\n' + "".join(f'(edge {at} "{weight}")\n' for at, (_, _, weight) in numbered) + "))\n"
    nodes = "".join(f'<node id="{at}" label="{name}"/>\n' for at, name in enumerate(names))
    edges = "".join(f'<edge id="{at}" source="{a}" target="{b}" weight="{weight}"/>\n' for at, (a, b, weight) in numbered)
    yield "gexf", f'<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph>\n<nodes>\n{nodes}</nodes>\n<edges>\n{edges}</edges></graph></gexf>\n'
    yield "xgmml", f'<graph label="g" xmlns="http://www.cs.rpi.edu/XGMML">\n{nodes}{edges}</graph>\n'
    yield "graphml", '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n<key id="w" for="edge" attr.name="weight" attr.type="double"/>\n' + \
        '<graph edgedefault="undirected">\n' + "".join(f'<node id="{name}"/>\n' for name in names) + "".join(
            f'<edge source="{names[a]}" target="{names[b]}"><data key="w">{weight}</data></edge>\n' for a, b, weight in ties) + "</graph></graphml>\n"


def documents(names, ties):
    """Formats in JSON."""
    count = len(names)
    named = [(at, names[a], names[b], weight) for at, (a, b, weight) in enumerate(ties)]
    numbered = list(enumerate(ties))
    yield "node-link.json", {"directed": False, "multigraph": False, "graph": {}, "nodes": [{"id": name} for name in names],
                             "links": [{"source": a, "target": b, "weight": weight} for _, a, b, weight in named]}
    yield "cyjs", {"elements": {"nodes": [{"data": {"id": name, "name": name}} for name in names],
                                "edges": [{"data": {"id": f"e{at}", "source": a, "target": b, "weight": w}} for at, a, b, w in named]}}
    yield "graphology.json", {"attributes": {}, "options": {"type": "undirected"}, "nodes": [{"key": name} for name in names],
                              "edges": [{"key": str(at), "source": a, "target": b, "attributes": {"weight": w}} for at, a, b, w in named]}
    yield "kumu.json", {"elements": [{"label": name} for name in names],
                        "connections": [{"from": a, "to": b, "strength": weight} for _, a, b, weight in named]}
    yield "vosviewer.json", {"network": {"items": [{"id": at + 1, "label": name} for at, name in enumerate(names)],
                                         "links": [{"source_id": a + 1, "target_id": b + 1, "strength": w} for a, b, w in ties]}}
    yield "cx", [{"numberVerification": [{"longNumber": 281474976710655}]}, {"nodes": [{"@id": at, "n": name} for at, name in enumerate(names)]},
                 {"edges": [{"@id": count + at, "s": a, "t": b, "i": "pp"} for at, (a, b, _) in numbered]},
                 {"edgeAttributes": [{"po": count + at, "n": "weight", "v": str(w), "d": "double"} for at, (_, _, w) in numbered]}]
    yield "cx2", [{"CXVersion": "2.0"}, {"nodes": [{"id": at, "v": {"name": name}} for at, name in enumerate(names)]},
                  {"edges": [{"id": at, "s": a, "t": b, "v": {"weight": weight}} for at, (a, b, weight) in numbered]}]


def seconds(collab, file, name):
    """CPU of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [collab, "--quiet", "--lang", "en", "--authority", "none", "--json", "--data", file, "who", name]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if ran.returncode:
        raise SystemExit(f"{file}: {ran.stderr[:300]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--collab", default="target/release/collab")
    options.add_argument("--folder", default="target/formats")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--only", default="")
    chosen = options.parse_args()
    print("| network | format | CPU s | list of ties, CPU s | ratio | at most 1.5 |\n|---|---|---|---|---|---|")
    for size, (nodes, ties) in SIZES.items():
        folder = os.path.join(chosen.folder, size)
        os.makedirs(folder, exist_ok=True)
        names, pairs = network(nodes, ties)
        formats = []
        for kind, content in (*lists(names, pairs), *trees(names, pairs), *documents(names, pairs)):
            formats.append(kind)
            with open(os.path.join(folder, f"net.{kind}"), "w", encoding="utf-8") as file:
                file.write(content if isinstance(content, str) else json.dumps(content))
        plain = os.path.join(folder, "net.edges")
        for kind in formats[1:]:
            if chosen.only and kind not in chosen.only.split(","):
                continue
            file = os.path.join(folder, f"net.{kind}")
            # These two have numbers for names.
            name = "1" if kind in ("mtx", "graph") else names[0]
            turns = [(seconds(chosen.collab, plain, names[0]), seconds(chosen.collab, file, name)) for _ in range(chosen.runs)]
            theirs, ours = (statistics.median(side) for side in zip(*turns))
            verdict = "met" if ours <= GOAL * theirs else "missed"
            print(f"| {size} | `{kind}` | {ours:.3f} | {theirs:.3f} | {ours / theirs:.2f} | {verdict} |", flush=True)


if __name__ == "__main__":
    main()
