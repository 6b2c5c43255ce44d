"""Strips that the program took from composed headers, with what stands in them: learned from beside those of `strips`,
since only they have its own faults: blanks found a little wrong, seals not wholly taken out, stamps around."""

import base64
import json

import numpy

import strips


class Pages:
    """All strips below folders with `truth.json` (headers.py) and `strips.jsonl` (sohoa handwriting strips)."""

    def __init__(self, folders):
        self.strips = [strip for folder in folders for strip in labelled(folder)]

    def draw(self, rng):
        """One of them, in another light, a little elsewhere: as `strips.strip`."""
        levels, kind, symbols, ink, rows = self.strips[rng.integers(len(self.strips))]
        picture = levels.astype(numpy.float32) / 255
        across, down = 2 * int(rng.integers(-4, 5)), int(rng.integers(-1, 2))
        if across and fits(picture, ink, across):
            picture, ink = numpy.roll(picture, across, 1), numpy.roll(ink, across // 2)
            edge = slice(0, across) if across > 0 else slice(across, None)
            picture[:, edge] = 0
        picture = numpy.roll(picture, down, 0) * rng.uniform(0.75, 1.15)
        picture += rng.standard_normal(picture.shape, numpy.float32) * rng.uniform(0, 0.05)
        return numpy.clip(picture, 0, 1).astype(numpy.float32), kind, symbols, ink, [row + down for row in rows]


def fits(picture, ink, across):
    """Whether the hand stays whole and no print comes round."""
    columns = numpy.flatnonzero(ink)
    first, last = (columns[0] * 2, columns[-1] * 2 + 2) if len(columns) else (40, 60)
    return first + across >= 2 and last + across <= strips.WIDTH - 2


def labelled(folder):
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    with open(folder / "strips.jsonl", encoding="utf-8") as lines:
        for sheet in map(json.loads, lines):
            blanks = truth[sheet["file"]]["blanks"]
            for strip in sheet["strips"]:
                label = label_of(strip, blanks)
                if label:
                    levels = numpy.frombuffer(base64.b64decode(strip["levels"]), numpy.uint8)
                    yield levels.reshape(strips.HEIGHT, strips.WIDTH), *label


def label_of(strip, blanks):
    """(kind, symbols, columns of ink in pairs, rows of it); None where the strip does not show what it should, or shows more."""
    own = next((b for b in blanks if b["slot"] == strip["slot"]), None)
    if not own:
        return None
    shown = strip["shown"]
    others = [b for b in blanks if b is not own and b["box"] and share_within(b["box"], shown) > 0.3]
    ink = numpy.zeros(strips.WIDTH // 2, bool)
    if not own["box"]:
        if others:
            return None
        symbols = [int(c) for c in own["text"]]
        return (strips.PRINTED if symbols else strips.BLANK), symbols, ink, (0, 0)
    if share_within(own["box"], shown) < 0.97 or share_within(own["box"], strip["blank"], 4) < 0.6 or \
            any(overlaps(own["box"], b["box"]) for b in others):
        return None
    mark(ink, own, shown)
    pitch = (shown["bottom"] - shown["top"]) / strips.HEIGHT
    rows = [min(strips.HEIGHT, max(0, (own["box"][side] - shown["top"]) / pitch)) for side in (1, 3)]
    if own["form"] != "hand":
        return strips.REJECT, [], ink, rows
    return strips.HAND, [strips.SLASH if c == "/" else int(c) for c in own["text"]], ink, rows


def mark(ink, own, shown):
    """Columns that hold ink of the hand."""
    pitch = 2 * (shown["right"] - shown["left"]) / strips.WIDTH
    left, _, right, _ = own["box"]
    ink[max(0, round((left - shown["left"]) / pitch)):max(0, round((right - shown["left"]) / pitch))] = True
    for start, end in own["gaps"]:
        edges = [(left + share * (right - left) - shown["left"]) / pitch for share in (start, end)]
        ink[max(0, int(numpy.ceil(edges[0]))):max(0, int(edges[1]))] = False


def share_within(box, frame, room=0):
    """Of a box's width what lies in a frame; 0 where its middle is above or below, `room` times its height."""
    left, top, right, bottom = box
    spare = room * (bottom - top)
    if not frame["top"] - spare <= (top + bottom) / 2 <= frame["bottom"] + spare:
        return 0
    return max(0, min(right, frame["right"]) - max(left, frame["left"])) / max(1, right - left)


def overlaps(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
