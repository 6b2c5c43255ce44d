"""Dates, deadlines, money and citations as running text has them; each notes what it says."""

import datetime
from dataclasses import dataclass, field

from paper import Citation
import words

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def two(number):
    return f"{number:02}"


def long_date(day, pad_month=False):
    """ngày 05 tháng 01 năm 2026; months 3 to 9 without a zero."""
    month = two(day.month) if day.month < 3 or pad_month else str(day.month)
    return f"ngày {two(day.day)} tháng {month} năm {day.year}"


def short_date(day, mark="/"):
    month = two(day.month) if day.month < 3 else str(day.month)
    return f"{two(day.day)}{mark}{month}{mark}{day.year}"


def written_date(paper, day):
    """The date in one of the forms that the paper uses."""
    form = paper.random.random()
    if paper.style("dashes", False):
        return long_date(day) if form < 0.15 else f"ngày {short_date(day, '-')}" if form < 0.8 \
            else f"ngày {short_date(day)}"
    if form < 0.5:
        return f"ngày {short_date(day)}"
    return long_date(day)


def later(paper, least=15, most=300):
    return paper.issued + datetime.timedelta(days=paper.random.randint(least, most))


# Deadlines


@dataclass
class Deadline:
    """By when: words, EDTF, bound, recurrence or term."""

    words: str
    iso: str | None
    bound: str
    recurrence: str | None = None
    term: dict | None = None
    more: dict = field(default_factory=dict)

    def fact(self):
        made = {"text": self.words, "iso": self.iso, "bound": self.bound, "recurrence": self.recurrence,
                "term": self.term, **self.more}
        return {key: value for key, value in made.items() if value is not None or key == "iso"}

    def note(self, paper):
        role = "recurring_deadline" if self.recurrence else "duration" if self.term else "deadline"
        fact = self.fact()
        paper.date(fact.pop("iso"), role, **fact)
        return self


def deadline(paper, plain=False, often=False):
    """A deadline of any form, noted. plain: a single day of the calendar; often: mostly one that comes again."""
    chosen = paper.random.choices(
        ("day", "by", "month", "quarter", "year", "yearly", "monthly", "quarterly", "term", "hour"),
        (60, 40, 0, 0, 0, 0, 0, 0, 0, 0) if plain else (6, 4, 1, 1, 0, 42, 26, 0, 16, 4) if often else
        (42, 28, 10, 7, 4, 0, 0, 0, 6, 3))[0]
    return _DEADLINES[chosen](paper).note(paper)


def _day_words(paper, day):
    return written_date(paper, day)


def _before(paper):
    day = later(paper)
    if paper.random.random() < 0.06:
        return Deadline(f"trước {short_date(day)}", day.isoformat(), "before")
    if paper.random.random() < 0.05:
        return Deadline(f"trước ngày {short_date(day, '.')}", day.isoformat(), "before")
    words_ = paper.random.choice(("trước", "hoàn thành trước", "xong trước", "trước"))
    return Deadline(f"{words_} {_day_words(paper, day)}", day.isoformat(), "before")


def _by(paper):
    day = later(paper)
    words_ = paper.random.choice(("chậm nhất", "chậm nhất là", "muộn nhất", "hoàn thành chậm nhất", "đến hết",
                                  "chậm nhất đến hết"))
    return Deadline(f"{words_} {_day_words(paper, day)}", day.isoformat(), "by")


def _month(paper):
    day = later(paper, 30)
    words_ = paper.random.choice(("hoàn thành trong", "xong trong"))
    text = paper.random.choice((f"tháng {day.month}/{day.year}", f"tháng {day.month} năm {day.year}"))
    return Deadline(f"{words_} {text}", f"{day.year}-{two(day.month)}", "by",
                    more={"bound_accept": ["during", "on"]})


def _quarter(paper):
    day = later(paper, 60)
    quarter = (day.month + 2) // 3
    mark = paper.random.choice((f"{ROMANS[quarter - 1]}/", f"{ROMANS[quarter - 1]} năm "))
    first, last = two(quarter * 3 - 2), two(quarter * 3)
    return Deadline(
        f"hoàn thành trong quý {mark}{day.year}", f"{day.year}-Q{quarter}", "by",
        more={"bound_accept": ["during", "on"],
              "iso_accept": [f"{day.year}-{32 + quarter}", f"{day.year}-{first}/{day.year}-{last}"]})


def _year(paper):
    year = later(paper, 60).year
    return Deadline(f"hoàn thành trong năm {year}", str(year), "by", more={"bound_accept": ["during", "on"]})


