"""Who must do what by when: sentences, headings with parties, closing lists; each noted as a task."""

import words
from phrases import ROMANS, deadline

_MONITOR = ("giám sát", "kiểm tra", "hướng dẫn", "theo dõi", "tuần tra")
#: Letters of points: no f, j, w, z.
LETTERS = "abcdđeghiklmnopqrstuvxy"


def listed(names):
    """A, B và C"""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} và {names[-1]}"


def upper_first(text):
    return text[0].upper() + text[1:]


def lower_first(text):
    return text[0].lower() + text[1:]


def joined(work, due):
    """The work with its deadline, and the mark between them."""
    if due is None:
        return work
    mark = ", " if due.words.split()[0] in ("hoàn", "xong", "chậm", "muộn") else " "
    return f"{work}{mark}{due.words}"


class Duties:
    """Draws parties and works for one paper without drawing any twice."""

    def __init__(self, paper, body, topic):
        self.paper, self.body, self.topic, self.random = paper, body, topic, paper.random
        self.works = list(topic.works)
        self.random.shuffle(self.works)
        self.bodies = list(self.pool())
        self.random.shuffle(self.bodies)

    def pool(self):
        noun = "tỉnh" if self.body.province is None or self.body.province in words.PROVINCES else "thành phố"
        here = [name.replace("tỉnh", noun) for name in words.AGENCIES]
        if self.body.level == "central":
            return words.MINISTRIES
        if self.body.level == "unit" or self.body.short == "Sở":
            return [*words.DIVISIONS, *(["Văn phòng Sở"] if self.body.short == "Sở" else [])]
        if self.body.level in ("commune", "district"):
            return ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công",
                    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Trạm Y tế", "Ban Chỉ huy Quân sự",
                    "Công an xã" if "xã" in self.body.name.split() else "Công an phường"]
        return [*(name for name, *_ in words.DEPARTMENTS), *here]

    def work(self):
        if not self.works:
            self.works = [f"tiếp tục {work}" for work in self.topic.works]
        return self.works.pop()

    def party(self):
        if len(self.bodies) < 2:
            known = set(self.bodies)
            self.bodies += [name for name in self.pool() if name not in known]
            self.random.shuffle(self.bodies)
        return self.bodies.pop()

    def parties(self, count):
        return list(dict.fromkeys(self.party() for _ in range(count)))

    def group(self):
        if self.body.level in ("commune", "district"):
            return self.random.choice(("Các phòng, ban chuyên môn", "Các cơ quan, đơn vị",
                                       "Trưởng các thôn, tổ dân phố"))
        if self.body.level == "central":
            return self.random.choice(("Các bộ, cơ quan ngang bộ", "Các bộ, ngành, địa phương",
                                       "Ủy ban nhân dân các tỉnh, thành phố"))
        if self.body.short == "Sở" or self.body.level == "unit":
            return self.random.choice(words.OPEN_DEPARTMENT)
        return self.random.choice(words.OPEN_PROVINCE)

    def due(self, chance=0.55):
        return deadline(self.paper) if self.random.random() < chance else None

    def role(self, work):
        return ("implement", {"role_accept": ["monitor"]} if work.startswith(_MONITOR) else {})

    # Sentences with their own party

    def sentence(self):
        form = self.random.choices(
            (self.given, self.leading, self.answerable, self.advising, self.demanded, self.group_duty,
             self.reporting, self.focal, self.two_works, self.listed_groups, self.together, self.after_colon,
             self.date_first, self.passive, self.assigned, self.due_apart, self.bracketed, self.head_given),
            (18, 18, 10, 8, 7, 7, 8, 5, 5, 4, 5, 4, 4, 3, 4, 4, 3, 4))[0]
        return form()

    def date_first(self):
        """Trước ngày …, X hoàn thành việc …"""
        party, work, due = self.party(), self.work(), deadline(self.paper, plain=True)
        role, accept = self.role(work)
        self.paper.task([(party, role, accept)], work, due)
        return f"{upper_first(due.words)}, {party} {work}."

    def passive(self):
        """Việc … do X thực hiện, …"""
        party, work, due = self.party(), self.work(), self.due(0.6)
        self.paper.task([(party, "implement", {"role_accept": ["lead"]})], work, due)
        return f"Việc {work} do {joined(f'{party} thực hiện', due)}."

    def assigned(self):
        """Phân công X …"""
        party, work, due = self.party(), self.work(), self.due()
        role, accept = self.role(work)
        self.paper.task([(party, role, accept)], work, due)
        return f"{self.random.choice(('Phân công', 'Giao trách nhiệm cho', 'Giao'))} {party} {joined(work, due)}."

    def due_apart(self):
        """The deadline in a sentence of its own."""
        lead, other, work, due = self.party(), self.party(), self.work(), deadline(self.paper, plain=True)
        self.led(lead, [other], work, due)
        words_ = due.words if due.words.startswith("hoàn thành") else f"hoàn thành {due.words}" \
            if due.words.startswith(("trước", "chậm")) else f"thời gian hoàn thành: {due.words}"
        return f"{lead} chủ trì, phối hợp với {other} {work}. {upper_first(words_)}."

    def bracketed(self):
        """X (cơ quan thường trực …) …"""
        party, other, work, due = self.party(), self.party(), self.work(), self.due()
        self.led(party, [other], work, due)
        self.paper.tasks[-1]["parties"][0]["party_accept"] = [f"{party} (cơ quan thường trực)"]
        return f"{party} (cơ quan thường trực) chủ trì, phối hợp với {other} {joined(work, due)}."

    def head_given(self):
        """Giám đốc X chỉ đạo …"""
        party, work, due = self.party(), self.work(), self.due()
        name = f"Giám đốc {party}" if party.startswith("Sở") else f"Trưởng {lower_first(party)}" \
            if party.startswith("Phòng") else party
        self.paper.task([(name, "implement", {"role_accept": ["monitor", "lead"]})], work, due)
        return f"{name} trực tiếp chỉ đạo {joined(work, due)}."

    def focal(self):
        """X là đầu mối …"""
        party, work, due = self.party(), self.work(), self.due()
        word = self.random.choice(("là cơ quan thường trực, ", "làm đầu mối ", "là đầu mối "))
        self.paper.task([(party, "lead", {"role_accept": ["implement"]})], work, due)
        return f"{party} {word}{joined(work, due)}."

    def two_works(self):
        """Two clauses parted by a semicolon, each a task, the second with the deadline."""
        party, first, second, due = self.party(), self.work(), self.work(), deadline(self.paper)
        given = self.random.random() < 0.5
        for work, by in ((first, None), (second, due)):
            role, accept = self.role(work)
            self.paper.task([(party, role, accept)], work, by)
        return f"{'Giao ' if given else ''}{party} {first}; {joined(second, due)}."

    def listed_groups(self):
        """Several parties of one duty."""
        parties, work, due = self.parties(2), self.work(), self.due()
        group = self.group()
        names = [*parties, lower_first(group)] if self.random.random() < 0.5 else parties
        role, accept = self.role(work)
        self.paper.task([(name, role, accept) for name in names], work, due)
        return f"{listed(names)} {self.random.choice(('có trách nhiệm', 'chịu trách nhiệm', 'chủ động'))} " \
               f"{joined(work, due)}."

    def together(self):
        """X phối hợp với Y …: without a lead."""
        party, other, work, due = self.party(), self.party(), self.work(), self.due(0.4)
        self.paper.task([(party, "coordinate", {"role_accept": ["implement"]}),
                         (other, "lead", {"_optional": True, "role_accept": ["coordinate", "implement"]})], work, due)
        return f"{party} {self.random.choice(('phối hợp với', 'phối hợp cùng'))} {other} {joined(work, due)}."

    def after_colon(self):
        """X: làm …"""
        party, work, due = self.party(), self.work(), self.due()
        role, accept = self.role(work)
        self.paper.task([(party, role, accept)], work, due)
        return f"{party}: {upper_first(joined(work, due))}."

    def given(self):
        lead, others, work, due = self.party(), self.parties(self.random.randint(1, 3)), self.work(), self.due()
        self.led(lead, others, work, due)
        return f"Giao {lead} chủ trì, phối hợp với {listed(others)} {joined(work, due)}."

    def leading(self):
        lead, others, work, due = self.party(), self.parties(self.random.randint(1, 3)), self.work(), self.due()
        self.led(lead, others, work, due)
        tail = self.random.choice(("", " và các đơn vị liên quan")) if len(others) == 1 else ""
        if tail:
            self.paper.tasks[-1]["parties"].append(
                {"party": "các đơn vị liên quan", "role": "coordinate", "_optional": True})
        return f"{lead} chủ trì, phối hợp với {listed(others)}{tail} {joined(work, due)}."

    def led(self, lead, others, work, due):
        self.paper.task([(lead, "lead"), *((other, "coordinate") for other in others)], work, due)

    def answerable(self):
        party, work, due = self.party(), self.work(), self.due()
        self.paper.task([(party, "implement")], work, due)
        return f"{party} {self.random.choice(('có trách nhiệm', 'chịu trách nhiệm'))} {joined(work, due)}."

    def advising(self):
        party, due = self.party(), self.due(0.7)
        above = self.superior()
        what = self.random.choice((f"ban hành quy chế phối hợp trong {self.topic.name}",
                                   f"bố trí kinh phí cho công tác {self.topic.short}",
                                   f"kiện toàn bộ máy làm công tác {self.topic.short}"))
        self.paper.task([(party, "advise"), (above, "approve", {"_optional": True,
                                                                "role_accept": ["report_to"]})], what, due)
        return f"{party} tham mưu {above} {joined(what, due)}."

    def superior(self):
        if self.body.short == "Sở":
            return self.random.choice(("Giám đốc Sở", "Lãnh đạo Sở")) if self.random.random() < 0.7 else self.body.above
        if self.body.collective and self.body.collective.endswith("DÂN"):
            return self.body.short
        return self.body.above or self.body.short

    def demanded(self):
        party, work, due = self.party(), self.work(), self.due()
        accept = {"role_accept": ["monitor"]} if work.startswith(_MONITOR) else {}
        self.paper.task([(party, "implement", accept)], work, due)
        return f"Yêu cầu {party} {joined(work, due)}."

    def group_duty(self):
        party, work, due = self.group(), self.work(), self.due()
        role, accept = self.role(work)
        self.paper.task([(party, role, accept)], work, due)
        under = self.random.choice(("căn cứ chức năng, nhiệm vụ được giao, ", "theo chức năng, nhiệm vụ được giao ",
                                    "theo chức năng, nhiệm vụ ", "chủ động "))
        return f"{party} {under}{joined(work, due)}."

    def reporting(self):
        party, to, due = self.group(), self.party(), deadline(self.paper, often=self.random.random() < 0.6)
        self.paper.task([(party, "implement"), (to, "report_to")], "báo cáo kết quả thực hiện", due)
        return f"{party} báo cáo kết quả thực hiện về {to} {due.words} để tổng hợp." \
            if due.words.startswith(("trước", "trong")) else \
            f"{party} báo cáo kết quả thực hiện về {to}, {due.words}."

    # Below a heading that names the party

    def under(self, party):
        """A sentence whose subject is the heading."""
        form = self.random.choices((self._leads, self._works, self._monitors, self._advises, self._helps),
                                   (28, 36, 16, 12, 8))[0]
        return form(party)

    def _leads(self, party):
        others, work, due = [n for n in self.parties(self.random.randint(1, 2)) if n != party], self.work(), self.due()
        self.led(party, others, work, due)
        return f"Chủ trì, phối hợp với {listed(others)} {joined(work, due)}." if others else \
            f"Chủ trì {joined(work, due)}."

    def _works(self, party):
        work, due = self.work(), self.due()
        role, accept = self.role(work)
        self.paper.task([(party, role, accept)], work, due)
        return f"{upper_first(joined(work, due))}."

    def _monitors(self, party):
        above, due = self.superior(), deadline(self.paper, often=self.random.random() < 0.6)
        self.paper.task([(party, "monitor", {"role_accept": ["implement", "lead"]})],
                        "theo dõi, đôn đốc việc thực hiện")
        self.paper.task([(party, "implement", {"role_accept": ["lead", "monitor"]}), (above, "report_to")],
                        f"tổng hợp kết quả, báo cáo {above}", due)
        mark = " " if due.words.startswith(("trước", "trong")) else ", "
        return f"Theo dõi, đôn đốc việc thực hiện; tổng hợp kết quả, báo cáo {above}{mark}{due.words}."

    def _advises(self, party):
        above, due = self.superior(), self.due(0.6)
        what = f"ban hành văn bản chỉ đạo về {self.topic.short}"
        self.paper.task([(party, "advise"), (above, "approve", {"_optional": True, "role_accept": ["report_to"]})],
                        what, due)
        return f"Tham mưu {above} {joined(what, due)}."

    def _helps(self, party):
        other, work, due = self.party(), self.work(), self.due(0.3)
        parties = [(party, "coordinate", {"role_accept": ["implement"]})]
        if other != party:
            parties.append((other, "lead", {"_optional": True, "role_accept": ["coordinate", "implement"]}))
        self.paper.task(parties, work, due)
        return f"Phối hợp với {other} {joined(work, due)}."

    # Requests to bodies outside of the hierarchy

    def request(self):
        front, work, due = self.random.choice(words.FRONTS), self.work(), self.due(0.2)
        accept = {"role_accept": ["implement"]}
        others = []
        if self.random.random() < 0.3:
            others = [n for n in (self.random.choice(words.FRONTS),) if n != front]
        self.paper.task([(name, "request", accept) for name in (front, *others)], work, due)
        return f"Đề nghị {listed([front, *others])} {joined(work, due)}."

    def requested_heading(self):
        """`Đề nghị Liên đoàn Lao động tỉnh` as a heading: (title, sentence)."""
        front, work = self.random.choice(words.FRONTS), self.work()
        self.paper.task([(front, "request", {"role_accept": ["implement"]})], work)
        return f"Đề nghị {front}", f"{upper_first(work)}."

    def closing_list(self, paper, word, names=None):
        """Chánh Văn phòng, Giám đốc …, chịu trách nhiệm thi hành Quyết định này."""
        heads = names or self.heads()
        paper.task([(name, "implement") for name in heads], f"thi hành {word} này")
        if self.random.random() < 0.2:
            listed_ = f"Các ông (bà): {listed(heads)}"
        else:
            listed_ = listed(heads)
        verb = self.random.choice(("chịu trách nhiệm thi hành", "chịu trách nhiệm thi hành", "có trách nhiệm thi hành",
                                   "chịu trách nhiệm tổ chức thực hiện"))
        return f"{listed_} {verb} {word} này./."

    def heads(self):
        random, body = self.random, self.body
        if body.short == "Sở":
            return [random.choice(("Chánh Văn phòng Sở", "Chánh Văn phòng")),
                    *(f"Trưởng {lower_first(name)}" for name in random.sample(words.DIVISIONS, random.randint(1, 2))),
                    *(["Thủ trưởng các đơn vị trực thuộc"] if random.random() < 0.5 else [])]
        if body.level == "unit":
            return [f"Trưởng {lower_first(name)}" for name in random.sample(words.DIVISIONS, random.randint(2, 3))]
        if body.level in ("commune", "district"):
            return [random.choice(("Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Trưởng phòng Kinh tế")),
                    "Trưởng phòng Văn hóa - Xã hội"]
        names = random.sample([name for name, *_ in words.DEPARTMENTS], random.randint(1, 3))
        first = f"Chánh Văn phòng {body.short}"
        return [first, *(f"Giám đốc {name}" for name in names),
                *(["Thủ trưởng các cơ quan, đơn vị liên quan"] if random.random() < 0.5 else [])]


