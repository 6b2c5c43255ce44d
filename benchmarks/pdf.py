#!/usr/bin/env python3
"""Searchable PDFs by SoHoa beside ocrmypdf on the same scans: seconds, peak memory, size, words found, conformance.

The copy is checked before it counts: QPDF finds no error, every stored picture has the bytes that it had, and the text
that Poppler finds is compared with the truth (share of its words that are found). What writing the copy itself costs is
the time of `--format pdf,json` less that of `--format json`, in CPU seconds.

Usage: /usr/bin/python3 benchmarks/pdf.py [--rounds 3] [--jobs 2] [--program .build/release/sohoa]
"""
import argparse
import collections
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCANS = ["plan-department.scan", "dispatch.arrival", "party-resolution.scan", "plan-department.sealed",
         "report-table.clean", "decree.mixed"]


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 20):
        sys.exit(f"{command[0]} ended with {code}: {command}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pictures(pdf):
    """SHA-256 of the bytes of every stored picture."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdfimages", "-all", pdf, folder + "/p"], check=True, stderr=subprocess.DEVNULL)
        return collections.Counter(hashlib.sha256(f.read_bytes()).hexdigest() for f in pathlib.Path(folder).iterdir())


def found(pdf, name):
    """Share of the truth's words that Poppler finds in the copy."""
    truth = (ROOT / "fixtures/truth" / (name.split(".")[0] + ".truth.txt")).read_text()
    wanted = collections.Counter(re.sub(r"\{([^|{}]*)\|[^{}]*\}", r"\1", truth).split())
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    seen = collections.Counter(unicodedata.normalize("NFC", text).split())
    return sum((wanted & seen).values()) / sum(wanted.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--program", default=str(ROOT / ".build/release/sohoa"))
    options = parser.parse_args()
    os.environ.setdefault("SOHOA_DICTIONARIES", str(ROOT / "dictionaries"))
    print(f"{'file':24}{'program':10}{'s':>7}{'CPU s':>7}{'MB':>6}{'source':>9}{'copy':>9}{'grows':>8}{'words':>8}"
          "  pictures")
    writing = [0.0, 0.0]
    with tempfile.TemporaryDirectory() as folder:
        for name in SCANS:
            source = str(ROOT / f"fixtures/scans/{name}.pdf")
            ours, theirs = f"{folder}/{name}.pdf", f"{folder}/{name}.ocrmypdf.pdf"
            commands = {
                "json": [options.program, "convert", source, "-o", folder, "--format", "json", "-q",
                         "-j", str(options.jobs)],
                "sohoa": [options.program, "convert", source, "-o", folder, "--format", "json,pdf", "-q",
                          "-j", str(options.jobs)],
                "ocrmypdf": ["ocrmypdf", "--quiet", "-l", "vie", "--jobs", str(options.jobs), "--skip-text",
                             "--output-type", "pdfa-2", source, theirs],
            }
            runs = {program: [run(command) for _ in range(options.rounds) for command in [commands[program]]]
                    for program in commands}
            best = {program: (min(r[0] for r in all), min(r[1] for r in all), max(r[2] for r in all))
                    for program, all in runs.items()}
            writing[0] += best["sohoa"][1] - best["json"][1]
            writing[1] += best["json"][1]
            for program, copy in (("sohoa", ours), ("ocrmypdf", theirs)):
                subprocess.run(["qpdf", "--check", copy], check=True, stdout=subprocess.DEVNULL)
                before, after = os.path.getsize(source), os.path.getsize(copy)
                same = "as they were" if pictures(source) == pictures(copy) else "changed"
                wall, cpu, memory = best[program]
                print(f"{name:24}{program:10}{wall:7.2f}{cpu:7.2f}{memory:6.0f}{before / 1e3:8.0f}k{after / 1e3:8.0f}k"
                      f"{after / before - 1:8.1%}{found(copy, name):8.1%}  {same}")
    print(f"writing the copies: {writing[0]:.2f} CPU s on {writing[1]:.2f} CPU s of reading "
          f"({writing[0] / writing[1]:.1%})")


if __name__ == "__main__":
    main()
