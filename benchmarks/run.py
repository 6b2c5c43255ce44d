#!/usr/bin/env python3
"""Runs SoHoa beside tesseract, ocrmypdf and pyvi on the same pages and lines, in one run, and prints ratios.

Output is checked before anything is timed: a fast wrong answer does not count. Every figure is the best of
several rounds, the programs taking turns, because machines are noisy. CPU seconds are the sum over all threads and
child processes; memory is the peak of the largest process.

Usage: /usr/bin/python3 benchmarks/run.py [--rounds 3] [--jobs 2] [--program .build/release/sohoa]
           [--only page|scans|scan|restore|pyvi] [--pairs LINES.tsv... --pyvi PYTHON_WITH_PYVI]
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "fixtures/scans/decision.clean.png"
SCAN = ROOT / "fixtures/scans/plan-department.scan.pdf"
TEXT = ROOT / "fixtures/text/party-resolution.unmarked.txt"


class Measure:
    """One run of a program: wall and CPU seconds, peak memory in MB, what it printed."""

    def __init__(self, command, environment=None, stdin=None):
        with tempfile.TemporaryFile() as out, open(stdin or os.devnull, "rb") as source:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, stdin=source,
                                       env={**os.environ, **(environment or {})})
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 20):
                sys.exit(f"{command[0]} ended with {process.returncode}: {command}")
            out.seek(0)
            self.output = out.read()
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def best(measures):
    first = measures[0]
    first.wall = min(m.wall for m in measures)
    first.cpu = min(m.cpu for m in measures)
    first.memory = max(m.memory for m in measures)
    return first


def compare(commands, rounds):
    """name -> best Measure; the programs take turns."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, environment) in commands.items():
            runs[name].append(Measure(command, environment))
    return {name: best(measures) for name, measures in runs.items()}


def tokens(text):
    return unicodedata.normalize("NFC", text).split()


def token_errors(truth, result):
    """Edit distance over tokens, as a share of the truth."""
    row = list(range(len(result) + 1))
    for i, expected in enumerate(truth, 1):
        previous, row[0] = row[0], i
        for j, seen in enumerate(result, 1):
            previous, row[j] = row[j], min(previous + (expected != seen), row[j] + 1, row[j - 1] + 1)
    return row[-1] / max(1, len(truth))


def text_of(record):
    lines = [line["text"] for page in json.loads(record)["pages"] for block in page["blocks"]
             for line in block["lines"]]
    return "\n".join(lines)


def table(title, pages, measures, base):
    print(f"\n{title}")
    print(f"{'program':28}{'pages/min':>10}{'CPU s/page':>12}{'peak MB':>9}{'wall ratio':>12}{'CPU ratio':>11}")
    for name, m in measures.items():
        print(f"{name:28}{pages / m.wall * 60:10.1f}{m.cpu / pages:12.2f}{m.memory:9.0f}"
              f"{m.wall / measures[base].wall:12.2f}{m.cpu / measures[base].cpu:11.2f}")


def one_page(program, rounds):
    truth = tokens((ROOT / "fixtures/truth/decision.truth.txt").read_text(encoding="utf-8"))
    single = {"OMP_THREAD_LIMIT": "1"}
    commands = {
        "tesseract -l vie": (["tesseract", str(PAGE), "-", "-l", "vie"], single),
        "tesseract -l Vietnamese": (["tesseract", str(PAGE), "-", "-l", "Vietnamese"], single),
        "sohoa convert": ([program, "convert", str(PAGE), "--output", "-", "--jobs", "1"], None),
    }
    for name, (command, environment) in commands.items():
        output = Measure(command, environment).output
        text = text_of(output) if "sohoa" in name else output.decode("utf-8")
        errors = token_errors(truth, tokens(text))
        print(f"{name}: token errors {errors * 100:.2f} % (reading order included)")
        if "sohoa" in name and errors > 0.03:
            sys.exit("sohoa reads the page wrongly: not timed")
    table("One page, 300 dpi grey PNG, one thread", 1, compare(commands, rounds), "tesseract -l vie")


