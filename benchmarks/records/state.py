"""Administrative documents of the state: plan, decision, dispatch, notice, report and the others."""

import datetime

import bodies
import words
from duties import LETTERS, Duties, finish, listed, lower_first, organisation, place, rank_open, upper_first
from frame import closing, header, kind_and_title, person, signature
from phrases import (ROMANS, Deadline, deadline, from_now, impossible, in_full, in_list, in_short, law, later, local, long_date, money, national,
                     period, short_date, span, two)


def issuer(paper):
    random = paper.random
    noun, name = bodies.province(random)
    old = paper.issued < datetime.date(2025, 7, 1)
    form = random.choices(("department", "committee", "commune", "district", "hospital", "board"),
                          (42, 24, 10, 8 if old else 0, 8, 6))[0]
    paper.place_names = (noun, name)
    made = {"department": lambda: bodies.department(random, noun, name),
            "committee": lambda: bodies.committee(noun, name),
            "commune": lambda: bodies.commune(random, noun, name, old),
            "district": lambda: bodies.district(random), "hospital": lambda: bodies.hospital(random, noun, name),
            "board": lambda: bodies.board(random, noun, name)}[form]()
    return made, bodies.committee(noun, name)


def superior_acts(paper, upper, topic):
    """One to three acts by which the document is issued."""
    random = paper.random
    made = [national(paper)] if random.random() < 0.6 else []
    made.append(local(paper, upper, topic))
    if random.random() < 0.4:
        made.append(local(paper, bodies.department(random, *paper.place_names), topic, ("Công văn", "Kế hoạch")))
    return made


def opening(paper, body, acts, word, what, verb="ban hành"):
    """Thực hiện …; … và …, Sở … ban hành Kế hoạch … như sau:"""
    random = paper.random
    start = random.choice(("Thực hiện", "Căn cứ", "Triển khai thực hiện", "Thực hiện", "Thực hiện chỉ đạo tại",
                           "Trên cơ sở"))
    texts = [in_full(paper, act, basis=True) for act in acts]
    own = body.name if random.random() < 0.5 else body.own
    end = random.choice(("như sau", "cụ thể như sau", "với các nội dung sau", "với những nội dung chủ yếu như sau"))
    return f"{start} {bases_joined(random, texts)}, {own} {verb} {word} {what} {end}:"


def bases_joined(random, texts):
    if len(texts) > 1 and random.random() < 0.4:
        return f"{'; '.join(texts[:-1])} và {texts[-1]}"
    return "; ".join(texts)


def recipients(paper, body, letter=False, article=None):
    random = paper.random
    noun = paper.place_names[0]
    made = []
    if body.level == "central":
        return random.sample(("Thủ tướng Chính phủ (để b/c)", "Văn phòng Quốc hội", "Văn phòng Chính phủ",
                              "Các bộ, cơ quan ngang bộ", "HĐND, UBND các tỉnh, thành phố trực thuộc Trung ương",
                              "Công báo", "Cổng Thông tin điện tử Chính phủ"), random.randint(3, 6))
    if letter:
        made.append("Như trên")
    if article:
        made.append(f"Như Điều {article}")
    pool = [f"UBND {noun} (để b/c)", "Lãnh đạo Sở", f"Văn phòng UBND {noun}", "Sở Tài chính (để p/h)",
            "Các phòng, đơn vị trực thuộc (để t/h)", "Cổng thông tin điện tử (để đăng tải)", "Lãnh đạo Văn phòng",
            f"Thường trực Tỉnh ủy, HĐND {noun} (để b/c)", "UBND các xã, phường", "Công an tỉnh (để phối hợp)",
            "Giám đốc, các Phó Giám đốc Sở", "Trung tâm Thông tin (để đưa tin)", "Các thành viên Ban Chỉ đạo",
            "Bộ Nội vụ (để báo cáo)", "Sở, ban, ngành tỉnh", "CT, các PCT UBND tỉnh"]
    made += random.sample(pool, random.randint(2, 5))
    return made


def scheme(paper):
    """Labels of three levels: ((unit, label maker), …)."""
    random = paper.random
    form = random.choices(("usual", "dashed", "decimal", "letters", "brackets", "stops", "slashes"),
                          (56, 9, 16, 7, 5, 4, 3))[0]
    if form == "brackets":
        return form, [("roman", lambda i: f"{ROMANS[i]}."), ("number", lambda i: f"{i + 1})"),
                      ("letter", lambda i: f"{LETTERS[i]})")]
    if form == "stops":
        return form, [("roman", lambda i: f"{ROMANS[i]}."), ("number", lambda i: f"{i + 1}."),
                      ("letter", lambda i: f"{LETTERS[i]}.")]
    if form == "slashes":
        return form, [("roman", lambda i: f"{ROMANS[i]}/"), ("number", lambda i: f"{i + 1}/"),
                      ("letter", lambda i: f"{LETTERS[i]})")]
    if form == "dashed":
        return form, [("roman", lambda i: f"{ROMANS[i]}-"), ("number", lambda i: f"{i + 1}-"),
                      ("letter", lambda i: f"{LETTERS[i]})")]
    if form == "letters":
        return form, [("letterHeading", lambda i: f"{'ABCDEG'[i]}."), ("roman", lambda i: f"{ROMANS[i]}."),
                      ("number", lambda i: f"{i + 1}.")]
    return form, [("roman", lambda i: f"{ROMANS[i]}."), ("number", lambda i: f"{i + 1}."),
                  ("letter", lambda i: f"{LETTERS[i]})")]


class Fault:
    """The paper's own numbering: now and then a number is skipped or stands twice."""

    def __init__(self, paper, chance=0.06):
        self.shift = 0
        self.at = paper.random.randint(1, 3) if paper.random.random() < chance else None
        self.step = paper.random.choice((1, 1, -1))

    def __call__(self, index):
        return max(0, index + self.step) if self.at is not None and index >= self.at else index


