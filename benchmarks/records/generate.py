#!/usr/bin/python3
"""Writes documents of all families with their truth. `generate.py --seeds 1-60 --out FOLDER`

FOLDER/text/NAME.DAMAGE.txt are the documents, FOLDER/truth/NAME.record.json what is true about them. The same
seed gives the same bytes.
"""

import argparse
import datetime
import json
import pathlib
import random
import sys

sys.dont_write_bytecode = True

import damage  # noqa: E402
import drawing  # noqa: E402
import frame  # noqa: E402
import layout  # noqa: E402
import normative  # noqa: E402
import party  # noqa: E402
import state  # noqa: E402
import words  # noqa: E402
import words_held_out  # noqa: E402
from paper import Paper  # noqa: E402

#: What is written, how many of sixty documents, and by whom. Sixty seeds in a row hold all of it.
FORMS = (
    ("plan", "state", state.plan, 7),
    ("program", "state", lambda paper: state.plan(paper, *state.issuer(paper), "Chương trình"), 1),
    ("guide", "state", lambda paper: state.plan(paper, *state.issuer(paper), "Hướng dẫn"), 1),
    ("decision", "state", state.decision, 6),
    ("dispatch", "state", state.dispatch, 6),
    ("notice", "state", state.notice, 3),
    ("report", "state", state.report, 3),
    ("submission", "state", state.submission, 2),
    ("directive", "state", state.directive, 2),
    ("telegram", "state", state.telegram, 2),
    ("invitation", "state", state.invitation, 2),
    ("minutes", "state", state.minutes, 2),
    ("act", "normative", normative.act, 7),
    ("party", "party", party.document, 8),
    ("mass", "massOrganisation", party.mass, 5),
    ("other", "other", party.other, 3),
)
DECK = [form for form in FORMS for _ in range(form[3])]


#: From here on the vocabulary is another one: topics, places and sentences that nobody has seen.
HELD_OUT = 5000


def written(seed):
    """(name, papers of the file) of a seed."""
    if seed >= HELD_OUT:
        vars(words).update({name: value for name, value in vars(words_held_out).items() if name.isupper()})
    source = random.Random(seed)
    name, family, write, _ = DECK[seed * 7 % len(DECK)]
    papers = [one(source, family, write)]
    if source.random() < 0.06:
        papers.append(one(source, "state", source.choice((state.dispatch, state.decision, state.notice))))
    elif source.random() < 0.05:
        papers.append(draft(source, family, write))
    return f"{name}-{seed}", papers


def draft(source, family, write):
    """A draft behind the dispatch that asks for opinions on it: its own header, no number yet, another signer."""
    paper = one(source, family, write, blank=1.0)
    paper.marks_above = [source.choice(("DỰ THẢO", "Dự thảo", "DỰ THẢO LẦN 2"))]
    paper.tail["arrival"] = None
    return paper


def one(source, family, write, blank=None):
    """One document; `blank`: how likely its number is still missing."""
    start = datetime.date(2019, 1, 5)
    recent = source.random() < 0.6
    if recent:
        start = datetime.date(2025, 7, 3)
    issued = start + datetime.timedelta(days=source.randint(0, 540 if recent else 2300))
    paper = Paper(source, family, issued)
    paper.styles = styles(source)
    if blank is not None:
        paper.styles["blank"] = blank
    paper.urgency, paper.secrecy, paper.circulation = marks(source)
    paper.tail = {"arrival": None, "addressees": [], "urgency": None, "secrecy": None, "circulation": None}
    body = write(paper)
    if source.random() < 0.12:
        paper.marks_above += frame.banner(paper, body)
    if source.random() < 0.1:
        paper.marks_above += frame.stamp(paper, *paper.place_names)
    paper.tail.update(urgency=paper.urgency, secrecy=paper.secrecy, circulation=paper.circulation)
    return paper


def styles(source):
    return {
        "header": source.choices(("split", "merged", "spaced", "interleaved"), (40, 38, 15, 7))[0],
        "closing": source.choices(("split", "merged", "spaced"), (50, 35, 15))[0],
        "width": source.randint(70, 95), "height": source.randint(40, 50), "gap": source.choice((0, 0, 0.3, 1)),
        "indent": source.choice((0, 0, 0, 4, 6)), "page_numbers": source.random() < 0.6,
        "breaks_codes": source.random() < 0.4, "glue": 0.05 if source.random() < 0.3 else 0.0,
        "blank": 0.07, "new_tone": source.random() < 0.12, "number_form": source.choice(("{}", "{}", "- {} -", "{}/{}")),
    }


def marks(source):
    """Marks of urgency, secrecy and circulation, mostly None."""
    return (source.choice(("KHẨN", "HỎA TỐC", "THƯỢNG KHẨN")) if source.random() < 0.08 else None,
            source.choice(("MẬT", "TỐI MẬT")) if source.random() < 0.02 else None,
            source.choice(("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")) if source.random() < 0.03 else None)


def truth(papers, ranges):
    records = [paper.record() for paper in papers]
    made = records[0]
    made["documents"] = [{"pages": ranges[0]}]
    for record, pages in zip(records[1:], ranges[1:]):
        made["documents"].append({"pages": pages, **record})
    return made


def write(folder, seed, damages, sources=False):
    name, papers = written(seed)
    if sources and len(papers) == 1 and drawing.can_draw(papers[0]):
        (folder / "sources" / f"{name}.json").write_text(
            json.dumps(drawing.source(name, papers[0]), ensure_ascii=False, indent=1), "utf-8")
    elif sources:
        return name
    pages, ranges = layout.pages_of(papers)
    text = "\n\f".join("\n".join(page).rstrip("\n") for page in pages) + "\n"
    record = truth(papers, ranges)
    if sources:
        del record["documents"]  # drawn pages break elsewhere
    record = lines_of_json(record)
    (folder / "truth" / f"{name}.record.json").write_text(record + "\n", "utf-8")
    for kind in damages or [MIXED[seed % len(MIXED)]]:
        made = damage.STEPS[kind](text, random.Random(f"{seed} {kind}"))
        (folder / "text" / f"{name}.{kind}.txt").write_text(made, "utf-8")
    return name


#: One damage a document, in turn.
MIXED = ("clean", "scan", "clean", "scan", "poor", "clean", "scan", "ruined")


def lines_of_json(record):
    """A key a line: short, and its changes can be read."""
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in record.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", default="1-60", help="first and last seed")
    parser.add_argument("--damage", default="clean,scan", help="of: " + ", ".join(damage.STEPS) + "; mixed: one each")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--sources", action="store_true", help="only what pages.py can draw, with its sources")
    options = parser.parse_args()
    first, last = (int(part) for part in (options.seeds.split("-") * 2)[:2])
    for part in ("truth", "text", *(["sources"] if options.sources else [])):
        (options.out / part).mkdir(parents=True, exist_ok=True)
    for seed in range(first, last + 1):
        write(options.out, seed, [] if options.damage == "mixed" else options.damage.split(","), options.sources)


if __name__ == "__main__":
    main()
