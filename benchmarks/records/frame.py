"""Header and closing of a document: cells, layout as text readers leave it, and the facts in them."""

import datetime

import words
from phrases import CODES, long_date, short_date, two

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
LEAGUE = "ĐOÀN TNCS HỒ CHÍ MINH"


def person(random, place=None):
    if random.random() < 0.14:
        return random.choice(words.MINORITY_NAMES)
    given, middle = random.choice(words.GIVENS), random.choice(words.MIDDLES)
    return f"{random.choice(words.SURNAMES)} {middle} {given}"


def header(paper, body, kind, title, letter=False, normative=False, place_line=True, print_kind=True,
           subject_word=True):
    """Writes header cells and notes their facts.

    letter: công văn, its `title` stands as V/v below the number; print_kind: whether the kind stands as a title.
    """
    number = own_number(paper, 99 if normative else 3200)
    symbol = made_symbol(paper, body, kind, letter, normative)
    joint = "-" if body.party else "/"
    paper.head["place"] = body.place if place_line else None
    date = date_line(paper, body, number is None) if place_line else None
    paper.head.setdefault("issue_date", None)
    facts(paper, body, kind, number, symbol, joint)
    paper.issuing_lines = len(body.lines)
    paper.head["title"] = title or None
    subject = None
    if letter and title:
        word = paper.random.choice(("V/v ", "V/v ", "V/v: ", "Về việc ")) if subject_word else ""
        subject = word + title
    paper.cells = {
        "left": [*body.parent, *body.lines, *(["*"] if body.party else [])],
        "number": number_lines(paper, body, number, joint, symbol), "subject": wrap_cell(subject) if subject else [],
        "right": right_cell(paper, body), "date": date}
    lay_header(paper)
    if not letter:
        kind_and_title(paper, kind, title, print_kind)


def own_number(paper, most=3200):
    """None where it is still blank; 01 to 09 with a zero; now and then with a letter behind."""
    random = paper.random
    if random.random() < paper.style("blank", 0.06):
        return None
    number = two(random.randint(1, most) if random.random() < 0.7 else random.randint(1, 30))
    return number + random.choice("aAb") if random.random() < 0.03 and most > 99 else number


def number_lines(paper, body, number, joint, symbol):
    random = paper.random
    word = "Số" if body.party and random.random() < 0.85 else "Số:"
    if number is None:
        blank = random.choice(("        ", "......", "…", "       "))
        return [f"{word} {blank}{joint}{symbol}"]
    if random.random() < 0.04:
        return [f"{word} {number}{joint}", symbol]
    return [f"{word} {number}{' ' if random.random() < 0.08 else ''}{joint}{symbol}"]


def date_line(paper, body, number_blank):
    """Place and date; the day or day and month may be blank like the number."""
    random, day = paper.random, paper.issued
    if number_blank and random.random() < 0.6:
        month = day.month if day.month > 2 else two(day.month)
        text = random.choice((f"ngày     tháng {month} năm {day.year}", f"ngày      tháng      năm {day.year}",
                              f"ngày … tháng {month} năm {day.year}", f"ngày ..... tháng {month} năm {day.year}"))
        return f"{body.place}, {text}"
    paper.head["issue_date"] = day.isoformat()
    paper.date(day.isoformat(), "issue")
    return f"{body.place}, {long_date(day, random.random() < 0.05)}"


def made_symbol(paper, body, kind, letter, normative):
    random = paper.random
    if body.party:
        return f"{CODES[kind] or 'CV'}/{body.code}"
    if normative:
        return f"{paper.issued.year}/{CODES_NORMATIVE.get(kind, CODES.get(kind))}-{body.code}"
    if letter:
        return f"{body.code}-{random.choice(body.units)}" if random.random() < 0.92 else body.code
    return f"{CODES[kind]}-{body.code}"


CODES_NORMATIVE = {"Nghị định": "NĐ", "Thông tư": "TT", "Nghị quyết": "NQ", "Quyết định": "QĐ"}


def facts(paper, body, kind, printed, symbol, joint):
    head = paper.head
    head["document_type"] = kind
    head["number"] = printed
    if printed and printed.startswith("0"):
        head["number_accept"] = [printed.lstrip("0")]
    head["symbol"] = symbol
    head["number_full"] = f"{printed}{joint}{symbol}" if printed else None
    head["agency_parent"] = " ".join(body.parent) or None
    head["agency"] = " ".join(body.lines)
    head["agency_accept"] = list(dict.fromkeys([body.name, *body.accepted]))
    if body.parent:
        parent = " ".join(body.parent)
        head["agency_parent_accept"] = [parent.replace("UBND", "ỦY BAN NHÂN DÂN"), parent.replace("HỘI LHPN",
                                        "HỘI LIÊN HIỆP PHỤ NỮ"), parent.replace("MTTQ", "MẶT TRẬN TỔ QUỐC")]
    head["issuer"] = issuer_fact(paper, body)


