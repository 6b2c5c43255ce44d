#!/usr/bin/python3
"""Composes page headers whose number, day and month are filled in by hand: `headers.py DIGITS OUT --seed N`.

Documents are generated (benchmarks/records), laid out as the fixtures are, and left blank where the hand writes;
digits come from MNIST images that nothing was learned from, or are drawn. Each is scanned at 200 and at 300 dpi.
OUT/scans holds the pictures, OUT/truth.json what stands on them: by file its level, and by blank what is there
(hand, print, blank, struck, scribble), its text, and the box of its ink."""

import argparse
import json
import math
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1] / "fixtures" / "tools"))

import numpy  # noqa: E402
from PIL import Image  # noqa: E402

import damage  # noqa: E402
import digits  # noqa: E402
import ink  # noqa: E402
import layout  # noqa: E402
import output  # noqa: E402
import strips  # noqa: E402

#: Part of the page, from the top, that is kept: reading whole pages would take three times as long.
KEPT = 0.45
#: To learn to read from, to weigh readings, to judge.
PARTS = {"learn": ("train", slice(0, 50_000)), "train": ("train", slice(50_000, 60_000)), "test": ("test", slice(0, 10_000))}
_NUMBER = re.compile(r"^(Số:? ?)([\d.…\s]*)([/-]\D.*|/\d{4}/.*)$")
_DATE = re.compile(r"^(.*ngày)([\d.…\s]*)(tháng)([\d.…\s]*)(năm.*)$")
_INKS = {"blue": (0.10, 0.17, 0.60), "light": (0.25, 0.35, 0.80), "black": (0.07, 0.07, 0.09)}


class Blank:
    """What stands in one blank, and the space that is left for it."""

    def __init__(self, slot, rng, level, written):
        self.slot, self.form, self.gaps = slot, written, []
        if slot == "number":
            length = rng.choice([1, 2, 3, 4], p=[0.04, 0.28, 0.40, 0.28])
            self.text = str(rng.integers(10 ** (length - 1), 10 ** length)) if length > 1 else f"0{rng.integers(1, 10)}"
        else:
            value = rng.integers(1, 29 if slot == "day" else 13)
            self.text = f"{value:02d}" if slot == "day" or value < 3 else str(value)
        if written == "print":
            self.space = f" {self.text} " if slot != "number" else self.text
        elif rng.random() < (0.7 if level == "damaged" else 0):
            self.space = ("." if rng.random() < 0.6 else "…") * int(rng.integers(5, 10) * (2 if slot == "number" else 1.4))
            self.space = self.space[:12] if "…" not in self.space else self.space[:6]
        else:
            self.space = "\u00a0" * int(rng.integers(*((9, 20) if slot == "number" else (6, 12))))
        if written == "blank":
            self.text = ""


def filled(source, rng, level):
    """The source with blanks in its header, and these; None where the header has no room for them."""
    header = json.loads(json.dumps(source["header"]))
    header["left_width"] = max(header.get("left_width", 67), 74)
    blanks = []
    for cell in header["left"] + header["right"]:
        pattern = {"number": _NUMBER, "date": _DATE}.get(cell["role"])
        match = pattern and pattern.match(cell["text"])
        if pattern and not match:
            return None
        if cell["role"] == "number":
            blank = Blank("number", rng, level, form(rng))
            cell["text"] = match[1] + blank.space + match[3]
            blanks.append((blank, cell["text"], len(match[1])))
        elif cell["role"] == "date":
            day = Blank("day", rng, level, form(rng))
            month = Blank("month", rng, level, form(rng) if day.form != "print" and rng.random() < 0.5 else "print")
            head = match[1] + day.space + match[3]
            cell["text"] = head + month.space + match[5]
            blanks += [(day, cell["text"], len(match[1])), (month, cell["text"], len(head))]
    return {**source, "header": header, "body": source["body"][:6] + source["body"][-1:]}, blanks


def form(rng):
    return rng.choice(["hand", "print", "blank", "struck", "scribble"], p=[0.64, 0.2, 0.06, 0.06, 0.04])


def placed(page, blanks):
    """Where each blank begins, ends and stands, in points; None if its line was broken."""
    places = []
    for blank, text, start in blanks:
        hits = [step for step in page.drawn if step[0] == "line" and step[1].get_text() == text]
        if len(hits) != 1 or hits[0][1].get_line_count() != 1:
            return None
        _, line, index, x, y = hits[0]
        extent = line.get_line_readonly(index)
        at = [extent.index_to_x(len(text[:n].encode()), False) / layout.Pango.SCALE
              for n in (start, start + len(blank.space))]
        places.append((x + at[0], x + at[1], y))
    return places