def _yearly(paper):
    day = later(paper)
    every = paper.random.choice(("hằng năm", "hàng năm"))
    date = paper.random.choice((f"{two(day.day)}/{day.month if day.month > 2 else two(day.month)}",
                                f"{two(day.day)} tháng {day.month if day.month > 2 else two(day.month)}"))
    word, bound = paper.random.choice((("trước ngày", "before"), ("chậm nhất ngày", "by")))
    return Deadline(f"{word} {date} {every}", f"--{two(day.month)}-{two(day.day)}", bound, "yearly")


def _monthly(paper):
    day = paper.random.choice((5, 10, 15, 20, 25))
    every = paper.random.choice(("hằng tháng", "hàng tháng"))
    return Deadline(f"trước ngày {two(day)} {every}", f"---{two(day)}", "before", "monthly")


def _quarterly(paper):
    day = paper.random.choice((15, 20, 25))
    return Deadline(f"trước ngày {day} tháng cuối quý", None, "before", "quarterly",
                    more={"unresolved": True})


def _term(paper):
    count = paper.random.choice((3, 5, 7, 10, 15, 30))
    unit, name = paper.random.choice((("workingDay", "ngày làm việc"), ("day", "ngày")))
    anchor = paper.random.choice(("ngày nhận được văn bản", "ngày nhận đủ hồ sơ hợp lệ", "ngày kết thúc đợt kiểm tra"))
    return Deadline(f"trong thời hạn {two(count)} {name} kể từ {anchor}", None, "by",
                    term={"count": count, "unit": unit, "anchor": anchor})


def _hour(paper):
    day = later(paper, 3, 20)
    hour = paper.random.choice((8, 10, 11, 16, 17))
    clock = paper.random.choice((f"{two(hour)} giờ 00", f"{two(hour)} giờ 00 phút", f"{two(hour)}h00"))
    return Deadline(f"trước {clock} {written_date(paper, day)}", f"{day.isoformat()}T{two(hour)}:00",
                    "before", more={"iso_accept": [day.isoformat()]})


_DEADLINES = {"day": _before, "by": _by, "month": _month, "quarter": _quarter, "year": _year, "yearly": _yearly,
              "monthly": _monthly, "quarterly": _quarterly, "term": _term, "hour": _hour}


# Periods and other dates


def period(paper):
    """`năm 2026`, `giai đoạn 2026 - 2030`: of a title."""
    year = paper.issued.year
    form = paper.random.random()
    if form < 0.1:
        return term_of_office(paper)
    if form < 0.6:
        paper.date(str(year), "period", _optional=True)
        return f"năm {year}"
    last = year + paper.random.choice((2, 4, 5))
    paper.date(f"{year}/{last}", "period")
    return f"giai đoạn {year} - {last}"


def span(paper):
    """`từ ngày … đến ngày …`"""
    if paper.random.random() < 0.2:
        return months(paper)
    start = later(paper, 5, 60)
    end = start + datetime.timedelta(days=paper.random.randint(10, 90))
    paper.date(f"{start.isoformat()}/{end.isoformat()}", "period")
    if paper.random.random() < 0.3 and start.year == end.year:
        return f"từ ngày {two(start.day)}/{start.month if start.month > 2 else two(start.month)} đến " \
               f"ngày {short_date(end)}"
    mark = "-" if paper.style("dashes", False) else "/"
    return f"từ ngày {short_date(start, mark)} đến ngày {short_date(end, mark)}"


def term_of_office(paper):
    """nhiệm kỳ 2025 - 2030, năm học 2025 - 2026"""
    year = paper.issued.year
    word, count = paper.random.choice((("nhiệm kỳ", 5), ("năm học", 1)))
    paper.date(f"{year}/{year + count}", "period")
    return f"{word} {year} - {year + count}"


def months(paper):
    """từ tháng 3 đến tháng 6 năm 2026"""
    year, first = paper.issued.year + 1, paper.random.randint(1, 7)
    last = first + paper.random.randint(2, 5)
    paper.date(f"{year}-{two(first)}/{year}-{two(last)}", "period")
    return paper.random.choice((f"từ tháng {first} đến tháng {last} năm {year}",
                                f"từ tháng {first}/{year} đến tháng {last}/{year}"))


def impossible(paper):
    """A day that no calendar has: no value, a finding."""
    return paper.random.choice((f"ngày 31/4/{paper.issued.year}", f"ngày 30 tháng 02 năm {paper.issued.year}",
                                f"ngày 31/9/{paper.issued.year}"))