def sub_items(paper, texts, third):
    """Sentences as dashes, letters, plus signs below a dash, or one paragraph each."""
    random = paper.random
    form = random.choices(("dash", "third", "paragraph"), (50, 32, 18))[0]
    for index, text in enumerate(texts):
        if form == "paragraph":
            paper.paragraph(text)
        elif form == "dash":
            paper.node("dash", "-", text=text)
            if random.random() < 0.12:
                for _ in range(2):
                    paper.node("plus", "+", text=random.choice(words.DEMANDS + words.FACTS))
        else:
            paper.node(third[0], third[1](index), text=text)


def numbers_in_text(paper):
    """A paragraph whose later lines begin with numbers that are no labels."""
    random = paper.random
    count = random.randint(12, 980)
    part = random.randint(2, 19)
    if random.random() < 0.15:
        return f"Tại cuộc họp {impossible(paper)}, các đơn vị đã thống nhất số liệu; trong đó có {random.randint(3, 40)} " \
               f"hồ sơ cần bổ sung và {random.randint(3, 40)} hồ sơ phải lập lại từ đầu."
    if random.random() < 0.2:
        body = bodies.committee(*paper.place_names)
        kind = random.choice(("Quyết định", "Kế hoạch", "Công văn"))
        acts = [local(paper, body, words.TOPICS[0], (kind,)) for _ in range(2)]
        return f"Những nội dung chưa hoàn thành của {in_list(paper, kind, acts)} được chuyển sang thực hiện trong kỳ này."
    if random.random() < 0.12:
        return f"Hồ sơ gửi về gồm: 1. Phiếu đề nghị; 2. Bản sao giấy tờ kèm theo; 3. Ảnh chụp hiện trạng; 4. Danh sách " \
               f"người tham gia. Mỗi loại lập thành {random.randint(2, 5)} bản."
    texts = (f"Số liệu trên được tổng hợp từ phiếu điều tra của các thôn, trong đó thôn có nhiều phiếu nhất là thôn "
             f"{part}. Những nơi còn lại có số phiếu dao động trong khoảng từ {part + 3} đến {part + 40} phiếu; "
             f"trung bình {part + 11}. Kết quả này sẽ được đối chiếu lại với số liệu của kỳ trước.",
             f"Đoàn kiểm tra đã làm việc tại {part} thôn, lập {part + 4} biên bản, nhắc nhở {part + 1} trường hợp và "
             f"chuyển hồ sơ của {part} cơ sở đến cơ quan có thẩm quyền; mức tiền nộp vào ngân sách là "
             f"{part * 1_250_000:,} đồng.".replace(",0", ".0").replace(",5", ".5").replace(",2", ".2").replace(
                 ",7", ".7"),
             f"{random.choice(words.WRAPPERS)} {money(paper)}, trong đó ngân sách các cấp bảo đảm "
             f"{random.randint(30, 70)}%; phần còn lại được huy động từ doanh nghiệp và Nhân dân, ước khoảng "
             f"{count} hộ đăng ký đóng góp ngày công.",
             f"{random.choice(words.WRAPPERS)} {count} trường hợp, tăng {random.randint(2, 60)} trường hợp so với "
             f"cùng kỳ; riêng địa bàn miền núi chiếm {random.randint(3, 29)} trường hợp cần quan tâm hơn nữa.")
    return random.choice(texts)


def plan(paper, body=None, upper=None, kind="Kế hoạch"):
    random = paper.random
    if body is None:
        body, upper = issuer(paper)
    topic = random.choice(words.TOPICS)
    subject = random.choice(topic.subjects)
    prefix = random.choice(("", "Triển khai ", "Thực hiện công tác "))
    when = period(paper)
    where = random.choice(("", f" trên địa bàn {body.name.split(' ban nhân dân ')[-1]}")) \
        if "ban nhân dân" in body.name else random.choice(("", f" của {body.name}"))
    title = f"{prefix}{subject}{where} {when}"
    title = upper_first(title)
    header(paper, body, kind, title)
    acts = superior_acts(paper, upper, topic)
    duties = Duties(paper, body, topic)
    paper.paragraph(opening(paper, body, acts, kind, f"{topic.subjects[0] if random.random() < .5 else subject}", 
                            random.choice(("ban hành", "xây dựng"))))
    outline_body(paper, body, topic, duties, kind, acts)
    attach = random.random() < 0.12
    closing(paper, body, recipients(paper, body))
    if attach:
        annex(paper, body, kind, topic)
    return body


