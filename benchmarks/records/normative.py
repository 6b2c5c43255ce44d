"""Normative acts: decree, circular, decision and resolution of a people's council, with Chương, Điều, khoản, điểm."""

import bodies
import words
from duties import Duties, finish, place, rank_open, upper_first
from frame import closing, header
from phrases import Citation, deadline, in_full, in_short, later, law, local, long_date, national
from state import article_text, articles, attached, bases, recipients, untitled


def government(random):
    return bodies.Body("Chính phủ", "CP", ["CHÍNH PHỦ"], "Hà Nội", level="central", head="THỦ TƯỚNG",
                       deputy="PHÓ THỦ TƯỚNG", collective="CHÍNH PHỦ", units=("PL", "VP"), short="Chính phủ")


def act(paper):
    random = paper.random
    noun, name = bodies.province(random)
    paper.place_names = noun, name
    kind = random.choice(("Nghị định", "Thông tư", "Quyết định", "Nghị quyết", "Thông tư", "Quyết định"))
    body = {"Nghị định": lambda: government(random), "Thông tư": lambda: bodies.ministry(random),
            "Quyết định": lambda: bodies.committee(noun, name), "Nghị quyết": lambda: bodies.council(noun, name)}[kind]()
    topic = random.choice(words.TOPICS)
    wraps = kind == "Quyết định" and random.random() < 0.5
    title = f"Quy định {random.choice(('về', 'chi tiết một số nội dung về', 'trách nhiệm trong'))} {topic.name}"
    if wraps:
        title = f"Ban hành Quy định về {topic.name}"
    header(paper, body, kind, title, normative=True)
    if kind in ("Quyết định", "Nghị quyết") and random.random() < 0.5 or kind == "Nghị quyết":
        lines = [" ".join(body.lines)]
        if kind == "Nghị quyết":
            lines += [f"KHÓA {random.choice(('X', 'XI', 'XVIII'))}, KỲ HỌP THỨ {random.choice(('NĂM', 'CHÍN', '12'))}"]
        paper.add("cell", lines=lines)
    bases(paper, body, body, topic)
    if kind == "Nghị định":
        paper.paragraph(f"Chính phủ ban hành Nghị định quy định về {topic.name}.")
    elif kind == "Thông tư":
        paper.paragraph(f"Bộ trưởng {body.name} ban hành Thông tư quy định về {topic.name}.")
    else:
        paper.add("cell", lines=["QUYẾT ĐỊNH:" if kind == "Quyết định" else "QUYẾT NGHỊ:"])
    duties = Duties(paper, body, topic)
    if wraps:
        article_text(paper, 1, f"Ban hành kèm theo Quyết định này Quy định về {topic.name}.")
        number = 2
    elif kind in ("Nghị định", "Thông tư") or random.random() < 0.6:
        number = articles(paper, body, topic, chapters=random.randint(2, 3), word=kind,
                          sections=random.random() < 0.4)
    else:
        number = 1
        for title, texts in (("Phạm vi điều chỉnh", None), ("Tổ chức thực hiện", None)):
            paper.node("article", f"Điều {number}.", title=title)
            if number == 1:
                paper.paragraph(f"{kind} này quy định một số nội dung về {topic.name}.")
            else:
                for index in range(2):
                    place(paper, "clause", f"{index + 1}.", duties.sentence)
            number += 1
    day = later(paper, 20, 60)
    paper.date(day.isoformat(), "effective")
    paper.node("article", f"Điều {number}.", title="Hiệu lực thi hành")
    replaced = local(paper, body, topic, (kind if kind in ("Quyết định", "Nghị quyết") else "Quyết định",))
    text = f"{kind} này có hiệu lực {random.choice(('thi hành ', ''))}kể từ {long_date(day)}"
    if kind in ("Quyết định", "Nghị quyết") and random.random() < 0.6:
        code = {"Quyết định": "QĐ", "Nghị quyết": "NQ"}[kind]
        replaced.number = f"{random.randint(10, 60)}/{replaced.date.year}/{code}-{body.code}"
        replaced.title = None
        text += f" và thay thế {in_full(paper, replaced, titled=False)}"
    paper.paragraph(text + ".")
    if not wraps and kind != "Nghị quyết":
        paper.node("article", f"Điều {number + 1}.", title="Trách nhiệm thi hành")
        names = {"Nghị định": ["Các Bộ trưởng", "Thủ trưởng cơ quan ngang bộ"],
                 "Thông tư": ["Chánh Văn phòng Bộ", "Thủ trưởng các đơn vị thuộc Bộ"]}.get(kind)
        paper.paragraph(duties.closing_list(paper, kind, names))
    elif wraps:
        untitled(paper, number + 1, lambda: duties.closing_list(paper, kind))
    paper.close_nodes()
    if kind == "Nghị quyết":
        paper.date(paper.issued.isoformat(), "event", _optional=True)
        day = paper.issued
        paper.paragraph(f"Nghị quyết này đã được {body.name} thông qua {long_date(day)}./.")
    closing(paper, body, recipients(paper, body),
            chain=random.choice(("head", "deputy")) if kind != "Nghị quyết" else "head")
    if wraps:
        attached(paper, body, topic, "Quy định")
    return body
