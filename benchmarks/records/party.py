"""Documents of the Party and of the Youth Union, which writes in the Party's form; other mass organisations."""

import bodies
import words
from duties import LETTERS, Duties, finish, lower_first, place, rank_open, upper_first
from frame import closing, header
from phrases import (ROMANS, Citation, deadline, in_full, in_short, local, money, national, period)
from state import addressees, dispatch, plan, report

KINDS = ("Nghị quyết", "Kế hoạch", "Kết luận", "Chỉ thị", "Quy định", "Hướng dẫn", "Công văn", "Thông báo",
         "Chương trình")


class PartyDuties(Duties):
    """Parties and superiors of the Party's documents."""

    def pool(self):
        oa = self.paper.oa
        upper = "Tỉnh" if self.paper.place_names[0] == "tỉnh" else "Thành"
        if self.body.level == "commune":
            return ["Văn phòng Đảng " + oa, "Ban Xây dựng Đảng", f"{'Uỷ' if oa == 'uỷ' else 'Ủy'} ban Kiểm tra Đảng {oa}",
                    "Trung tâm chính trị", f"Đảng {oa} Ủy ban nhân dân", "Công an xã" ]
        return [f"Ban Tổ chức {upper} {oa}", f"Ban Tuyên giáo và Dân vận {upper} {oa}",
                f"{'Uỷ' if oa == 'uỷ' else 'Ủy'} ban Kiểm tra {upper} {oa}", f"Ban Nội chính {upper} {oa}",
                f"Văn phòng {upper} {oa}", f"Đảng {oa} Ủy ban nhân dân tỉnh", f"Đảng {oa} Công an tỉnh",
                "Trường Chính trị tỉnh"]

    def group(self):
        oa = self.paper.oa
        upper = "Tỉnh" if self.paper.place_names[0] == "tỉnh" else "Thành"
        if self.body.level == "commune":
            return self.random.choice(("Các chi bộ trực thuộc", f"Các chi {oa} trực thuộc"))
        return self.random.choice((f"Các đảng {oa} trực thuộc {upper} {oa}", f"Các cấp {oa}, tổ chức đảng",
                                   f"Các ban, cơ quan {upper} {oa}"))

    def superior(self):
        if self.body.above and self.random.random() < 0.3:
            return self.body.above
        return f"Ban Thường vụ {self.body.short}" if self.body.collective else self.body.above


def document(paper):
    random = paper.random
    noun, name = bodies.province(random)
    paper.place_names = noun, name
    paper.oa = "uỷ" if random.random() < 0.5 else "ủy"
    paper.styles["slashes"] = random.random() < 0.8
    paper.styles["dashes"] = random.random() < 0.6
    organ = random.random() < 0.25
    body = bodies.party_organ(random, noun, name, paper.oa) if organ else \
        bodies.party_committee(random, noun, name, paper.oa)
    kind = random.choice([k for k in KINDS if not organ or k not in ("Nghị quyết", "Chỉ thị")])
    topic = random.choice(words.TOPICS)
    return letter(paper, body, topic) if kind == "Công văn" else titled(paper, body, kind, topic)


def letter(paper, body, topic):
    random = paper.random
    subject = f"{random.choice(('lãnh đạo thực hiện', 'báo cáo kết quả', 'đôn đốc'))} {topic.name}"
    header(paper, body, "Công văn", subject, letter=True, subject_word=random.random() < 0.4)
    paper.head["title_accept"] = [upper_first(subject)]
    addressees(paper, (f"Các chi bộ trực thuộc", "Các ban xây dựng Đảng", "Đảng uỷ các cơ quan",
                       "Bí thư các chi bộ"))
    acts = [national(paper), local(paper, body, topic, ("Kế hoạch", "Kết luận"))]
    duties = PartyDuties(paper, body, topic)
    paper.paragraph(f"Thực hiện {' và '.join(in_full(paper, a, basis=True) for a in acts)}, {body.own} đề "
                    f"nghị:")
    for index in range(random.randint(2, 3)):
        place(paper, "number", f"{index + 1}{'-' if paper.style('dashes', False) else '.'}", duties.sentence)
    paper.close_nodes()
    closing(paper, body, party_recipients(paper, body, True))
    return body


