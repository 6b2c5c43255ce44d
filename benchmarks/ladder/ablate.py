#!/usr/bin/python3
"""What each step of page preparation earns on the damage it is meant for, and what it does to clean pages:
the ladder read without it. All counting is `sohoa evaluate`'s.

Usage: benchmarks/ladder/ablate.py [--only grain,light] [--jobs 2] [--program .build/release/sohoa]
           [--markdown FILE]
"""

import argparse
import pathlib

import pages
import run

CLEAN = ["clean-300", "clean-200"]
#: step -> (options that leave it out, rungs that it is for)
CASES = {
    "turning": (["--without", "turn"], ["turn-90", "turn-180"]),
    "levelling": (["--without", "deskew"], ["skew-1.5", "skew-5"]),
    "evening the light": (["--without", "light"], ["light", "photo", "harsh"]),
    "clearing borders": (["--without", "border"], ["border", "border-grey", "photo"]),
    "clearing shine-through": (["--without", "shine"], ["shine-through", "harsh"]),
    "clearing the grain of copies": (["--without", "grain"], ["copy", "worn"]),
    "taking out coloured ink": (["--without", "marks"], ["seal", "seal-name", "arrival"]),
    "columns before reading": (["--without", "columns"], ["combined", "skew-1.5"]),
    "200 dpi: 150 instead": (["--reading-dpi", "150"], ["combined", "blur", "jpeg-30", "small-print"]),
    "200 dpi: 250 instead": (["--reading-dpi", "250"], ["combined", "blur", "jpeg-30", "small-print"]),
    "200 dpi: 300 instead": (["--reading-dpi", "300"], ["combined", "blur", "jpeg-30", "small-print"]),
}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--only", type=lambda text: text.split(","), default=())
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--program", default=str(pages.ROOT / ".build/release/sohoa"))
    parser.add_argument("--markdown")
    arguments = parser.parse_args()
    cases = {name: case for name, case in CASES.items()
             if not arguments.only or any(word in name for word in arguments.only)}
    everything = sorted({rung for _, rungs in cases.values() for rung in rungs} | set(CLEAN))
    whole = read(everything, [], arguments)
    lines = [["step", "its rungs", "with %", "without %", "clean pages, with %", "without %", "s/page, with",
              "without"], ["---", "---", *["---:"] * 6]]
    for name, (options, rungs) in cases.items():
        bare = read(rungs + CLEAN, options, arguments)
        lines.append([name, ", ".join(rungs), error(whole, rungs), error(bare, rungs), error(whole, CLEAN),
                      error(bare, CLEAN), time(whole, rungs + CLEAN), time(bare, rungs + CLEAN)])
        print(" | ".join(lines[-1]), flush=True)
    text = "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
    if arguments.markdown:
        run.replace(pathlib.Path(arguments.markdown), "ablation", text)


def read(rungs, options, arguments):
    """{rung: (errors, syllables, seconds, pages)}"""
    arguments.options = options
    folder, made = pages.ROOT / "out/ladder/fast", {}
    for rung in rungs:
        facts = pages.render(folder, False, [rung])
        seconds = run.sohoa(folder, facts, arguments)
        scores = run.evaluated(folder, arguments.program, ["sohoa"])["sohoa"]
        errors = run.summed([scores[name]["text"] for name in facts])["syllables"]
        made[rung] = (*errors, seconds, len(facts))
    return made


def error(made, rungs):
    return run.percent([sum(made[rung][part] for rung in rungs) for part in (0, 1)])


def time(made, rungs):
    return "%.2f" % (sum(made[rung][2] for rung in rungs) / sum(made[rung][3] for rung in rungs))


if __name__ == "__main__":
    main()