def outline_body(paper, body, topic, duties, kind, acts):
    random = paper.random
    form, (first, second, third) = scheme(paper)
    fault, at = Fault(paper), 0
    parts = random.random() < 0.06 and form == "usual"

    def top(title):
        nonlocal at
        if parts and (at == 0 or title.casefold().startswith("tổ chức")):
            name = ("NHỮNG VẤN ĐỀ CHUNG", "PHÂN CÔNG THỰC HIỆN")[at > 0]
            label = (random.choice(("Phần thứ nhất", "Phần I")), random.choice(("Phần thứ hai", "Phần II")))[at > 0]
            paper.node("part", label, title=name, title_lines=[label, name])
            if at:
                at = 0
        paper.node(first[0], first[1](fault(at)), title=title)
        at += 1

    capital = (lambda t: t.upper()) if random.random() < 0.9 else (lambda t: t)
    top(capital(random.choice(("Mục đích, yêu cầu", "Mục tiêu, yêu cầu", "Mục đích và yêu cầu"))))
    for index, (name, pool) in enumerate((("Mục đích", topic.aims), ("Yêu cầu", words.DEMANDS))):
        paper.node(second[0], second[1](index), title=name)
        sub_items(paper, random.sample(pool, min(len(pool), random.randint(1, 3))), third)
    top(capital(random.choice(("Nội dung", "Nội dung, nhiệm vụ", "Nhiệm vụ trọng tâm", "Nhiệm vụ, giải pháp",
                               f"Một số nhiệm vụ trọng tâm và giải pháp chủ yếu về {topic.name} trong thời gian tới",
                               f"Nhiệm vụ, giải pháp chủ yếu về {topic.name} năm {paper.issued.year}"))))
    continued = random.random() < 0.06
    contents = random.sample(topic.contents, random.randint(2, len(topic.contents)))
    for index, (name, text) in enumerate(contents):
        index += 2 if continued else 0
        shown = name if random.random() < 0.8 else f"{name} theo phương châm đồng bộ, có trọng tâm, trọng điểm, " \
                                                   f"phù hợp điều kiện thực tế của từng địa bàn"
        paper.node(second[0], second[1](index), title=shown)
        if form == "decimal" and random.random() < 0.7:
            for inner in range(random.randint(2, 3)):
                rank_open(paper, "second", f"{index + 1}.{inner + 1}.")
                finish(paper, duties.sentence() if random.random() < 0.5 else random.choice((text, *words.DEMANDS)))
                if random.random() < 0.25:
                    for deep in range(2):
                        paper.node("third", f"{index + 1}.{inner + 1}.{deep + 1}.",
                                   text=random.choice(words.DEMANDS))
        else:
            sub_items(paper, [text], third)
            for _ in range(random.randint(0, 2)):
                unit = "dash" if third[0] != "letter" or random.random() < 0.6 else None
                if unit:
                    place(paper, unit, "-", duties.sentence)
                else:
                    paper.paragraph(duties.sentence())
        if random.random() < 0.2:
            paper.close_nodes(7)
            paper.add("numbers", numbers_in_text(paper))
    if random.random() < 0.25:
        duty_table(paper, duties, top, capital)
    if random.random() < 0.6:
        top(capital(random.choice(("Thời gian, kinh phí", "Thời gian và kinh phí thực hiện"))))
        paper.node(second[0], second[1](0), title="Thời gian",
                   text=f"{from_now(paper) if random.random() < 0.4 else upper_first(span(paper))}.")
        paper.node(second[0], second[1](1), title="Kinh phí",
                   text=f"Dự kiến {money(paper)}, sử dụng nguồn ngân sách được giao trong năm.")
    top(capital("Tổ chức thực hiện"))
    organisation(paper, duties, second)
    paper.close_nodes()
    end_words(paper, body, kind, duties, acts)