def many_scans(program, rounds):
    """300 dpi scans as they come, then the pictures that we give our engine; each program starts once."""
    scans = [ROOT / f"fixtures/scans/{name}" for name in ("decision.scan.jpg", "telegram.scan.jpg")]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        came, given = folder / "came", folder / "given"
        for place in (came, given):
            place.mkdir()
        for copy in range(4):
            for scan in scans:
                (came / f"{copy}-{scan.name}").write_bytes(scan.read_bytes())
        for scan in scans:
            subprocess.run([program, "inspect", str(scan), "--output", str(folder / "seen")], check=True,
                           stdout=subprocess.DEVNULL)
            prepared = next((folder / "seen").glob(f"{scan.stem}*.prepared.png"))
            for copy in range(4):
                (given / f"{copy}-{scan.stem}.png").write_bytes(prepared.read_bytes())
        one = {"OMP_THREAD_LIMIT": "1"}
        commands = {}
        for name, place in (("as they come", came), ("as we give them", given)):
            (folder / f"{place.name}.txt").write_text("".join(f"{p}\n" for p in sorted(place.iterdir())))
            commands[f"tesseract -l vie, {name}"] = (
                ["tesseract", str(folder / f"{place.name}.txt"), "-", "-l", "vie"], one)
        commands["sohoa convert, as they come"] = (
            [program, "convert", str(came), "--output", str(folder / "out"), "--jobs", "1", "--quiet"], one)
        measures = compare(commands, rounds)
        truth = tokens((ROOT / "fixtures/truth/decision.truth.txt").read_text(encoding="utf-8"))
        for result in (folder / "out").glob("*decision*.json"):
            errors = token_errors(truth, tokens(text_of(result.read_bytes())))
            if errors > 0.03:
                sys.exit(f"sohoa reads {result.name} wrongly: not timed")
        table("Eight colour JPEG scans of 300 dpi, one start, one thread", 8, measures,
              "tesseract -l vie, as they come")


def ten_pages(program, rounds, jobs):
    with tempfile.TemporaryDirectory() as folder:
        scan = pathlib.Path(folder) / "ten.pdf"
        subprocess.run(["qpdf", "--empty", "--pages"] + [str(SCAN), "1-2"] * 5 + ["--", str(scan)], check=True)
        commands = {
            f"ocrmypdf --jobs {jobs}": (["ocrmypdf", "-q", "-l", "vie", "--jobs", str(jobs), "--output-type", "pdf",
                                       "-O0", str(scan), str(scan.with_suffix(".out.pdf"))], None),
            f"sohoa convert --jobs {jobs}": ([program, "convert", str(scan), "--output", "-", "--jobs",
                                            str(jobs)], None),
        }
        record = json.loads(Measure(commands[f"sohoa convert --jobs {jobs}"][0]).output)
        number = record["documents"][0]["record"]["number"]
        if len(record["pages"]) != 10 or number is None:
            sys.exit("sohoa reads the ten pages wrongly: not timed")
        table(f"Ten pages, colour JPEG scan in a PDF, {jobs} jobs", 10, compare(commands, rounds),
              f"ocrmypdf --jobs {jobs}")


def restoration(program, rounds):
    source = TEXT.read_text(encoding="utf-8")
    words = len(source.split())
    with tempfile.TemporaryDirectory() as folder:
        one = pathlib.Path(folder) / "one.txt"
        one.write_text("Ke hoach\n", encoding="utf-8")
        many = pathlib.Path(folder) / "many.txt"
        many.write_text((source + "\n") * 100, encoding="utf-8")
        truth = tokens((ROOT / "fixtures/truth/party-resolution.truth.txt").read_text(encoding="utf-8"))
        restored = Measure([program, "restore", str(TEXT)]).output.decode("utf-8")
        errors = token_errors(truth, tokens(restored))
        print(f"\nrestoration of unmarked text: token errors {errors * 100:.2f} %")
        if errors > 0.05:
            sys.exit("sohoa restores wrongly: not timed")
        start = best([Measure([program, "restore", str(one)]) for _ in range(rounds * 3)])
        long = best([Measure([program, "restore", str(many)]) for _ in range(rounds)])
        rate = words * 100 / (long.wall - start.wall)
        print(f"start to first restored word {start.wall * 1000:.0f} ms, {start.memory:.0f} MB; "
              f"{rate:,.0f} words a second on one core, {long.memory:.0f} MB")


TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def comparable(token):
    """NFC, with the tone of open oa, oe, uy in its old place: hoà and hòa are one."""
    letters = unicodedata.normalize("NFD", token)
    moved = re.sub("(?i)(?<!q)([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])$", r"\1\3\2", letters)
    return unicodedata.normalize("NFC", moved)


