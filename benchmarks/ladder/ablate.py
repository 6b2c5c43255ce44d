#!/usr/bin/python3
"""What each step of page preparation earns: the ladder read without it. Counted by `sohoa evaluate`.

Usage: benchmarks/ladder/ablate.py [--rungs ...] [--only "without light,..."] [--program .build/release/sohoa]
           [--markdown FILE]
"""

import argparse
import pathlib

import pages
import run

#: Pages to which nothing happened, whatever their resolution; the others are damaged.
CLEAN = ("clean-300", "clean-200", "jpeg-90")
CASES = {
    "all steps": [],
    "without turning": ["--without", "turn"],
    "without levelling": ["--without", "deskew"],
    "without evening the light": ["--without", "light"],
    "without clearing borders": ["--without", "border"],
    "without parting coloured ink": ["--without", "ink"],
    "without columns before reading": ["--without", "columns"],
    "none of them": ["--without", "turn,deskew,light,border,ink,columns"],
    "at 150 dpi": ["--reading-dpi", "150"],
    "at 250 dpi": ["--reading-dpi", "250"],
    "at 300 dpi": ["--reading-dpi", "300"],
}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--rungs", type=lambda text: text.split(","), default=())
    parser.add_argument("--only", type=lambda text: text.split(","), default=tuple(CASES))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--program", default=str(pages.ROOT / ".build/release/sohoa"))
    parser.add_argument("--markdown")
    arguments = parser.parse_args()
    folder = pages.ROOT / "out/ladder/fast"
    facts = pages.render(folder, False, arguments.rungs)
    lines = [["", "clean pages %", "damaged pages %", "lost on damaged %", "hurts most on", "s/page"],
             ["---", "---:", "---:", "---:", "---", "---:"]]
    whole = None
    for name in arguments.only:
        arguments.options = CASES[name]
        seconds = run.sohoa(folder, facts, arguments) / len(facts)
        rows = run.table(folder, facts, {"sohoa": run.evaluated(folder, arguments.program, ["sohoa"])["sohoa"]})
        whole = whole or rows
        lines.append([name, *figures(rows), worst(rows, whole), f"{seconds:.2f}"])
        print(" | ".join(lines[-1]), flush=True)
    text = "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
    if arguments.markdown:
        run.replace(pathlib.Path(arguments.markdown), "ablation", text)


def figures(rows):
    rungs = [row for row in rows if not row["rung"].startswith("**")]
    clean = [row for row in rungs if row["rung"] in CLEAN]
    damaged = [row for row in rungs if row["rung"] not in CLEAN]
    return [run.percent(added(clean, "ours")), run.percent(added(damaged, "ours")),
            run.percent(added(damaged, "ours lost"))]


def added(rows, key):
    return tuple(sum(row[key][part] for row in rows) for part in (0, 1))


def worst(rows, whole):
    """The three rungs on which most errors came back."""
    more = sorted(((row["ours"][0] - base["ours"][0], row["rung"]) for row, base in zip(rows[:-1], whole[:-1])),
                  reverse=True)
    return ", ".join(f"{rung} +{count}" for count, rung in more[:3] if count > 0)


if __name__ == "__main__":
    main()