# The section TỔ CHỨC THỰC HIỆN


def organisation(paper, duties, units, count=None):
    """Fills the open section with parties and what they do. units: (unit, label maker) of the level below."""
    random = paper.random
    count = count or random.randint(3, 5)
    unit, label = units
    style = random.choices(("headings", "sentences", "dashes"), (60, 30, 10))[0]
    for index in range(count):
        if style == "sentences":
            asks = index == count - 1 and random.random() < 0.3
            place(paper, unit, label(index), duties.request if asks else duties.sentence)
        elif style == "dashes":
            place(paper, "dash", "-", duties.sentence)
        else:
            party_heading(paper, duties, unit, label(index), last=index == count - 1)


def place(paper, unit, label, make):
    """A node whose text is made once it is open, so that its tasks know their place."""
    rank_open(paper, unit, label)
    finish(paper, make())


def rank_open(paper, unit, label):
    paper.node(unit, label, text="")


def finish(paper, text):
    node = paper.open_nodes[-1][1]
    node["title"] = text
    paper.blocks[-1].text += text
    start, colon, _ = text.partition(": ")
    if colon and len(start) < 60:
        node["title_accept"] = [start]


def led_in(paper, duties, unit, label):
    """`1. Giao Sở Y tế:` and dashes with what it does."""
    party = duties.party()
    text = paper.random.choice((f"Giao {party}:", f"{party} có trách nhiệm:", f"{party}:"))
    paper.node(unit, label, text=text)["title_accept"] = [party, text.rstrip(":")]
    for index in range(paper.random.randint(2, 3)):
        place(paper, "dash", "-", lambda: duties.under(party))


