#!/usr/bin/env python3
"""Who works with an institution, in plain Python: question_python.py TABLE NAME. A process of its own, as small as it can be."""
import collections
import csv
import sys

partners = collections.Counter()
name = sys.argv[2]
with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
    rows = csv.reader(file)
    column = next(rows).index("Organization")
    for row in rows:
        team = set(row[column].split(","))
        if name in team:
            partners.update(team)
partners.pop(name, None)
for partner, works in partners.most_common():
    print(partner, works)