def issuer_fact(paper, body):
    """Level and province only where the header itself says so."""
    noun, name = paper.place_names
    made = {"name": body.name, "level": body.level,
            "name_accept": list(dict.fromkeys([*body.accepted, f"{body.name} {noun} {name}"]))}
    printed = " ".join([*body.parent, *body.lines]).casefold()
    own_city = noun == "thành phố" and body.level == "province" and body.short != "Sở"
    if own_city and paper.issued < datetime.date(2025, 7, 1):
        made["level_accept"] = ["district"]
    elif body.level == "central" or name.casefold() in printed:
        made["province"] = name if body.level != "central" else None
        made["province_accept"] = [f"{noun} {name}"]
    return made


def right_cell(paper, body):
    if body.party:
        return [PARTY] if paper.family == "party" else [LEAGUE]
    return [NATION, MOTTO]


# Layout


def lay_header(paper):
    """Two columns as one line each (`merged`, `spaced`), one cell after the other (`split`), or line by line in
    turn (`interleaved`)."""
    cells, random = paper.cells, paper.random
    form = paper.style("header", "split")
    marks = [mark for mark in (paper.secrecy, paper.urgency, paper.circulation) if mark]
    if form == "split":
        if marks and random.random() < 0.5:
            paper.add("cell", role="header", lines=[*cells["left"], *cells["number"], *cells["subject"], *marks])
        else:
            paper.add("cell", role="header", lines=[*cells["left"], *cells["number"], *cells["subject"]])
            if marks:
                paper.add("cell", role="header", lines=marks)
        paper.add("cell", role="header", lines=[*cells["right"], *([cells["date"]] if cells["date"] else [])])
        return
    rows = header_rows(cells)
    rows += [(line, "") for line in (*cells["subject"], *marks)]
    if form == "interleaved":
        paper.add("cell", role="header", lines=[part for row in rows for part in row if part])
        return
    width = max(len(a) for a, _ in rows) + random.randint(3, 8)
    if form == "spaced" and random.random() < 0.5:
        rows = [(a.center(width - 3).rstrip() if a else a, b) for a, b in rows]
    paper.add("cell", role="header", lines=[f"{a} {b}".strip() if form == "merged" else f"{a:<{width}}{b}".rstrip()
                             for a, b in rows])


def header_rows(cells):
    """(left, right) line by line; the date stands level with the number."""
    left, right = list(cells["left"]), list(cells["right"])
    while len(right) < len(left):
        right.append("")
    rows = list(zip(left + [""] * (len(right) - len(left)), right))
    first, *rest = cells["number"]
    return [*rows, (first, cells["date"] or ""), *((line, "") for line in rest)]


def wrap_cell(text, width=38):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def kind_and_title(paper, kind, title, print_kind=True):
    lines = [kind.upper()] if print_kind else []
    if paper.random.random() < 0.05:
        lines = [" ".join(line) for line in lines]
    if title:
        lines += wrap_cell(title, paper.random.choice((50, 60, 70)))
    if lines:
        paper.add("cell", lines=lines, role="title")


# Closing


def signature(paper, body, chain=None):
    """(authority lines, position lines, name) of who signs, by a chain of one to three lines."""
    random = paper.random
    form = chain or random.choices(("head", "deputy", "office", "office-deputy", "warrant", "acting"),
                                   (40, 34, 8, 8, 5, 5))[0]
    dots = ("T/M ", "K/T ", "T/L ") if paper.style("slashes", False) else ("TM. ", "KT. ", "TL. ")
    both = [f"{dots[0]}{body.collective}"] if body.collective else []
    if body.party and form in ("office", "office-deputy", "warrant", "acting"):
        form = "deputy"
    if form == "warrant" and body.collective and body.collective.endswith("NHÂN DÂN") and random.random() < 0.5:
        own = random.choice(words.DEPARTMENTS)[0].upper()
        return [*both, f"TUQ. {body.head}"], [f"GIÁM ĐỐC {own}"]
    if form == "head":
        return both, [body.head]
    if form == "acting":
        return both, [f"Q. {body.head}"]
    if form == "deputy":
        if body.party and body.collective:
            return both, [body.deputy]
        return [*both, f"{dots[1]}{body.head}"], [body.deputy]
    if form == "office":
        return [f"{dots[2]}{body.head}"], [body.office[0]]
    if form == "warrant":
        return [f"TUQ. {body.head}"], [body.office[0]]
    return [f"{dots[2]}{body.head}", f"{dots[1]}{body.office[0]}"], [body.office[1]]