def write(page, blank, place, dpi, rng, bank, pen, level):
    """Puts the ink of a hand into the blank; returns its box."""
    scale = dpi / 72
    left, right, base = (value * scale for value in place)
    tall = 13 * scale * rng.uniform(0.7, 1.15)
    slant = (rng.normal(0.05, 0.05 if level == "clean" else 0.16), rng.normal(0, 0.012 if level == "clean" else 0.04))
    if blank.form == "scribble":
        layer = strips.scribble(rng, (right - left) * 0.8, tall * 1.3, int(rng.integers(3, 6)))
        rise = layer.shape[0] * 0.8
    else:
        layer, rise = strips.written(rng, [int(c) for c in blank.text], bank, tall, slant, rng.uniform(0.35, 0.6))
        if blank.form == "struck":
            layer = strips.struck(rng, layer, tall)
    if level == "damaged":
        layer = strips.broken(rng, layer)
    room = (right - left) * 1.05
    if layer.shape[1] > room:
        keep = room / layer.shape[1]
        image = Image.fromarray((layer * 255).astype(numpy.uint8))
        size = (max(3, round(layer.shape[1] * keep)), max(4, round(layer.shape[0] * keep)))
        layer, rise = numpy.asarray(image.resize(size, Image.BICUBIC), numpy.float32) / 255, rise * keep
    free = max(0, right - left - layer.shape[1])
    canvas = numpy.zeros(page.shape[:2], numpy.float32)
    strips.placed(layer, left + free * rng.uniform(0.25, 0.75), base - rise + rng.normal(0, 0.07) * tall, canvas)
    blank.gaps = gaps(canvas)
    page *= 1 - (canvas * pen[1])[..., None] * (1 - numpy.array(pen[0], numpy.float32))
    return around(canvas)


def around(canvas):
    """Box of the ink."""
    rows, columns = numpy.nonzero(canvas > 0.3)
    return [int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1]


def gaps(canvas):
    """Where between digits no ink is, as shares of the width of its box."""
    inked = (canvas > 0.25).any(0)
    columns = numpy.nonzero(inked)[0]
    first, width = columns[0], columns[-1] + 1 - columns[0]
    edges = numpy.flatnonzero(numpy.diff(inked[first:first + width].astype(int))) + 1
    return [[round(float(edge) / float(width), 3) for edge in pair] for pair in zip(edges[0::2], edges[1::2])]


def stamped(page, source, places, dpi, rng):
    """A seal that touches a blank, or the corner of an arrival stamp."""
    left, right, y = places[rng.integers(len(places))]
    layer = ink.Ink(page.shape[1], page.shape[0], dpi, ink.RED)
    if rng.random() < 0.6:
        angle = rng.uniform(0, 6.28)
        reach = 17 * layout.MM * rng.uniform(0.75, 1.0)
        ink.seal(layer.context, (left + right) / 2 + math.cos(angle) * reach, y + math.sin(angle) * reach,
                 "ỦY BAN NHÂN DÂN TỈNH HẠ TRÌ", rng.uniform(-0.3, 0.3))
    else:
        ink.arrival_box(layer.context, left - rng.uniform(20, 100), y + rng.uniform(-8, 4), "VĂN PHÒNG ỦY BAN")
    layer.over(page, rng, rng.uniform(0.45, 0.85), 0.4)


def arrived(page, place, dpi, rng, bank, pen):
    """A receiver's stamp with number and date by hand; what stands in it. `place`: its upper left corner, in points."""
    scale = dpi / 72
    x, y = place
    layer = ink.Ink(page.shape[1], page.shape[0], dpi, ink.RED if rng.random() < 0.75 else (0.2, 0.3, 0.75))
    ink.arrival_box(layer.context, x, y, "VĂN PHÒNG ỦY BAN")
    layer.over(page, rng, rng.uniform(0.6, 0.9), 0.3)
    date = f"{rng.integers(1, 29):02d}/{rng.integers(1, 13):02d}/" if rng.random() < 0.6 else \
        f"{rng.integers(1, 29)}/{rng.integers(1, 13)}/"
    texts = [("arrivalNumber", str(rng.integers(10, 9000)), 60),
             ("arrivalDate", date + ("2025" if rng.random() < 0.6 else "25"), 66)]
    blanks = []
    for row, (slot, text, indent) in enumerate(texts):
        symbols = [strips.SLASH if c == "/" else int(c) for c in text]
        slant = (rng.normal(0.05, 0.08), rng.normal(0, 0.015))
        drawn, rise = strips.written(rng, symbols, bank, 11 * scale * rng.uniform(0.75, 1.05), slant)
        room = 60 * scale
        if drawn.shape[1] > room:
            keep = room / drawn.shape[1]
            image = Image.fromarray((drawn * 255).astype(numpy.uint8))
            drawn = numpy.asarray(image.resize((round(room), max(4, round(drawn.shape[0] * keep))), Image.BICUBIC),
                                  numpy.float32) / 255
            rise *= keep
        canvas = numpy.zeros(page.shape[:2], numpy.float32)
        base = (y + 30.5 + 18 * row + rng.normal(0, 1)) * scale
        strips.placed(drawn, (x + indent + rng.uniform(0, 4)) * scale, base - rise, canvas)
        page *= 1 - (canvas * pen[1])[..., None] * (1 - numpy.array(pen[0], numpy.float32))
        blanks.append({"slot": slot, "form": "hand", "text": text, "box": around(canvas), "gaps": gaps(canvas)})
    return blanks