def from_now(paper):
    year = paper.issued.year
    issued = paper.issued.isoformat() if paper.head.get("issue_date") else None
    paper.date(f"{issued}/{year}" if issued else None, "period", text=f"Từ nay đến hết năm {year}",
               iso_accept=[f"{issued}/{year}-12-31"] if issued else [])
    return f"Từ nay đến hết năm {year}"


def money(paper):
    amount = paper.random.randint(15, 4800) * 1_000_000
    form = paper.random.random()
    if form < 0.5:
        return f"{amount:,}".replace(",", ".") + " đồng"
    if form < 0.8:
        return f"{amount // 1_000_000:,}".replace(",", ".") + " triệu đồng"
    return f"{amount / 1e9:.2f}".replace(".", ",") + " tỷ đồng"


# Citations

CODES = {"Kế hoạch": "KH", "Quyết định": "QĐ", "Công văn": "", "Thông báo": "TB", "Báo cáo": "BC", "Tờ trình": "TTr",
         "Chỉ thị": "CT", "Nghị quyết": "NQ", "Chương trình": "CTr", "Hướng dẫn": "HD", "Công điện": "CĐ",
         "Kết luận": "KL", "Quy định": "QĐ", "Giấy mời": "GM", "Biên bản": "BB"}


#: Years in the titles of acts are dates too; a reader may pass them over.
_YEARS = {"749/QĐ-TTg": ("2025", "2030"), "76/NQ-CP": ("2021/2030",)}


def national(paper):
    """A real act of the state or the Party."""
    kind, number, day, issuer, title = paper.random.choice(words.ACTS)
    for years in _YEARS.get(number, ()):
        paper.date(years, "period", _optional=True)
    return Citation(kind, number, datetime.date.fromisoformat(day), issuer, title)


def law(paper):
    kind, number, day, issuer, title = paper.random.choice(words.LAWS)
    return Citation(kind, number, datetime.date.fromisoformat(day), issuer, title)


def local(paper, body, topic, kinds=("Kế hoạch", "Quyết định", "Công văn", "Thông báo", "Chỉ thị")):
    """An act of an invented body. body: a bodies.Body."""
    kind = paper.random.choice(kinds)
    day = paper.issued - datetime.timedelta(days=paper.random.randint(4, 400))
    count = paper.random.randint(3, 4200)
    number = body.symbol_of(kind, two(count), paper.random)
    title = f"về {paper.random.choice((topic.name, *topic.subjects))}"
    return Citation(kind, number, day, body.name, title)


def in_full(paper, citation, basis=False, titled=None):
    """First mention: kind, number, date, body, subject."""
    paper.cite(citation)
    if basis:
        citation.role = "basis"
    citation.dated = True
    paper.date(citation.date.isoformat(), "cited_document")
    if citation.number is None:
        return f"{citation.kind} {citation.title} {written_date(paper, citation.date)}"
    citation.named = citation.issuer is not None
    comma = "," if paper.style("dashes", False) and paper.random.random() < 0.7 else ""
    text = f"{citation.kind} số {citation.number}{comma} {written_date(paper, citation.date)}"
    if citation.named:
        text += f" của {citation.issuer}"
    if titled is None:
        titled = paper.random.random() < 0.7
    return f"{text} {citation.title}" if titled and citation.title else text


def in_list(paper, kind, citations):
    """các Quyết định: số 12/QĐ-UBND ngày …, số 13/QĐ-UBND ngày …"""
    texts = []
    for citation in citations:
        paper.cite(citation)
        citation.role, citation.dated = "mention", True
        paper.date(citation.date.isoformat(), "cited_document")
        texts.append(f"số {citation.number} ngày {short_date(citation.date)}")
    colon = paper.random.choice(("", ":"))
    return f"các {kind}{colon} {', '.join(texts[:-1])} và {texts[-1]}" if paper.random.random() < 0.5 else \
        f"các {kind}{colon} {', '.join(texts)}"


def in_short(paper, citation):
    """A later mention: kind and number, or no more than both abbreviated where only one act can be meant."""
    paper.cite(citation)
    if citation.number is None:
        return f"{citation.kind} {citation.title}"
    form = paper.random.random()
    same = [c for c in paper.citations if c.kind == citation.kind]
    bare = citation.number.split("/")[0].split("-")[0]
    if form < 0.2 and len(same) == 1 and citation.kind != "Công văn":
        return f"{citation.kind} {bare}" if form < 0.1 else f"{citation.kind} số {bare}"
    if form < 0.35:
        return f"{citation.kind} {citation.number}"
    if form < 0.45:
        return f"{citation.kind} số {citation.number} nêu trên"
    return f"{citation.kind} số {citation.number}"