def duty_table(paper, duties, top, capital):
    """nội dung | chủ trì | phối hợp | thời hạn, a row a line, cells parted by tabs."""
    random = paper.random
    top(capital(random.choice(("Phân công nhiệm vụ", "Bảng phân công nhiệm vụ cụ thể"))))
    heads = random.choice((("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn"),
                           ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành")))
    rows = ["\t".join(heads)]
    for index in range(random.randint(3, 5)):
        work, lead, others = duties.work(), duties.party(), duties.parties(random.choice((0, 1, 2)))
        due = table_deadline(paper)
        parties = [(lead, "lead"), *((name, "coordinate") for name in others)]
        paper.task(parties, upper_first(work), due)
        rows.append("\t".join((str(index + 1), upper_first(work), lead, ", ".join(others), due.words)))
    paper.add("cell", lines=rows)


def table_deadline(paper):
    """As a cell has it: `Trước 15/10/2026`, `Tháng 9/2026`, `Quý IV/2026`."""
    random, day = paper.random, later(paper, 20)
    quarter = (day.month + 2) // 3
    first, last = two(quarter * 3 - 2), two(quarter * 3)
    form = random.randrange(4)
    any_bound = {"bound_accept": ["by", "during", "on", "before"], "role_accept": ["period"]}
    if form == 0:
        made = Deadline(f"Trước {short_date(day)}", day.isoformat(), "before")
    elif form == 1:
        made = Deadline(f"Tháng {day.month}/{day.year}", f"{day.year}-{two(day.month)}", "during", more=any_bound)
    elif form == 2:
        made = Deadline(f"Quý {ROMANS[quarter - 1]}/{day.year}", f"{day.year}-Q{quarter}", "during",
                        more={**any_bound, "iso_accept": [f"{day.year}-{32 + quarter}",
                                                          f"{day.year}-{first}/{day.year}-{last}"]})
    else:
        made = Deadline(short_date(day), day.isoformat(), "by", more=any_bound)
    return made.note(paper)


def end_words(paper, body, kind, duties, acts):
    random = paper.random
    form = random.randrange(4)
    if form == 3:
        group = duties.group()
        paper.task([(group, "implement", {"role_accept": ["report_to"]})], "kịp thời phản ánh", optional=True)
        paper.paragraph(f"{random.choice(('Trên đây là', 'Trên đây là nội dung'))} {kind} {duties.topic.name}; trong quá "
                        f"trình thực hiện nếu phát sinh khó khăn, vướng mắc, {lower_first(group)} kịp thời phản ánh về "
                        f"{body.own} để được hướng dẫn, giải quyết./.")
    elif form == 0:
        short = f" Các nội dung khác thực hiện theo {in_short(paper, acts[0])}." if random.random() < 0.5 else ""
        paper.paragraph(f"Trên đây là {kind} {duties.topic.subjects[0]} của {body.own}.{short} Quá trình thực "
                        f"hiện nếu có vướng mắc, đề nghị phản ánh kịp thời để được xem xét, điều chỉnh./.")
    elif form == 1:
        party = duties.group()
        paper.task([(party, "implement", {"role_accept": ["request"]})], f"thực hiện {kind} này", optional=True)
        paper.paragraph(f"Yêu cầu {lower_first(party)} nghiêm túc thực hiện {kind} này./.")
    else:
        paper.paragraph(f"{kind} này thay cho các nội dung đã chỉ đạo trước đây tại {in_short(paper, acts[-1])}./.")


def annex(paper, body, kind, topic):
    """Phụ lục with its number repeated, on a new page."""
    random = paper.random
    count = random.choice((1, 1, 2))
    number = paper.head["number_full"]
    for index in range(count):
        label = f"Phụ lục {ROMANS[index]}" if count > 1 else "Phụ lục"
        label = random.choice((label, label.upper()))
        title = f"{random.choice(('Danh mục công việc', 'Phân bổ kinh phí', 'Mẫu báo cáo'))} {topic.short}"
        paper.close_nodes()
        made = {"label": f"Phụ lục{label[7:]}", "title": title.upper(), "unit": "annex", "kind": "annex",
                "children": []}
        paper.roots.append(made)
        paper.open_nodes = [(0, made)]
        lines = [label, title.upper()]
        if number:
            paper.date(paper.issued.isoformat(), "cited_document", _optional=True)
            lines.append(f"(Kèm theo {kind} số {number} {long_date(paper.issued)} của {body.name})")
        else:
            lines.append(f"(Ban hành kèm theo {kind} này)")
        paper.add("cell", lines=lines, new_page=True)
        for item, work in enumerate(random.sample(topic.works, random.randint(2, 4))):
            paper.node("number", f"{item + 1}.", text=f"{upper_first(work)}.")
    paper.close_nodes()


def decision(paper):
    random = paper.random
    body, upper = issuer(paper)
    topic = random.choice(words.TOPICS)
    regulation = random.random() < 0.35
    if regulation:
        title = f"{random.choice(('Ban hành', 'Về việc ban hành'))} Quy chế {topic.name}" \
                f"{random.choice(('', f' của {body.name}'))}"
        what = f"Quy chế {topic.name}"
    else:
        what = random.choice((f"thành lập Tổ công tác {topic.short}", f"kiện toàn Ban Chỉ đạo {topic.short}",
                              f"giao nhiệm vụ {topic.short}"))
        title = f"Về việc {what}"
    header(paper, body, "Quyết định", title)
    head = body.head if body.collective is None else f"{body.head} {' '.join(body.lines)}"
    by = head if random.random() < 0.7 else " ".join(body.lines)
    if body.collective is None:
        by = f"{body.head} {' '.join(body.lines)}" if random.random() < 0.7 else body.head
    paper.add("cell", lines=[by.upper()])
    bases(paper, body, upper, topic)
    paper.add("cell", lines=["QUYẾT ĐỊNH:"])
    duties = Duties(paper, body, topic)
    article = 1
    if regulation:
        article_text(paper, article, f"Ban hành kèm theo Quyết định này {what}.")
    else:
        article_text(paper, article, f"{upper_first(what)} gồm các ông, bà có tên sau:")
        for index in range(random.randint(2, 4)):
            rank = "Trưởng ban" if index == 0 else "Thành viên"
            paper.node("clause", f"{index + 1}.", text=f"{random.choice(('Ông', 'Bà'))} {person(random)}, "
                                                       f"{rank.lower() if random.random() < .3 else rank}.")
    if not regulation and random.random() < 0.75:
        article += 1
        lines = random.randint(2, 3)
        article_text(paper, article, "Phân công nhiệm vụ như sau:")
        for index in range(lines):
            place(paper, "clause", f"{index + 1}.", duties.sentence)
    article += 1
    untitled(paper, article, lambda: effect(paper, body, topic))
    article += 1
    untitled(paper, article, lambda: duties.closing_list(paper, "Quyết định"))
    paper.close_nodes()
    closing(paper, body, recipients(paper, body, article=article))
    if regulation:
        attached(paper, body, topic, "Quy chế")
    return body


def article_text(paper, number, text):
    """An article without a title."""
    paper.node("article", f"Điều {number}.", text=text, kind="heading")["title"] = None


def untitled(paper, number, make):
    """An article without a title whose text is made once it is open."""
    rank_open(paper, "article", f"Điều {number}.")
    finish(paper, make())
    paper.open_nodes[-1][1].update(kind="heading", title=None)


def bases(paper, body, upper, topic):
    """Căn cứ …; each a line, the last with a full stop."""
    random = paper.random
    made = [law(paper)] + ([national(paper)] if random.random() < 0.6 else []) + [local(paper, upper, topic)]
    lines = [f"Căn cứ {in_full(paper, act, basis=True)}" for act in made]
    if body.level == "central":
        lines.append(f"Theo đề nghị của {random.choice(('Vụ trưởng Vụ Pháp chế', 'Chánh Văn phòng'))}")
    elif random.random() < 0.6:
        asker = bodies.department(random, *paper.place_names)
        act = local(paper, asker, topic, ("Tờ trình",))
        act.issuer, act.title = None, None
        lines.append(f"Theo đề nghị của Giám đốc {asker.name} tại {in_full(paper, act, basis=True)}")
    elif random.random() < 0.5:
        lines.append(f"Xét đề nghị của Trưởng phòng {random.choice(('Tổ chức cán bộ', 'Kế hoạch - Tài chính'))}")
    for index, line in enumerate(lines):
        paper.paragraph(line + (";" if index < len(lines) - 1 else random.choice((".", ".", ","))))


def effect(paper, body, topic):
    random = paper.random
    if random.random() < 0.5:
        if paper.head["issue_date"]:
            paper.date(paper.issued.isoformat(), "effective", _optional=True)
        text = "Quyết định này có hiệu lực thi hành kể từ ngày ký"
    else:
        day = later(paper, 5, 45)
        paper.date(day.isoformat(), "effective")
        text = f"Quyết định này có hiệu lực thi hành kể từ {long_date(day)}"
    if random.random() < 0.45:
        act = local(paper, body, topic, ("Quyết định",))
        act.title = None
        text += f" và thay thế {in_full(paper, act, titled=False)}"
    return text + "."


def attached(paper, body, topic, word):
    """Quy chế with its own Chương I and Điều 1, behind the signature."""
    random = paper.random
    number = paper.head["number_full"]
    paper.close_nodes()
    made = {"label": "*", "title": None, "unit": "annex", "kind": "annex", "children": []}
    paper.roots.append(made)
    paper.open_nodes = [(0, made)]
    left = [*body.parent, *body.lines]
    lines = [word.upper(), upper_first(topic.name)]
    if number:
        paper.date(paper.issued.isoformat(), "cited_document", _optional=True)
        lines.append(f"(Ban hành kèm theo Quyết định số {number} {long_date(paper.issued)} của {body.name})")
    else:
        lines.append("(Ban hành kèm theo Quyết định này)")
    if random.random() < 0.4:
        paper.add("cell", lines=left, new_page=True)
        paper.add("cell", lines=["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
        paper.add("cell", lines=lines)
    else:
        paper.add("cell", lines=lines, new_page=True)
    articles(paper, body, topic, chapters=random.randint(2, 3), word=word)
    paper.close_nodes()


ARTICLES = (
    ("Phạm vi điều chỉnh và đối tượng áp dụng",
     ("{Word} này quy định nguyên tắc, trách nhiệm và cách thức phối hợp trong {topic}.",
      "{Word} này áp dụng đối với cơ quan, tổ chức, cá nhân có liên quan.")),
    ("Giải thích từ ngữ",
     ("Đầu mối là người được người đứng đầu cơ quan giao trả lời mọi yêu cầu.",
      "Hồ sơ đủ điều kiện là hồ sơ có đủ trang, đủ chữ ký và con dấu.")),
    ("Nguyên tắc thực hiện",
     ("Đúng thẩm quyền, đúng quy trình.", "Công khai, minh bạch, có người chịu trách nhiệm.",
      "Không gây phiền hà cho người dân.")),
    ("Hành vi không được làm",
     ("Tự ý sửa chữa, tiêu hủy tài liệu.", "Cung cấp thông tin sai sự thật.",
      "Lợi dụng nhiệm vụ để thu lợi riêng.")),
    ("Hồ sơ, trình tự",
     ("Hồ sơ gồm đơn đề nghị và bản sao giấy tờ có liên quan.", "Hồ sơ nộp trực tiếp hoặc qua mạng.",
      "Kết quả được trả tại nơi nộp hồ sơ.")),
    ("Kinh phí",
     ("Kinh phí do ngân sách bảo đảm theo phân cấp.", "Khuyến khích đóng góp tự nguyện theo quy định.")),
)
CHAPTERS = ("QUY ĐỊNH CHUNG", "NỘI DUNG VÀ CÁCH THỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN")


def articles(paper, body, topic, chapters=2, word="Quy chế", start=1, sections=False):
    """Chương, Mục, Điều, khoản, điểm; the articles run on over the chapters."""
    random = paper.random
    duties = Duties(paper, body, topic)
    pool = list(ARTICLES)
    number = start
    for chapter in range(chapters):
        label, title = f"Chương {ROMANS[chapter]}", CHAPTERS[chapter if chapter < chapters - 1 else 2]
        two_lines = random.random() < 0.8
        paper.node("chapter", label, title=title,
                   title_lines=[random.choice((label, label.upper())), title] if two_lines else
                   [f"{label}. {title}" if random.random() < 0.5 else f"{label} {title}"])
        with_sections = sections and chapter == 1
        for index in range(random.randint(2, 3)):
            if with_sections and index < 2:
                name = ("TRÁCH NHIỆM CỦA CÁC CƠ QUAN", "HỒ SƠ VÀ THỦ TỤC")[index]
                paper.node("section", f"Mục {index + 1}", title=name,
                           title_lines=[f"Mục {index + 1}", name] if random.random() < 0.6 else
                           [f"Mục {index + 1}. {name}"])
            last = chapter == chapters - 1
            if last or not pool or random.random() < 0.25:
                duty_article(paper, duties, number)
            else:
                said_article(paper, pool.pop(0), number, topic, word)
            number += 1
    return number


def duty_article(paper, duties, number):
    random = paper.random
    party = duties.party()
    paper.node("article", f"Điều {number}.", title=f"Trách nhiệm của {party}")
    for index in range(random.randint(2, 3)):
        place(paper, "clause", f"{index + 1}.", lambda: duties.under(party))


def said_article(paper, article, number, topic, word):
    random = paper.random
    title, texts = article
    paper.node("article", f"Điều {number}.", title=title)
    for index, text in enumerate(texts):
        text = text.replace("{Word}", word).replace("{topic}", topic.name)
        paper.node("clause", f"{index + 1}.", text=text)
        if index == len(texts) - 1 and random.random() < 0.6:
            count = random.randint(2, 7)
            node = paper.open_nodes[-1][1]
            node["title"] = node["title"].rstrip(".") + ", gồm:"
            paper.blocks[-1].text = paper.blocks[-1].text.rstrip(".") + ", gồm:"
            for point in range(count):
                paper.node("point", f"{LETTERS[point]})",
                           text=random.choice(POINTS) + (";" if point < count - 1 else "."))


POINTS = ("Bản chính hoặc bản sao có chứng thực", "Phiếu khảo sát đã điền đủ", "Ảnh chụp hiện trạng",
          "Danh sách người tham gia có chữ ký", "Ý kiến của cộng đồng dân cư", "Bản cam kết của hộ gia đình",
          "Biên bản bàn giao giữa các bên", "Tài liệu khác có liên quan (nếu có)")


def dispatch(paper, body=None, upper=None):
    random = paper.random
    if body is None:
        body, upper = issuer(paper)
    topic = random.choice(words.TOPICS)
    subject = f"{random.choice(('tăng cường', 'triển khai', 'đôn đốc', 'báo cáo kết quả'))} " \
              f"{random.choice((topic.name, *topic.subjects))}"
    if random.random() < 0.3:
        subject += f" {period(paper)}"
    bare = random.random() < 0.1
    header(paper, body, "Công văn", "" if bare else subject, letter=True)
    addressees(paper)
    acts = superior_acts(paper, upper, topic)[:random.randint(1, 2)]
    duties = Duties(paper, body, topic)
    texts = " và ".join(in_full(paper, act, basis=True) for act in acts)
    paper.task([("các cơ quan, đơn vị", "request", {"role_accept": ["implement"]})], "thực hiện một số nội dung",
               optional=True)
    paper.paragraph(f"{random.choice(('Thực hiện', 'Căn cứ', 'Thực hiện'))} {texts}, "
                    f"{body.own} đề nghị các cơ quan, đơn vị thực hiện một số nội dung sau:")
    for index in range(random.randint(2, 5)):
        rank_open(paper, "number", f"{index + 1}.")
        finish(paper, duties.sentence())
        if random.random() < 0.25:
            lettered = random.random() < 0.5
            for inner in range(2):
                paper.node("letter" if lettered else "dash", f"{LETTERS[inner]})" if lettered else "-",
                           text=random.choice(words.DEMANDS))
    paper.close_nodes()
    if random.random() < 0.3:
        paper.add("numbers", numbers_in_text(paper))
    if random.random() < 0.5:
        paper.paragraph(f"Các nội dung khác tại {in_short(paper, acts[0])} tiếp tục được thực hiện.")
    if random.random() < 0.35:
        paper.task([("các đơn vị", "request", {"role_accept": ["implement"]})], "quan tâm phối hợp", optional=True)
        paper.paragraph(f"{body.own} đề nghị các đơn vị quan tâm phối hợp.")
    ending = random.randrange(3)
    if ending == 0:
        paper.task([(body.own, "monitor", {"role_accept": ["implement"]})], "tổ chức kiểm tra", optional=True)
    paper.paragraph((
        f"{body.own} sẽ tổ chức kiểm tra việc thực hiện./.",
        f"Trong quá trình thực hiện, nếu có vướng mắc, xin liên hệ bà {person(random)}, điện thoại 0200.3999."
        f"{random.randint(100, 999)}./.", "Trân trọng./.")[ending])
    closing(paper, body, recipients(paper, body, letter=True))
    return body


def addressees(paper, pool=None):
    random = paper.random
    pool = pool or ("Các phòng chuyên môn thuộc Sở", "Ủy ban nhân dân các xã, phường", "Sở Tài chính",
                    "Các đơn vị sự nghiệp trực thuộc", "Giám đốc các bệnh viện, trung tâm y tế", "Sở Nội vụ",
                    "Hiệu trưởng các trường trung học phổ thông", "Công an tỉnh", "Bảo hiểm xã hội tỉnh")
    names = random.sample(pool, min(len(pool), random.choice((1, 1, 2, 3, 4))))
    paper.tail["addressees"] = names
    if len(names) == 1:
        lines = [f"Kính gửi: {names[0]}{random.choice(('', '.'))}"]
    elif random.random() < 0.2:
        lines = [f"{'Kính gửi: ' if index == 0 else ''}- {name}{';' if index < len(names) - 1 else '.'}"
                 for index, name in enumerate(names)]
    else:
        lines = ["Kính gửi:"] + [f"- {name}{';' if index < len(names) - 1 else '.'}"
                                 for index, name in enumerate(names)]
    paper.add("cell", lines=lines, role="addressees")


def notice(paper):
    random = paper.random
    body, upper = issuer(paper)
    topic = random.choice(words.TOPICS)
    speaker = person(random)
    title = random.choice((f"Kết luận của đồng chí {speaker}, {body.deputy.capitalize()} tại cuộc họp về "
                           f"{topic.name}", f"Về việc {topic.subjects[0]}", f"Phân công nhiệm vụ {topic.short}"))
    header(paper, body, "Thông báo", title)
    day = paper.issued - datetime.timedelta(days=random.randint(1, 8))
    paper.date(day.isoformat(), "event")
    duties = Duties(paper, body, topic)
    paper.paragraph(f"{upper_first(long_date(day))}, {body.own} họp bàn về {topic.name}. Sau khi nghe các "
                    f"đơn vị báo cáo, cuộc họp thống nhất như sau:")
    for index in range(random.randint(3, 5)):
        place(paper, "number", f"{index + 1}.", duties.sentence)
    paper.close_nodes()
    paper.task([("các cơ quan, đơn vị", "implement")], "biết và thực hiện", optional=True)
    paper.paragraph(f"{body.own} thông báo để các cơ quan, đơn vị biết và thực hiện./.")
    closing(paper, body, recipients(paper, body))
    return body


def report(paper, body=None, upper=None):
    random = paper.random
    if body is None:
        body, upper = issuer(paper)
    topic = random.choice(words.TOPICS)
    year = paper.issued.year
    form = random.randrange(3)
    if form == 0:
        when = f"quý {ROMANS[random.randrange(4)]}/{year}"
        quarter = ROMANS.index(when.split()[1].split("/")[0]) + 1
        first, last = two(quarter * 3 - 2), two(quarter * 3)
        paper.date(f"{year}-Q{quarter}", "period",
                   iso_accept=[f"{year}-{32 + quarter}", f"{year}-{first}/{year}-{last}"])
    elif form == 1:
        when = f"6 tháng đầu năm {year}"
        paper.date(f"{year}-01/{year}-06", "period", _optional=True,
                   iso_accept=[f"{year}-01-01/{year}-06-30", str(year)])
    else:
        when = f"năm {year}"
        paper.date(str(year), "period", _optional=True)
    title = f"{random.choice(('Kết quả', 'Tình hình'))} {topic.name} {when}"
    header(paper, body, "Báo cáo", title)
    if random.random() < 0.4:
        addressees(paper, (upper.name, "Sở Nội vụ", "Sở Tài chính"))
    acts = superior_acts(paper, upper, topic)
    paper.paragraph(f"Thực hiện {' và '.join(in_full(paper, a, basis=True) for a in acts[:2])}, {body.own} "
                    f"báo cáo kết quả {topic.name} như sau:")
    form, (first, second, third) = scheme(paper)
    fault = Fault(paper)
    sections = ("Kết quả đạt được", "Tồn tại, hạn chế và nguyên nhân", "Phương hướng thời gian tới",
                "Kiến nghị, đề xuất")
    for index, name in enumerate(sections[:random.randint(3, 4)]):
        paper.node(first[0], first[1](fault(index)), title=name.upper())
        if index == 0 and random.random() < 0.7:
            for inner, (content, text) in enumerate(random.sample(topic.contents, 2)):
                paper.node(second[0], second[1](inner), title=content)
                sub_items(paper, random.sample(words.FACTS, 2), third)
        elif index == 3:
            body_above = body.above or upper.name
            work = f"xem xét, bổ sung kinh phí cho công tác {topic.short}"
            paper.task([(body_above, "request", {"role_accept": ["approve", "implement"]})], work)
            paper.paragraph(f"Đề nghị {body_above} {work}.")
        else:
            for inner, text in enumerate(random.sample(words.FACTS, 2)):
                paper.node(second[0], second[1](inner), text=text)
        if random.random() < 0.3 and index < 2:
            paper.close_nodes(5)
            paper.add("numbers", numbers_in_text(paper))
    paper.close_nodes()
    paper.paragraph(f"Trên đây là Báo cáo kết quả {topic.name} của {body.own}./.")
    closing(paper, body, recipients(paper, body))
    return body


def submission(paper):
    random = paper.random
    body, upper = issuer(paper)
    topic = random.choice(words.TOPICS)
    what = random.choice((f"ban hành Kế hoạch {topic.name}", f"phê duyệt dự toán {topic.short}"))
    header(paper, body, "Tờ trình", f"{random.choice(('Về việc', 'V/v'))} {what}" if random.random() < 0.8
           else f"Đề nghị {what}")
    paper.head["title_accept"] = [what]
    above = upper.name if body.short == "Sở" else body.above or upper.name
    addressees(paper, (above,))
    acts = superior_acts(paper, upper, topic)
    paper.paragraph(f"Căn cứ {'; '.join(in_full(paper, a, basis=True) for a in acts[:2])}, {body.own} kính "
                    f"trình {above} {what} với các nội dung chủ yếu sau:")
    roman = random.random() < 0.5
    for index, name in enumerate(("Sự cần thiết", "Nội dung chính", "Kinh phí")):
        if roman:
            paper.node("roman", f"{ROMANS[index]}.", title=name.upper())
        else:
            paper.node("number", f"{index + 1}.", title=name)
        paper.paragraph((random.choice(topic.aims), topic.contents[0][1],
                         f"Tổng kinh phí {money(paper)}, trong đó năm đầu {money(paper)}.")[index])
    paper.close_nodes()
    paper.task([(above, "approve", {"role_accept": ["request"]})], f"xem xét, {what}", optional=True)
    paper.task([(above, "request", {"role_accept": ["approve"]})], f"xem xét, quyết định", optional=True)
    paper.paragraph(f"{body.own} kính trình {above} xem xét, quyết định./.")
    closing(paper, body, recipients(paper, body, letter=True))
    return body


def directive(paper):
    random = paper.random
    noun, name = bodies.province(random)
    paper.place_names = noun, name
    body = bodies.committee(noun, name)
    topic = random.choice(words.TOPICS)
    header(paper, body, "Chỉ thị", f"Về {random.choice(('tăng cường', 'đẩy mạnh'))} {topic.name} trên địa bàn "
                                   f"{noun} {name}")
    duties = Duties(paper, body, topic)
    paper.paragraph(f"Thời gian qua, {topic.name} có chuyển biến. {' '.join(random.sample(words.FACTS, 2))} Để khắc "
                    f"phục, Chủ tịch {body.name} yêu cầu:")
    for index in range(random.randint(3, 5)):
        label = f"{index + 1}."
        if random.random() < 0.4:
            party = duties.party()
            paper.node("number", label, title=party)
            for inner in range(random.randint(1, 3)):
                place(paper, "letter", f"{LETTERS[inner]})", lambda: duties.under(party))
        else:
            place(paper, "number", label, duties.sentence)
    paper.close_nodes()
    paper.task([(duties.group(), "implement")], "thực hiện Chỉ thị này", optional=True)
    group = paper.tasks[-1]["parties"][0]["party"]
    paper.paragraph(f"Yêu cầu {lower_first(group)} nghiêm túc thực hiện Chỉ thị này./.")
    closing(paper, body, recipients(paper, body), chain=random.choice(("head", "deputy")))
    return body


def telegram(paper):
    random = paper.random
    noun, name = bodies.province(random)
    paper.place_names = noun, name
    body = bodies.committee(noun, name)
    topic = random.choice(words.TOPICS)
    header(paper, body, "Công điện", f"Về việc chủ động {topic.subjects[1]}")
    paper.add("cell", lines=[f"CHỦ TỊCH {body.name.upper()} điện:"])
    names = random.sample(("Giám đốc các sở, Thủ trưởng các ban, ngành", "Chủ tịch Ủy ban nhân dân các xã, phường",
                           "Giám đốc Công an tỉnh", "Các doanh nghiệp có liên quan"), random.randint(2, 3))
    paper.tail["addressees"] = names
    paper.add("cell", lines=[f"- {n}{';' if i < len(names) - 1 else '.'}" for i, n in enumerate(names)])
    duties = Duties(paper, body, topic)
    day = paper.issued - datetime.timedelta(days=1)
    paper.date(day.isoformat(), "event")
    paper.paragraph(f"Ngày {short_date(day)}, trên địa bàn xảy ra một số vụ việc liên quan. Chủ tịch "
                    f"{body.name} yêu cầu:")
    for index in range(random.randint(3, 4)):
        place(paper, "number", f"{index + 1}.", duties.sentence)
    paper.close_nodes()
    closing(paper, body, recipients(paper, body, letter=True), chain="head")
    return body


def invitation(paper):
    """Without a subject; the kind is printed, or the letter has neither kind nor V/v."""
    random = paper.random
    body, upper = issuer(paper)
    topic = random.choice(words.TOPICS)
    titled = random.random() < 0.5
    header(paper, body, "Giấy mời", f"Dự họp bàn về {topic.name}" if titled else "", print_kind=random.random() < 0.8)
    day = later(paper, 2, 9)
    hour = random.choice((8, 9, 14, 15))
    paper.date(f"{day.isoformat()}T{two(hour)}:00", "event", iso_accept=[day.isoformat()])
    paper.paragraph(f"{body.name} trân trọng kính mời:")
    for guest in random.sample(("Lãnh đạo Sở Tài chính", "Đại diện Công an tỉnh", "Trưởng các phòng chuyên môn",
                                "Giám đốc các đơn vị trực thuộc"), random.randint(2, 3)):
        paper.node("dash", "-", text=f"{guest};")
    paper.close_nodes()
    paper.paragraph(f"Tới dự cuộc họp về {topic.name}.")
    labelled = random.random() < 0.5
    text = f"{two(hour)} giờ 00 phút, {random.choice((long_date(day), f'ngày {short_date(day)}'))}"
    if labelled:
        paper.node("number", "1.", title="Thời gian", text=f"{text}.")
        paper.node("number", "2.", title="Địa điểm", text="Phòng họp số 2, trụ sở cơ quan.")
    else:
        paper.paragraph(f"Thời gian: {text}.")
        paper.paragraph("Địa điểm: Phòng họp số 2, trụ sở cơ quan.")
    paper.close_nodes()
    paper.paragraph("Rất hân hạnh được đón tiếp quý vị đại biểu./.")
    closing(paper, body, recipients(paper, body, letter=True))
    return body


def minutes(paper):
    """Two signers; mostly without place and date line."""
    random = paper.random
    body, upper = issuer(paper)
    topic = random.choice(words.TOPICS)
    header(paper, body, "Biên bản", f"Họp bàn về {topic.name}", place_line=random.random() < 0.4)
    day = paper.issued
    if paper.head["issue_date"] is None:
        paper.head["issue_date_accept"] = [day.isoformat()]
    hour = random.choice((8, 9, 14))
    paper.date(f"{day.isoformat()}T{two(hour)}:00", "event", iso_accept=[day.isoformat()])
    paper.paragraph(f"Thời gian: {two(hour)} giờ 00 phút, {long_date(day)}.")
    paper.paragraph("Địa điểm: Phòng họp tầng 3, trụ sở cơ quan.")
    chair, clerk = person(random), person(random)
    paper.node("roman", "I.", title="THÀNH PHẦN")
    paper.node("number", "1.", title="Chủ trì", text=f"Ông {chair}, {body.deputy.capitalize()}.")
    paper.node("number", "2.", title="Thư ký", text=f"Bà {clerk}, chuyên viên.")
    paper.node("roman", "II.", title="NỘI DUNG")
    for index, text in enumerate(random.sample(words.FACTS, 2)):
        paper.node("number", f"{index + 1}.", text=text)
    paper.node("roman", "III.", title="KẾT LUẬN")
    duties = Duties(paper, body, topic)
    for index in range(random.randint(2, 3)):
        place(paper, "number", f"{index + 1}.", duties.sentence)
    paper.close_nodes()
    paper.date(f"{day.isoformat()}T{two(hour + 2)}:30", "event", iso_accept=[day.isoformat()])
    paper.paragraph(f"Cuộc họp kết thúc lúc {two(hour + 2)} giờ 30 phút, {long_date(day)}. Biên bản đã được đọc lại "
                    f"và mọi người nhất trí./.")
    left, right = ["THƯ KÝ", clerk], [random.choice(("CHỦ TỌA", "CHỦ TRÌ")), chair]
    if paper.style("closing", "split") == "split":
        paper.add("cell", lines=left)
        paper.add("cell", lines=right)
    else:
        paper.add("cell", lines=[f"{a:<30}{b}" if paper.style("closing", "") == "spaced" else f"{a} {b}"
                                 for a, b in zip(left, right)])
    paper.tail["signers"] = [{"title": left[0], "name": clerk, "authority": []},
                             {"title": right[0], "name": chair, "authority": []}]
    paper.tail["signer"] = paper.tail["signers"][1]
    paper.tail["recipients"], paper.tail["archive"] = [], None
    return body