def turned(box, size, degrees):
    """A box after PIL has turned the picture counter-clockwise about its middle."""
    (width, height), angle = size, math.radians(degrees)
    def spun(x, y):
        x, y = x - width / 2, y - height / 2
        return (x * math.cos(angle) + y * math.sin(angle) + width / 2,
                -x * math.sin(angle) + y * math.cos(angle) + height / 2)
    points = [spun(x, y) for x in box[0::2] for y in box[1::2]]
    return [round(min(p[0] for p in points)), round(min(p[1] for p in points)),
            round(max(p[0] for p in points)), round(max(p[1] for p in points))]


def scanned(page, boxes, rng, level):
    page = damage.blur(page, rng, rng.uniform(0.3, 0.6) if level == "clean" else rng.uniform(0.4, 1.0))
    page = damage.noise(damage.paper(page, rng, rng.uniform(0, 0.06)), rng, rng.uniform(1, 3 if level == "clean" else 7))
    if level == "damaged":
        degrees = rng.uniform(-0.8, 0.8)
        page = damage.skew(page, rng, degrees)
        boxes = [box and turned(box, (page.shape[1], page.shape[0]), degrees) for box in boxes]
    return page, boxes


def compose(source, folder, name, dpi, seed, level, bank, truth):
    rng = numpy.random.default_rng(seed)
    made = filled(source, rng, level)
    if not made:
        return False
    sheet = layout.lay_out(made[0])[0]
    places = placed(sheet, made[1])
    if not places:
        return False
    page = output.array_of(layout.raster(sheet, dpi))
    page = page[:int(page.shape[0] * KEPT)].copy()
    pen = (_INKS[rng.choice(list(_INKS), p=[0.6, 0.12, 0.28])], rng.uniform(0.75, 0.97))
    boxes = [write(page, blank, place, dpi, rng, bank, pen, level) if blank.form not in ("print", "blank") else None
             for (blank, _, _), place in zip(made[1], places)]
    mode = rng.choice(["rgb", "gray8", "bilevel"], p=[0.65, 0.25, 0.1])
    arrival = []
    # Pages without colour draw theirs apart: what else stands on them does not depend on it.
    chance = rng if mode == "rgb" else numpy.random.default_rng([seed, 1])
    if chance.random() < 0.4:
        # On free paper, as it should be; on damaged ones, where there is hardly room for it.
        corner = 40 + chance.uniform(-12, 30), places[0][2] + chance.uniform(9, 24)
        if level == "clean":
            corner = corner[0], page.shape[0] * 72 / dpi + chance.uniform(5, 12)
            free = numpy.ones((int(96 * dpi / 72), *page.shape[1:]), page.dtype)
            page = numpy.concatenate([page, free])
        arrival = arrived(page, corner, dpi, chance, bank, pen)
    if level == "damaged" and rng.random() < 0.5:
        stamped(page, made[0], places, dpi, rng)
    page, boxes = scanned(page, boxes + [blank["box"] for blank in arrival], rng, level)
    file = f"{name}.{dpi}.{'png' if mode == 'bilevel' else 'jpg'}"
    output.save(folder / file, [page], {"form": "png" if mode == "bilevel" else "jpeg", "mode": mode, "dpi": dpi,
                                        "quality": int(rng.integers(45, 85))})
    truth[file] = {"level": level, "dpi": dpi, "mode": str(mode), "blanks": [
        {"slot": blank.slot, "form": str(blank.form), "text": blank.text, "box": box, "gaps": blank.gaps}
        for (blank, _, _), box in zip(made[1], boxes)] + [
        {**blank, "box": box} for blank, box in zip(arrival, boxes[len(made[1]):])]}
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("digits")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60, help="documents; each at 200 and 300 dpi")
    parser.add_argument("--part", default="test", choices=PARTS, help="which images of MNIST")
    options = parser.parse_args()
    scans = options.out / "scans"
    scans.mkdir(parents=True, exist_ok=True)
    seeds = f"{options.seed * 1000}-{options.seed * 1000 + 2 * options.count}"
    subprocess.run(["/usr/bin/python3", HERE.parent / "records" / "generate.py", "--seeds", seeds, "--damage", "clean",
                    "--sources", "--out", options.out / "documents"], check=True, stdout=subprocess.DEVNULL)
    bank = digits.Bank(options.digits, *PARTS[options.part], options.seed, 150)
    # What another seed has composed there stays.
    known = options.out / "truth.json"
    truth, count = json.loads(known.read_text("utf-8")) if known.exists() else {}, 0
    sources = (options.out / "documents" / "sources").glob(f"*-{options.seed}[0-9][0-9][0-9].json")
    for index, path in enumerate(sorted(sources)):
        source = json.loads(path.read_text("utf-8"))
        if count >= options.count or not source.get("header"):
            continue
        level = "clean" if count % 2 else "damaged"
        done = [compose(source, scans, path.stem, dpi, options.seed * 100_000 + index * 10 + dpi // 100, level, bank, truth)
                for dpi in (200, 300)]
        count += all(done)
        (options.out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")
    print(f"{len(truth)} headers")


if __name__ == "__main__":
    main()
