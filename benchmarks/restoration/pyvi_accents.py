#!/usr/bin/env python3
"""Adds marks to the lines of standard input with pyvi's ViUtils.add_accents.

Prints the lines; on standard error the CPU seconds of add_accents alone, without loading pyvi and its model,
and the number of lines on which it raised an error, which stay as they are.
"""
import sys
import time

from pyvi import ViUtils


def accented(line):
    try:
        return ViUtils.add_accents(line), 0
    except KeyError:
        return line, 1


lines = sys.stdin.read().splitlines()
ViUtils.add_accents("tai lieu")
start = time.process_time()
results = [accented(line) for line in lines]
seconds = time.process_time() - start
print("\n".join(text for text, _ in results))
print(seconds, sum(failed for _, failed in results), file=sys.stderr)
