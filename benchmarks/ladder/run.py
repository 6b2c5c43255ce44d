#!/usr/bin/python3
"""The ladder of damage: how plain Tesseract and `sohoa convert` read the same pages, rung by rung.

Pages and results go to out/ladder. Pages and Tesseract's results are made once and kept until what makes them
changes; ours are made anew. All counting is `sohoa evaluate`'s.

Usage: benchmarks/ladder/run.py [--whole] [--rungs skew-5,photo] [--jobs 2] [--program .build/release/sohoa]
           [--markdown FILE] [-- OPTIONS OF sohoa convert]
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import resource
import subprocess
import sys

import pages

TOLERANCE = 0.25  #: degrees of skew; Tesseract reads half a degree without loss


def main():
    arguments = parsed()
    folder = pages.ROOT / "out/ladder" / ("whole" if arguments.whole else "fast")
    facts = pages.render(folder, arguments.whole, arguments.rungs)
    tesseract(folder, facts, arguments.jobs)
    seconds = sohoa(folder, facts, arguments)
    rows = table(folder, facts, evaluated(folder, arguments.program))
    text = markdown(rows) + f"\n\n`sohoa convert`: {seconds / len(facts):.2f} s of processor time a page.\n"
    print(text, end="")
    if arguments.markdown:
        replace(pathlib.Path(arguments.markdown), "ladder", text)


def parsed():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--rungs", type=lambda text: text.split(","), default=())
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--program", default=str(pages.ROOT / ".build/release/sohoa"))
    parser.add_argument("--markdown")
    parser.add_argument("options", nargs="*")
    return parser.parse_args()


def tesseract(folder, facts, jobs):
    (folder / "tesseract").mkdir(exist_ok=True)

    def read(item):
        name, fact = item
        page, text = folder / "pages" / fact["file"], folder / "tesseract" / f"{name}.txt"
        if not pages.fresh(text, page.stat().st_mtime):
            subprocess.run(["tesseract", str(page), str(text.with_suffix("")), "-l", "vie"], check=True,
                           stderr=subprocess.DEVNULL, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        list(pool.map(read, facts.items()))


def sohoa(folder, facts, arguments):
    """Returns seconds of processor time, dictionaries and engines included."""
    (folder / "sohoa").mkdir(exist_ok=True)
    for file in (folder / "sohoa").iterdir():
        file.unlink()
    inputs = [str(folder / "pages" / fact["file"]) for fact in facts.values()]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [arguments.program, "convert", *inputs, "--output", str(folder / "sohoa"), "--quiet",
               "--jobs", str(arguments.jobs), *arguments.options]
    status = subprocess.run(command).returncode
    if status not in (0, 20):
        sys.exit(f"sohoa convert ended with {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def evaluated(folder, program, readers=("tesseract", "sohoa")):
    """{reader: {page name: scores}}"""
    scores = {}
    for reader in readers:
        file = folder / f"{reader}.evaluation.json"
        command = [program, "evaluate", str(folder / "truth"), str(folder / reader), "--json", str(file)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        scores[reader] = {f["name"]: f for f in json.loads(file.read_text("utf-8"))["files"]}
    return scores


def table(folder, facts, scores):
    rows = []
    for rung in dict.fromkeys(fact["rung"] for fact in facts.values()):
        rows.append(row(rung, folder, {n: f for n, f in facts.items() if f["rung"] == rung}, scores))
    return rows + [total(rows)]


def row(rung, folder, facts, scores):
    plain = summed([scores["tesseract"][name]["text"] for name in facts] if "tesseract" in scores else [])
    ours = summed([scores["sohoa"][name]["text"] for name in facts])
    posed = [pose(folder, name, fact) for name, fact in facts.items()]
    return {"rung": rung, "plain": plain["syllables"], "seen": ours["observedSyllables"],
            "ours": ours["syllables"], "plain lost": plain["lostSyllables"],
            "ours lost": ours["lostSyllables"],
            "upright": rate(p[0] for p in posed), "level": rate(p[1] for p in posed if p[1] is not None),
            **{field: fields(field, [scores["sohoa"][name]["fields"] for name in facts])
               for field in ("signer.name", "number_full", "issue_date")}}


def summed(texts):
    keys = ("syllables", "observedSyllables", "lostSyllables", "observedLostSyllables")
    return {key: (sum(t[key]["errors"] for t in texts), sum(t[key]["total"] for t in texts)) for key in keys}


def rate(flags):
    flags = list(flags)
    return (sum(flags), len(flags))


def fields(name, sheets):
    found = [sheet[name]["score"] for sheet in sheets if name in sheet]
    return (sum(s["right"] for s in found), sum(s["right"] + s["missed"] for s in found))


def pose(folder, name, fact):
    """Whether the page was stood upright and its lines were levelled (None: not a plane skew)."""
    page = json.loads((folder / "sohoa" / f"{name}.json").read_text("utf-8"))["pages"][0]
    upright = page["rotation"] == fact["rotation"]
    return upright, (upright and abs(page["skew"] - fact["skew"]) <= TOLERANCE if fact["flat"] else None)


def total(rows):
    made = {"rung": "**all**"}
    for key in rows[0]:
        if key != "rung":
            made[key] = tuple(sum(row[key][i] for row in rows) for i in (0, 1))
    return made


def percent(pair):
    return f"{100 * pair[0] / pair[1]:.2f}" if pair[1] else ""


def gone(plain, ours):
    return f"{100 * (1 - ours[0] / plain[0]):.0f} %" if plain[0] else ""


def of(pair):
    return f"{pair[0]}/{pair[1]}" if pair[1] else ""


def markdown(rows):
    head = ["rung", "`tesseract -l vie` %", "ours, seen %", "ours, restored %", "errors gone",
            "tesseract, lost %", "ours, lost %", "upright", "level", "signer", "number", "date"]
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)]
    for r in rows:
        lines.append([r["rung"], percent(r["plain"]), percent(r["seen"]), percent(r["ours"]),
                      gone(r["plain"], r["ours"]), percent(r["plain lost"]), percent(r["ours lost"]),
                      of(r["upright"]), of(r["level"]), of(r["signer.name"]), of(r["number_full"]),
                      of(r["issue_date"])])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def replace(path, mark, text):
    """Between `<!-- MARK -->` and `<!-- /MARK -->` of a document."""
    old = path.read_text("utf-8")
    head, rest = old.split(f"<!-- {mark} -->\n", 1)
    tail = rest.split(f"<!-- /{mark} -->", 1)[1]
    path.write_text(f"{head}<!-- {mark} -->\n{text}<!-- /{mark} -->{tail}", "utf-8")


if __name__ == "__main__":
    main()