def closing(paper, body, recipients, archive_unit=None, chain=None):
    """Nơi nhận, archive line, drafter and signature, side by side or one after the other."""
    random = paper.random
    authority, position = signature(paper, body, chain)
    name = person(random)
    rank = random.choice(words.RANKS) if random.random() < 0.12 else ""
    lines = [f"- {text}{';' if not body.party else ','}" for text in recipients]
    archive, facts_ = archive_line(paper, body, archive_unit)
    lines.append(f"- {archive}.")
    drafter = None
    if random.random() < 0.22:
        drafter = random.choice((f"{initials(random)}.({random.choice((12, 20, 35, 65))})", f"{initials(random)}",
                                 f"{initials(random)}.{two(random.randint(2, 20))}b"))
        if drafter.isalpha():
            drafter = drafter + f".({random.randint(5, 90)})"
        lines.append(drafter)
    right = [*authority, *position]
    if random.random() < 0.08:
        right.append(random.choice(("(Đã ký)", "(đã ký)", "(Ký, đóng dấu)")))
    paper.tail["recipients"] = [recipient_fact(text) for text in recipients]
    paper.tail["archive"] = facts_
    paper.tail["drafter"] = drafter
    paper.tail["signer"] = {"title": " ".join(position), "name": name, "authority": authority}
    if position[0].startswith("Q. "):
        paper.tail["signer"]["title_accept"] = [position[0][3:]]
        paper.tail["signer"]["authority_accept"] = [[position[0]]]
    paper.cells["closing"] = {"recipients": lines[:len(recipients)], "archive": f"- {archive}.", "drafter": drafter,
                              "signature": {"authority": authority, "title": right[len(authority):],
                                            "name": rank + name}}
    lay_closing(paper, ["Nơi nhận:", *lines], right, rank + name)


def recipient_fact(text):
    if text.endswith(")") and "(" in text:
        party, purpose = text[:-1].rsplit(" (", 1)
        return {"text": text, "text_accept": [party], "party": party, "purpose": purpose}
    return {"text": text, "party": text, "purpose": None}


def initials(random):
    return "".join(random.choice("ABDĐGHKLMNPQTVX") for _ in range(random.choice((2, 3, 3))))


def archive_line(paper, body, unit):
    random = paper.random
    if body.party and paper.style("slashes", False):
        codes = [f"Văn phòng {body.short}"]
        return f"Lưu {codes[0]}", {"text": f"Lưu {codes[0]}", "codes": codes, "copies": None}
    codes = ["VT", unit or random.choice(body.units)]
    if random.random() < 0.2:
        codes.append(initials(random))
    copies = random.choice((2, 3, 5, 20)) if random.random() < 0.35 else None
    text = f"Lưu: {', '.join(codes)}" if random.random() < 0.9 else f"Lưu {', '.join(codes)}"
    if copies:
        text += random.choice((f" ({two(copies)}b)", f" ({two(copies)} bản)", f" ({copies}b)"))
    return text, {"text": text, "codes": codes, "copies": copies}


def lay_closing(paper, left, right, name):
    random = paper.random
    form = paper.style("closing", "split")
    if form == "split":
        if random.random() < 0.8:
            paper.add("cell", role="closing", lines=left)
            paper.add("cell", role="closing", lines=[*right, name])
        else:
            paper.add("cell", role="closing", lines=[*right, name])
            paper.add("cell", role="closing", lines=left)
        return
    height = max(len(left), len(right) + 2)
    beside = [*right, *[""] * (height - len(right) - 1), name]
    rows = list(zip(left + [""] * (height - len(left)), beside))
    width = max(len(a) for a, _ in rows) + random.randint(4, 10)
    paper.add("cell", role="closing", lines=[f"{a} {b}".strip() if form == "merged" else f"{a:<{width}}{b}".rstrip()
                             for a, b in rows])


# What others put on the sheet


def banner(paper, body):
    """Lines that a signing program puts on top: never the date of issue."""
    random = paper.random
    day = paper.issued + datetime.timedelta(days=random.choice((0, 0, 1, 2)))
    time = f"{random.randint(7, 17):02}:{random.randint(0, 59):02}:{random.randint(0, 59):02}"
    mixed = body.name
    return random.choice((
        [f"Ký bởi: {mixed}", f"Thời gian ký: {short(day, '.')} {time} +07:00"],
        [f"Người ký: {mixed}", "Email: vanthu@vidu.gov.vn", f"Cơ quan: {mixed}",
         f"Ngày ký: {two(day.day)}-{two(day.month)}-{day.year} {time} +07:00"],
        [f"Ký bởi: {mixed}", f"Ngày ký: {short(day)} {time}"],
    ))


def short(day, mark="/"):
    return f"{two(day.day)}{mark}{two(day.month)}{mark}{day.year}"


def stamp(paper, noun, name):
    """The receiver's stamp ĐẾN."""
    random = paper.random
    day = paper.issued + datetime.timedelta(days=random.randint(1, 9))
    number = str(random.randint(40, 9000))
    receiver = random.choice((f"SỞ NỘI VỤ {noun} {name}", "SỞ TÀI CHÍNH", f"UBND PHƯỜNG {random.choice(words.COMMUNES)}")
                             ).upper()
    date = short_date(day) if random.random() < 0.7 else f"{day.day}/{day.month}/{day.year}"
    paper.tail["arrival"] = {"number": number, "date": day.isoformat(), "receiver": receiver}
    lines = [receiver] if random.random() < 0.6 else []
    if not lines:
        paper.tail["arrival"]["receiver"] = None
    return [*lines, "ĐẾN", f"Số: {number}", f"Ngày: {date}", f"Chuyển: {random.choice(('', 'VP', 'LĐ Sở', '..........'))}".strip()]