def party_heading(paper, duties, unit, label, last):
    random = paper.random
    if random.random() < 0.15:
        led_in(paper, duties, unit, label)
        return
    if last and random.random() < 0.3:
        before = len(paper.tasks)
        title, sentence = duties.requested_heading()
        paper.node(unit, label, title=title)
        for task in paper.tasks[before:]:
            task["place"] = [node["label"] for _, node in paper.open_nodes]
        paper.paragraph(sentence)
        return
    party = duties.group() if random.random() < 0.2 else duties.party()
    colon = ":" if random.random() < 0.15 else ""
    if random.random() < 0.12 and unit == "number":
        rank_open(paper, unit, label)
        sentence = duties.under(party)
        node = paper.open_nodes[-1][1]
        node["title"], node["kind"] = party, "heading"
        paper.blocks[-1].text = f"{label} {party}: {sentence}"
        return
    paper.node(unit, label, title=party)
    paper.blocks[-1].text += colon
    lines = random.randint(1, 3)
    if lines == 1 and random.random() < 0.6:
        paper.paragraph(duties.under(party))
        return
    form = random.choices(("dash", "letter", "paragraph"), (55, 25, 20))[0]
    for index in range(lines):
        if form == "paragraph":
            paper.paragraph(duties.under(party))
        else:
            place(paper, form, "-" if form == "dash" else f"{LETTERS[index]})", lambda: duties.under(party))
