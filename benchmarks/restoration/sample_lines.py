#!/usr/bin/env python3
"""Chooses lines to render: 6 000 of the training documents of a corpus, and 1 200 formulas.

usage: sample_lines.py CORPUS.txt HELD_OUT_PAIRS.tsv FORMULAS.tsv > lines.txt
HELD_OUT_PAIRS: all lines that training leaves out (`sohoa model held-out --look right --lines 1000000`).
"""
import random
import sys

corpus, pairs, formulas = sys.argv[1:]
held = {line.rstrip("\n").split("\t", 1)[1] for line in open(pairs, encoding="utf-8") if line.strip()}
rng = random.Random(7)
lines = [line for line in open(corpus, encoding="utf-8")
         if line.strip() and line.rstrip("\n") not in held and len(line) > 25]
chosen = rng.sample(lines, 6000)
rows = open(formulas, encoding="utf-8").readlines()[1:]
chosen += rng.sample([row.split("\t", 1)[1] for row in rows], 1200)
rng.shuffle(chosen)
sys.stdout.writelines(chosen)
