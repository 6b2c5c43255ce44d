"""From blocks to pages of lines, as a page has them."""

import re

#: Open oa, oe, uy: the mark on the second letter (`hoà`) in place of the first (`hòa`).
_NEW = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ",
        "ọe": "oẹ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ"}
_OPEN = re.compile("(" + "|".join(_NEW) + r")(?!\w)", re.IGNORECASE)


def new_tone(text):
    """hòa, ủy as hoà, uỷ."""
    def moved(match):
        old = match[1]
        made = _NEW[old.lower()]
        return made.upper() if old.isupper() else made.capitalize() if old[0].isupper() else made
    return _OPEN.sub(moved, text)


class Piece:
    """What a line may be broken before: a word, or a part of a code (`glued` to what stands before)."""

    def __init__(self, text, glued):
        self.text, self.glued = text, glued


def pieces(text, breaks_codes):
    for word in text.split(" "):
        if not word:
            continue
        if not breaks_codes or "/" not in word or len(word) < 8 or not any(c.isdigit() for c in word):
            yield Piece(word, False)
            continue
        start, glued = 0, False
        for index, letter in enumerate(word[:-2]):
            if letter in "/-" and index > 1 and word[index + 1].isalpha():
                yield Piece(word[start:index + 1], glued)
                start, glued = index + 1, True
        yield Piece(word[start:], glued)


def wrapped(text, width, breaks_codes=False):
    """Lines of at most `width`; a code may break behind a hyphen or a slash as office programs do."""
    lines, line = [], ""
    for piece in pieces(text, breaks_codes):
        space = "" if piece.glued or not line else " "
        if line and len(line) + len(space) + len(piece.text) > width:
            lines.append(line)
            line, space = "", ""
        line += space + piece.text
    return [*lines, line] if line else lines


_LIKE_LABEL = re.compile(r"\d{1,4}[.,)]?( |$)|\d{1,2}[./]\d")


def numbers_first(text, width, breaks_codes):
    """Wrapped so that a line in the middle begins with a number, where that can be."""
    for narrower in range(0, 14):
        lines = wrapped(text, width - narrower, breaks_codes)
        if any(_LIKE_LABEL.match(line) for line in lines[1:]):
            return lines
    return wrapped(text, width, breaks_codes)


def lines_of(paper):
    """Runs of (line, starts a page) that a page does not part."""
    style, random = paper.styles, paper.random
    for block in paper.blocks:
        if block.lines:
            lines = list(block.lines)
        else:
            digits = block.kind == "heading" and any(c.isdigit() for c in block.text[4:]) and random.random() < 0.5
            wrap = numbers_first if block.kind == "numbers" or digits else wrapped
            lines = wrap(block.text, style["width"], style["breaks_codes"])
            if lines and style["indent"] and block.kind != "heading":
                lines[0] = " " * style["indent"] + lines[0]
        if style.get("new_tone"):
            lines = [new_tone(line) for line in lines]
        gap = block.kind == "cell" or random.random() < style["gap"]
        if block.kind == "cell":
            yield lines + [""], block.new_page
        else:
            for index, line in enumerate(lines):
                yield [line] + ([""] if gap and index == len(lines) - 1 else []), block.new_page and index == 0


def pages_of(papers):
    """(pages as lists of lines, page range of each document)."""
    pages, ranges = [], []
    for paper in papers:
        first = len(pages) + 1
        pages += numbered(paper, split(paper))
        ranges.append([first, len(pages)])
    return pages, ranges


def split(paper):
    height = paper.styles["height"]
    pages, page = [], list(paper.marks_above)
    for lines, new_page in lines_of(paper):
        if page and (new_page or len(page) + len(lines) > height + 1):
            pages.append(page)
            page = []
        page += lines if page else [line for line in lines if line]
    return [*pages, page]


def numbered(paper, pages):
    """Page numbers on top of all pages but the first."""
    if not paper.styles["page_numbers"]:
        return pages
    form = paper.styles["number_form"]
    return [page if index == 0 else [form.format(index + 1, len(pages)), *page] for index, page in enumerate(pages)]
