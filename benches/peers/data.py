#!/usr/bin/env python3
"""Made-up works and their institutions: data.py SIZE FOLDER [--seed N] [--what csv,jsonl,jsonl.gz,edges,dot].

S, M, L, XL are tables of works. The other sizes are sparse networks, of which the largest connected group is kept:
n60 to n10k for drawings, and like-… with about as many nodes and ties as a well-known network of scientists
(netscience, ca-GrQc, astro-ph), made up all the same. `ties` is a network of 1,000 nodes and 20,000 ties as files of other
programs: gexf, graphml, gml, json (VOSviewer, all on one line).
"""
import argparse
import collections
import gzip
import itertools
import json
import os
import sys

import numpy

SIZES = {"S": (1_000, 200), "M": (100_000, 5_000), "L": (1_000_000, 20_000), "XL": (10_000_000, 100_000)}
# Works, institutions, and communities that most works stay in.
SPARSE = {"n60": (170, 64, 6), "n500": (1_450, 590, 15), "n2k": (6_300, 2_700, 15), "n10k": (32_000, 13_800, 15),
          "like-netscience": (640, 640, 60), "like-ca-GrQc": (12_000, 7_700, 400), "like-astro-ph": (86_000, 19_200, 300)}
LANDS = "US CN GB DE KR JP FR CA IN SG CH NL SE IL AU".split()
KINDS = [("education", "Academia"), ("company", "Industry"), ("government", "Government")]
PART = 200_000