def wrong_tokens(truths, results):
    """Shares of tokens that are wrong: as they stand, and with capitals taken as small letters."""
    total = wrong = wrong_blind = 0
    for truth, result in zip(truths, results, strict=True):
        expected, seen = [[comparable(token) for token in text.split()] for text in (truth, result)]
        total += len(expected)
        wrong += round(token_errors(expected, seen) * max(1, len(expected)))
        blind = [[token.lower() for token in text] for text in (expected, seen)]
        wrong_blind += round(token_errors(*blind) * max(1, len(expected)))
    return wrong / total, wrong_blind / total


class Accents:
    """One run of pyvi over lines: CPU seconds of its function alone."""

    def __init__(self, python, source):
        script = ROOT / "benchmarks/restoration/pyvi_accents.py"
        with open(source, "rb") as lines:
            run = subprocess.run([python, str(script)], stdin=lines, capture_output=True, check=True)
        seconds, failed = run.stderr.decode().split()[-2:]
        self.cpu, self.failed = float(seconds), int(failed)
        self.output = run.stdout


def beside_pyvi(program, rounds, pairs, python):
    """Accuracy and speed on unmarked lines: observed<TAB>printed, as `sohoa model held-out` makes them."""
    with tempfile.TemporaryDirectory() as folder:
        one = pathlib.Path(folder) / "one.txt"
        one.write_text("Ke hoach\n", encoding="utf-8")
        start = best([Measure([program, "restore", str(one)]) for _ in range(rounds * 3)])
        print(f"\n{'unmarked lines':20}{'program':16}{'wrong':>9}{'case aside':>12}{'tokens/CPU s':>14}{'ratio':>7}")
        for path in pairs:
            text = pathlib.Path(path).read_text(encoding="utf-8")
            rows = [line.split("\t", 1) for line in text.splitlines() if line]
            lines = pathlib.Path(folder) / "lines.txt"
            lines.write_text("".join(observed + "\n" for observed, _ in rows), encoding="utf-8")
            ours, theirs = [], []
            for _ in range(rounds):
                ours.append(Measure([program, "restore", str(lines)]))
                theirs.append(Accents(python, lines))
            tokens_ = sum(len(observed.split()) for observed, _ in rows)
            rates = {"sohoa restore": tokens_ / (min(m.cpu for m in ours) - start.cpu),
                     "pyvi": tokens_ / min(m.cpu for m in theirs)}
            outputs = {"sohoa restore": ours[0].output, "pyvi": theirs[0].output}
            for name, output in outputs.items():
                wrong, blind = wrong_tokens([printed for _, printed in rows], output.decode("utf-8").splitlines())
                if name == "sohoa restore" and wrong > 0.05:
                    sys.exit("sohoa restores wrongly: not timed")
                print(f"{pathlib.Path(path).stem:20}{name:16}{wrong * 100:7.2f} %{blind * 100:10.2f} %"
                      f"{rates[name]:14,.0f}{rates[name] / rates['pyvi']:7.1f}")
            print(f"{'':20}{len(rows)} lines, {tokens_} tokens; pyvi failed on {theirs[0].failed} lines")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--program", default=str(ROOT / ".build/release/sohoa"))
    parser.add_argument("--only", choices=["page", "scans", "scan", "restore", "pyvi"])
    parser.add_argument("--pairs", nargs="+", help="unmarked lines for pyvi, from `sohoa model held-out`")
    parser.add_argument("--pyvi", help="a Python that has pyvi")
    options = parser.parse_args()
    for needed in ("tesseract", "ocrmypdf", "qpdf"):
        if options.only not in ("restore", "pyvi") and not shutil.which(needed):
            sys.exit(f"{needed} is not installed: make benchmark installs it")
    if options.only in (None, "page"):
        one_page(options.program, options.rounds)
    if options.only in (None, "scans"):
        many_scans(options.program, options.rounds)
    if options.only in (None, "scan"):
        ten_pages(options.program, options.rounds, options.jobs)
    if options.only in (None, "restore"):
        restoration(options.program, options.rounds)
    if options.only == "pyvi" and not (options.pairs and options.pyvi):
        sys.exit("give --pairs and --pyvi: make benchmark-restoration does")
    if options.pairs and options.pyvi:
        beside_pyvi(options.program, options.rounds, options.pairs, options.pyvi)


if __name__ == "__main__":
    main()
