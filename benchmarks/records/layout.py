"""From blocks to pages of lines, as a page has them."""


def wrapped(text, width, breaks_codes=False):
    """Lines of at most `width`; a code may break behind a hyphen or a slash where the office program does so."""
    lines, line = [], ""
    for word in pieces(text, breaks_codes):
        space = "" if word.glued or not line else " "
        if line and len(line) + len(space) + len(word.text) > width:
            lines.append(line)
            line, space = "", ""
        line += space + word.text
    return [*lines, line] if line else lines


class Piece:
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


def lines_of(paper):
    """(line, starts a page) for every line of the document."""
    style, random = paper.styles, paper.random
    width = style["width"]
    made = []
    for block in paper.blocks:
        if block.lines:
            lines = list(block.lines)
        else:
            indent = style["indent"] if block.kind in ("paragraph", "item") else 0
            lines = wrapped(block.text, width, style["breaks_codes"])
            if lines and indent:
                lines[0] = " " * indent + lines[0]
        for index, line in enumerate(lines):
            made.append((line, block.new_page and index == 0, index == 0))
        if block.kind == "cell" or random.random() < style["gap"]:
            made.append(("", False, False))
    return made


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
    for line, new_page, _ in lines_of(paper):
        if page and (new_page or len(page) >= height):
            pages.append(page)
            page = []
        if line or page:
            page.append(line)
    return [*pages, page]


def numbered(paper, pages):
    """Page numbers on top of all pages but the first."""
    if not paper.styles["page_numbers"]:
        return pages
    return [page if index == 0 else [str(index + 1), *page] for index, page in enumerate(pages)]
