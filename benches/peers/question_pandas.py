#!/usr/bin/env python3
"""Who works with an institution, with pandas: question_pandas.py TABLE NAME."""
import sys

import pandas

name = sys.argv[2]
teams = pandas.read_csv(sys.argv[1], usecols=["Organization"])["Organization"].fillna("").str.split(",")
print(teams[teams.map(lambda team: name in team)].explode().value_counts().drop(name, errors="ignore").to_string())
