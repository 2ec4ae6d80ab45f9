#!/usr/bin/env python3
"""Made-up works and their institutions: data.py SIZE FOLDER [--seed N] [--what csv,jsonl,edges]."""
import argparse
import collections
import itertools
import json
import os
import sys

import numpy

SIZES = {"S": (1_000, 200), "M": (100_000, 5_000), "L": (1_000_000, 20_000), "XL": (10_000_000, 100_000)}
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
    for land in range(len(LANDS)):
        own = numpy.flatnonzero(lands == land)
        seats = numpy.flatnonzero(stays & (home == land))
        if len(own):
            reach = numpy.cumsum(weights[own])
            members[seats] = own[numpy.searchsorted(reach, rng.random(len(seats)) * reach[-1], side="right")]
    return members, offsets


def make(size, folder, seed, what):
    works, count = SIZES[size]
    rng = numpy.random.default_rng(seed)
    weights = rng.permutation((numpy.arange(count) + 20.0) ** -0.9)
    lands = numpy.minimum(rng.geometric(0.25, count) - 1, len(LANDS) - 1)
    kinds = rng.choice(len(KINDS), count, p=[0.6, 0.3, 0.1])
    names = [f"{KINDS[k][0].title()} of {LANDS[c]} {i:06d}" for i, (c, k) in enumerate(zip(lands, kinds))]
    records = [json.dumps({"id": f"https://openalex.org/I{i}", "display_name": names[i], "ror": f"https://ror.org/{i:09d}",
                           "country_code": LANDS[lands[i]], "type": KINDS[kinds[i]][0], "lineage": [f"https://openalex.org/I{i}"]})
               for i in range(count)]
    ties, out = collections.Counter(), {w: open(os.path.join(folder, f"{size}.{w}"), "w") for w in what}
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
            if "jsonl" in out:
                seats = [records[i] for p, i in enumerate(team) for _ in range(2 if (work + p) % 4 == 0 else 1)]
                people = ", ".join('{"author": {"display_name": "Author %d"}, "institutions": [%s]}' % (n, r) for n, r in enumerate(seats))
                out["jsonl"].write('{"id": "https://openalex.org/W%d", "title": "Work %08d", "publication_date": "%s", "cited_by_count": %d, "authorships": [%s]}\n'
                                   % (work, work, date, cited[at], people))
            if "edges" in out:
                ties.update(itertools.combinations(sorted(team), 2))
    if "edges" in out:
        out["edges"].writelines(f"{a} {b} {w}\n" for (a, b), w in sorted(ties.items()))
    for file in out.values():
        file.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--what", default="csv,jsonl,edges")
    given = parser.parse_args()
    os.makedirs(given.folder, exist_ok=True)
    sys.exit(make(given.size, given.folder, given.seed, given.what.split(",")))
