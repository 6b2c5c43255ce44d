"""One document while it is written: what stands on it, block by block, and what is true about it."""

from dataclasses import dataclass, field

#: Rank of a unit in its hierarchy; a node belongs to the last one before it of a lower rank.
RANKS = {"annex": 0, "part": 1, "chapter": 2, "section": 3, "article": 4, "clause": 5, "point": 6,
         "letterHeading": 2, "roman": 3, "number": 5, "second": 6, "third": 7, "letter": 8, "dash": 9, "plus": 10}


@dataclass
class Block:
    """Lines that belong together. kind: cell, heading, item, paragraph, numbers; lines: never wrapped when given;
    role: what cell it is (header, title, addressees, closing), for drawing."""

    kind: str
    text: str = ""
    lines: list = field(default_factory=list)
    new_page: bool = False
    role: str | None = None


@dataclass
class Citation:
    """An act that the document cites; `mentions` counts how often."""

    kind: str
    number: str | None
    date: object
    issuer: str | None
    title: str | None
    role: str = "mention"
    mentions: int = 0
    dated: bool = False
    named: bool = False

    def fact(self):
        title = f"{self.kind} {self.title}" if self.number is None else self.title
        return {"type": self.kind, "number": self.number, "date": self.date.isoformat() if self.dated else None,
                "issuer": self.issuer if self.named else None, "title": title, "role": self.role,
                "mentions": self.mentions}


class Paper:
    """Blocks and facts of one document. `issued` is the day of issue; `random` decides all variation."""

    def __init__(self, random, family, issued):
        self.random, self.family, self.issued = random, family, issued
        self.blocks, self.roots, self.open_nodes = [], [], []
        self.citations, self.dates, self.tasks = [], [], []
        self.head, self.tail = {}, {}
        self.marks_above, self.marks_below = [], []
        self.urgency = self.secrecy = self.circulation = None

    # Text

    def add(self, kind, text="", lines=(), new_page=False, role=None):
        self.blocks.append(Block(kind, text, list(lines), new_page, role))

    def paragraph(self, text):
        self.add("paragraph", text)

    def node(self, unit, label, title=None, text=None, kind=None, title_lines=None):
        """A labelled part. `title` alone is a heading, `text` alone an item, both a run-in heading."""
        rank = RANKS[unit]
        while self.open_nodes and self.open_nodes[-1][0] >= rank:
            self.open_nodes.pop()
        made = {"label": bare(label), "title": title if title is not None else text, "unit": unit,
                "kind": kind or ("heading" if title is not None else "item"), "children": []}
        (self.open_nodes[-1][1]["children"] if self.open_nodes else self.roots).append(made)
        self.open_nodes.append((rank, made))
        words = " ".join(part for part in (title, text) if part)
        if title is not None and text is not None:
            words = f"{title}: {text}"
        space = "" if self.glued(unit) else " "
        self.add("item" if title is None else "heading", f"{label}{space}{words}", lines=title_lines or ())
        return made

    def glued(self, unit):
        """Now and then a label has no space behind it."""
        return unit in ("roman", "number", "letter") and self.random.random() < self.style("glue", 0.0)

    def close_nodes(self, below=0):
        """What follows is no child of what was open, but for nodes of a lower rank than `below`."""
        while self.open_nodes and self.open_nodes[-1][0] >= below:
            self.open_nodes.pop()

    def style(self, name, usual):
        return self.styles.get(name, usual)

    styles = {}

    # Facts

    def date(self, iso, role, **more):
        """Notes a date; `iso` None for what the words do not say."""
        for known in self.dates:
            if known["iso"] == iso and known["role"] == role and all(
                    known.get(key) == more.get(key) for key in ("recurrence", "term")):
                return
        self.dates.append({"iso": iso, "role": role, **{k: v for k, v in more.items() if v is not None}})

    def cite(self, citation):
        if citation not in self.citations:
            self.citations.append(citation)
        citation.mentions += 1
        return citation

    def task(self, parties, action, deadline=None, optional=False):
        """parties: (name, role) or (name, role, {more keys}); deadline: a Deadline or None."""
        made = {"parties": [], "action": action, "deadline": deadline.fact() if deadline else None,
                "place": [node["label"] for _, node in self.open_nodes]}
        for name, role, *more in parties:
            made["parties"].append({"party": name, "role": role, **(more[0] if more else {})})
        if optional:
            made["_optional"] = True
        self.tasks.append(made)

    def record(self):
        """The truth, by the keys of docs/evaluation.md."""
        made = {"family": self.family, **self.head}
        made["references"] = [c.fact() for c in self.citations]
        made["headings"] = self.roots
        made["dates"] = self.dates
        made["tasks"] = self.tasks
        made["responsible_parties"] = [
            {**party, **({"_optional": True} if task.get("_optional") else {})}
            for task in self.tasks for party in task["parties"]]
        made["deadlines"] = self.deadlines()
        made.update(self.tail)
        return made

    def deadlines(self):
        made = []
        for date in self.dates:
            if date["role"] in ("deadline", "recurring_deadline") and "bound" in date:
                made.append({key: date[key] for key in date if key != "role"})
        return made


def bare(label):
    """As truth files write a label: without what closes it."""
    return label if label in "-+" else label.rstrip(".)-:/ ")