def teams(rng, weights, lands, count):
    """Teams of `count` works as (institutions, offsets); an institution may be drawn twice for a work."""
    size = numpy.where(rng.random(count) < 0.4, 1 + rng.geometric(0.5, count), 1)
    large = rng.random(count) < 0.012
    size[large] += (rng.pareto(1.3, large.sum()) * 3).astype(int)
    size = numpy.minimum(size, min(50, len(weights) // 4))
    offsets = numpy.concatenate([[0], numpy.cumsum(size)])
    reach = numpy.cumsum(weights)
    members = numpy.searchsorted(reach, rng.random(offsets[-1]) * reach[-1], side="right")
    work = numpy.repeat(numpy.arange(count), size)
    home = lands[members[offsets[:-1]]][work]
    stays = rng.random(len(members)) < 0.7
    stays[offsets[:-1]] = False
    for land in range(lands.max() + 1):
        own = numpy.flatnonzero(lands == land)
        seats = numpy.flatnonzero(stays & (home == land))
        if len(own):
            reach = numpy.cumsum(weights[own])
            members[seats] = own[numpy.searchsorted(reach, rng.random(len(seats)) * reach[-1], side="right")]
    return members, offsets


def opened(path):
    return gzip.open(path, "wt", compresslevel=6) if path.endswith(".gz") else open(path, "w")


def largest_group(ties):
    """The largest connected group, its nodes numbered from 0 in their old order."""
    above = {}

    def root(node):
        while above.setdefault(node, node) != node:
            above[node] = above[above[node]]
            node = above[node]
        return node
    for a, b in ties:
        above[root(a)] = root(b)
    sizes = collections.Counter(map(root, list(above)))
    best = max(sorted(sizes), key=sizes.get)
    number = {node: new for new, node in enumerate(sorted(node for node in above if root(node) == best))}
    return {(number[a], number[b]): weight for (a, b), weight in ties.items() if a in number}


def sparse(size, folder, seed, what):
    """A sparse network: `edges` as "i j w", `dot` for Graphviz."""
    works, count, communities = SPARSE[size]
    rng = numpy.random.default_rng(seed)
    weights = rng.permutation((numpy.arange(count) + 20.0) ** -0.9)
    members, offsets = teams(rng, weights, rng.integers(0, communities, count), works)
    ties = collections.Counter()
    for at in range(works):
        ties.update(itertools.combinations(sorted(set(members[offsets[at]:offsets[at + 1]].tolist())), 2))
    ties = sorted(largest_group(ties).items())
    print(f"{size}: {1 + max(b for (_, b), _ in ties)} nodes, {len(ties)} ties", file=sys.stderr)
    if "edges" in what:
        with open(os.path.join(folder, f"{size}.edges"), "w") as file:
            file.writelines(f"{a} {b} {w}\n" for (a, b), w in ties)
    if "dot" in what:
        with open(os.path.join(folder, f"{size}.dot"), "w") as file:
            file.writelines(["graph {\nnode [shape=circle label=\"\" width=0.05 fixedsize=true]\n"] + [f"{a} -- {b}\n" for (a, b), _ in ties] + ["}\n"])


def other_programs(folder, seed, what):
    """1,000 institutions and 20,000 weighted ties as files of other programs."""
    rng = numpy.random.default_rng(seed)
    names = [f"Institute of {LANDS[i % len(LANDS)]} {i:04d}" for i in range(1000)]
    ties = set()
    while len(ties) < 20_000:
        a, b = sorted(rng.integers(0, len(names), 2).tolist())
        if a != b:
            ties.add((a, b))
    ties = [(a, b, int(w)) for (a, b), w in zip(sorted(ties), rng.geometric(0.4, len(ties)))]
    forms = {
        "gexf": ['<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">\n<nodes>\n',
                 *(f'<node id="{i}" label="{name}"/>\n' for i, name in enumerate(names)), "</nodes>\n<edges>\n",
                 *(f'<edge id="{n}" source="{a}" target="{b}" weight="{w}"/>\n' for n, (a, b, w) in enumerate(ties)), "</edges>\n</graph></gexf>\n"],
        "graphml": ['<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n<key id="name" for="node" attr.name="name" attr.type="string"/>\n'
                    '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>\n<graph edgedefault="undirected">\n',
                    *(f'<node id="n{i}"><data key="name">{name}</data></node>\n' for i, name in enumerate(names)),
                    *(f'<edge source="n{a}" target="n{b}"><data key="weight">{w}</data></edge>\n' for a, b, w in ties), "</graph>\n</graphml>\n"],
        "gml": ["graph [\n  directed 0\n", *(f'  node [\n    id {i}\n    label "{name}"\n  ]\n' for i, name in enumerate(names)),
                *(f"  edge [\n    source {a}\n    target {b}\n    weight {w}\n  ]\n" for a, b, w in ties), "]\n"],
        "csv": ["source,target,weight\n", *(f"{names[a]},{names[b]},{w}\n" for a, b, w in ties)],
        "net": [f"*Vertices {len(names)}\n", *(f'{i + 1} "{name}"\n' for i, name in enumerate(names)), "*Edges\n", *(f"{a + 1} {b + 1} {w}\n" for a, b, w in ties)],
        "json": [json.dumps({"network": {"items": [{"id": i + 1, "label": name} for i, name in enumerate(names)],
                                         "links": [{"source_id": a + 1, "target_id": b + 1, "strength": w} for a, b, w in ties]}}, separators=(",", ":"))],
    }
    for kind in what:
        with open(os.path.join(folder, f"ties.{kind}"), "w") as file:
            file.writelines(forms[kind])


def make(size, folder, seed, what):
    if size == "ties":
        return other_programs(folder, seed, what)
    if size in SPARSE:
        return sparse(size, folder, seed, what)
    works, count = SIZES[size]
    rng = numpy.random.default_rng(seed)
    weights = rng.permutation((numpy.arange(count) + 20.0) ** -0.9)
    lands = numpy.minimum(rng.geometric(0.25, count) - 1, len(LANDS) - 1)
    kinds = rng.choice(len(KINDS), count, p=[0.6, 0.3, 0.1])
    names = [f"{KINDS[k][0].title()} of {LANDS[c]} {i:06d}" for i, (c, k) in enumerate(zip(lands, kinds))]
    records = [json.dumps({"id": f"https://openalex.org/I{i}", "display_name": names[i], "ror": f"https://ror.org/{i:09d}",
                           "country_code": LANDS[lands[i]], "type": KINDS[kinds[i]][0], "lineage": [f"https://openalex.org/I{i}"]})
               for i in range(count)]
    ties, out = collections.Counter(), {w: opened(os.path.join(folder, f"{size}.{w}")) for w in what if w != "dot"}
    lines = [out[kind] for kind in ("jsonl", "jsonl.gz") if kind in out]
    if "csv" in out:
        out["csv"].write("Model,Domain,Task,Organization,Publication date,Citations,Country (of organization),Organization categorization,Abstract\n")
    for start in range(0, works, PART):
        members, offsets = teams(rng, weights, lands, min(PART, works - start))
        dates, cited = rng.integers(0, 36 * 336, len(offsets)), rng.geometric(0.05, len(offsets))
        for at in range(len(offsets) - 1):
            team = list(dict.fromkeys(members[offsets[at]:offsets[at + 1]].tolist()))
            work, day = start + at, int(dates[at])
            date = f"{1990 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}"
            if "csv" in out:
                cell = [",".join(c) for c in ([names[i] for i in team], [LANDS[lands[i]] for i in team], [KINDS[kinds[i]][1] for i in team])]
                out["csv"].write(f'Work {work:08d},Language,"Modelling,Answering","{cell[0]}",{date},{cited[at]},"{cell[1]}","{cell[2]}","what work {work} is about"\n')
            if lines:
                seats = [records[i] for p, i in enumerate(team) for _ in range(2 if (work + p) % 4 == 0 else 1)]
                people = ", ".join('{"author": {"display_name": "Author %d"}, "institutions": [%s]}' % (n, r) for n, r in enumerate(seats))
                line = ('{"id": "https://openalex.org/W%d", "title": "Work %08d", "publication_date": "%s", "cited_by_count": %d, "authorships": [%s]}\n'
                        % (work, work, date, cited[at], people))
                for file in lines:
                    file.write(line)
            if "edges" in out:
                ties.update(itertools.combinations(sorted(team), 2))
    if "edges" in out:
        out["edges"].writelines(f"{a} {b} {w}\n" for (a, b), w in sorted(ties.items()))
    for file in out.values():
        file.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", choices=[*SIZES, *SPARSE, "ties"])
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--what", default="csv,jsonl,edges")
    given = parser.parse_args()
    os.makedirs(given.folder, exist_ok=True)
    sys.exit(make(given.size, given.folder, given.seed, given.what.split(",")))