def party_recipients(paper, body, is_letter=False):
    random = paper.random
    made = ["Như trên"] if is_letter else []
    pool = [f"{body.above} (để b/c)", "Các ban xây dựng Đảng", "Các đồng chí Uỷ viên Ban Thường vụ",
            "Các chi bộ trực thuộc (để t/h)", "Văn phòng Trung ương Đảng (để b/c)", "Báo và phát thanh, truyền hình tỉnh"]
    return made + random.sample(pool, random.randint(2, 4))


def titled(paper, body, kind, topic):
    random = paper.random
    when = period(paper) if random.random() < 0.4 else ""
    title = f"{random.choice(('về', 'tăng cường lãnh đạo', 'đẩy mạnh', 'thực hiện'))} {topic.name} {when}".strip()
    header(paper, body, kind, title)
    duties = PartyDuties(paper, body, topic)
    acts = [national(paper), local(paper, body, topic, ("Nghị quyết", "Kế hoạch", "Chương trình"))]
    if kind in ("Quy định",):
        for act in acts:
            paper.node("dash", "-", text=f"Căn cứ {in_full(paper, act, basis=True)},")["_optional"] = True
        paper.close_nodes()
        paper.paragraph(f"{body.own} quy định {topic.name} như sau:")
        number = 1
        for name, texts in (("Phạm vi, đối tượng", words.DEMANDS), ("Nguyên tắc", words.DEMANDS),
                            ("Trách nhiệm thực hiện", None)):
            paper.node("article", f"Điều {number}.", title=name)
            if texts:
                for index, text in enumerate(random.sample(texts, random.randint(2, 4))):
                    paper.node("clause", f"{index + 1}.", text=text)
            else:
                for index in range(2):
                    place(paper, "clause", f"{index + 1}.", duties.sentence)
            number += 1
        paper.close_nodes()
        closing(paper, body, party_recipients(paper, body))
        return body
    dash = random.random() < 0.6
    roman = (lambda i: f"{ROMANS[i]}- ".strip()) if dash else (lambda i: f"{ROMANS[i]}.")
    number = (lambda i: f"{i + 1}-") if dash and random.random() < 0.6 else (lambda i: f"{i + 1}.")
    paper.paragraph(f"Thực hiện {'; '.join(in_full(paper, a, basis=True) for a in acts)}, {body.own} ban hành "
                    f"{kind} {title if not when else topic.name} như sau:")
    sections = (("TÌNH HÌNH VÀ NGUYÊN NHÂN", words.FACTS), ("QUAN ĐIỂM, MỤC TIÊU", topic.aims),
                ("NHIỆM VỤ, GIẢI PHÁP", None))
    for at, (name, texts) in enumerate(sections):
        paper.node("roman", roman(at), title=name)
        if texts:
            for index, text in enumerate(random.sample(texts, min(len(texts), random.randint(2, 3)))):
                paper.node("number", number(index), text=text)
        else:
            for index, (title_, text) in enumerate(random.sample(topic.contents, random.randint(2, 4))):
                if random.random() < 0.5:
                    paper.node("number", number(index), title=title_)
                    for inner in range(random.randint(1, 2)):
                        paper.node("dash", "-", text=random.choice((text, *words.DEMANDS)))
                else:
                    paper.node("number", number(index), text=text)
                    if random.random() < 0.2 and number(0) == "1.":
                        for inner in range(2):
                            paper.node("second", f"{index + 1}.{inner + 1}.", text=random.choice(words.DEMANDS))
    paper.node("roman", roman(len(sections)), title="TỔ CHỨC THỰC HIỆN")
    for index in range(random.randint(3, 4)):
        place(paper, "number", number(index), duties.sentence)
    paper.close_nodes()
    if random.random() < 0.5:
        paper.paragraph(f"{kind} này được phổ biến đến chi bộ.")
    closing(paper, body, party_recipients(paper, body))
    return body


def mass(paper):
    random = paper.random
    noun, name = bodies.province(random)
    paper.place_names = noun, name
    paper.oa = "ủy"
    body = bodies.mass(random, noun, name)
    if body.party:
        paper.styles["slashes"] = random.random() < 0.3
        paper.styles["dashes"] = random.random() < 0.2
    upper = bodies.committee(noun, name)
    return random.choice((plan, plan, dispatch, report, guide))(paper, body, upper)


def guide(paper, body, upper):
    return plan(paper, body, upper, "Hướng dẫn")


def other(paper):
    random = paper.random
    noun, name = bodies.province(random)
    paper.place_names = noun, name
    body = bodies.other(random, noun, name)
    return random.choice((plan, dispatch, report))(paper, body, bodies.committee(noun, name))
