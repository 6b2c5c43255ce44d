"""Bodies that issue documents: how they stand in a header, in a symbol, in running text and above a signature."""

from dataclasses import dataclass, field

import words
from phrases import CODES


@dataclass
class Body:
    """name: in running text; lines: of the header cell; parent: lines of the superior body above them."""

    name: str
    code: str
    lines: list
    place: str
    parent: list = field(default_factory=list)
    level: str = "province"
    province: str | None = None
    #: Title of the head and of the deputy.
    head: str = "GIÁM ĐỐC"
    deputy: str = "PHÓ GIÁM ĐỐC"
    #: `ỦY BAN NHÂN DÂN`: signed for by its head.
    collective: str | None = None
    #: Head and deputy head of the office, who sign by order.
    office: tuple = ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
    units: tuple = ("VP",)
    #: As it calls itself: `Sở`, `Ủy ban nhân dân tỉnh`.
    short: str = ""
    accepted: list = field(default_factory=list)
    party: bool = False
    #: How a subordinate reports to it.
    above: str | None = None

    @property
    def own(self):
        """As it calls itself in running text."""
        return self.short or self.name

    def symbol_of(self, kind, number, random):
        if self.party:
            code = CODES[kind] or "CV"
            return f"{number}-{code}/{self.code}"
        code = CODES[kind]
        return f"{number}/{code}-{self.code}" if code else f"{number}/{self.code}-{random.choice(self.units)}"


def province(random):
    """(noun, name): `tỉnh`, `Bình Lĩnh`."""
    if random.random() < 0.75:
        return "tỉnh", random.choice(words.PROVINCES)
    return "thành phố", random.choice(words.CITIES)


def committee(noun, name, oy="Ủy"):
    """Ủy ban nhân dân of a province."""
    return Body(
        f"{oy} ban nhân dân {noun} {name}", "UBND", [f"{oy.upper()} BAN NHÂN DÂN", f"{noun} {name}".upper()], name,
        province=name, head="CHỦ TỊCH", deputy="PHÓ CHỦ TỊCH", collective=f"{oy.upper()} BAN NHÂN DÂN",
        units=("VX", "TH", "NC", "KTN", "KGVX", "NN&MT"), short=f"{oy} ban nhân dân {noun}",
        accepted=[f"UBND {noun} {name}", f"Chủ tịch {oy} ban nhân dân {noun} {name}"], above="Chính phủ")


def department(random, noun, name, oy="Ủy", chosen=None):
    own, code, units = chosen or random.choice(words.DEPARTMENTS)
    if random.random() < 0.55:
        parent = [f"UBND {noun} {name}".upper()]
    else:
        parent = [f"{oy} BAN NHÂN DÂN".upper(), f"{noun} {name}".upper()]
    return Body(
        own, code, cut(own.upper(), random), name, parent, province=name, units=units, short="Sở",
        accepted=[f"{own} {noun} {name}", f"{own} {name}"], above=f"{oy} ban nhân dân {noun}")


def cut(text, random, width=26):
    """A long name stands in two lines."""
    if len(text) <= width and (len(text) < 18 or random.random() < 0.9):
        return [text]
    parts = text.split()
    half = len(parts) // 2 + random.choice((0, 0, 1))
    half = max(1, min(half, len(parts) - 1))
    return [" ".join(parts[:half]), " ".join(parts[half:])]


def commune(random, noun, name, old=False, oy="Ủy"):
    """Ủy ban nhân dân of a commune or ward; before 7/2025 below a district."""
    kind = random.choice(("xã", "phường"))
    own = random.choice(words.COMMUNES)
    parent = [f"UBND huyện {random.choice(words.DISTRICTS)}".upper()] if old else \
        [f"UBND {noun} {name}".upper()] if random.random() < 0.3 else []
    return Body(
        f"{oy} ban nhân dân {kind} {own}", "UBND", [f"{oy.upper()} BAN NHÂN DÂN", f"{kind} {own}".upper()], own,
        parent, level="commune", province=None, head="CHỦ TỊCH", deputy="PHÓ CHỦ TỊCH",
        collective=f"{oy.upper()} BAN NHÂN DÂN", units=("VP", "VHXH", "KT"), short=f"{oy} ban nhân dân {kind}",
        accepted=[f"UBND {kind} {own}", f"Chủ tịch {oy} ban nhân dân {kind} {own}"],
        above=f"{oy} ban nhân dân {noun}" if not old else f"{oy} ban nhân dân huyện")


def district(random, oy="Ủy"):
    own = random.choice(words.DISTRICTS)
    kind = random.choice(("huyện", "huyện", "thị xã"))
    return Body(
        f"{oy} ban nhân dân {kind} {own}", "UBND", [f"{oy.upper()} BAN NHÂN DÂN", f"{kind} {own}".upper()], own,
        level="district", head="CHỦ TỊCH", deputy="PHÓ CHỦ TỊCH", collective=f"{oy.upper()} BAN NHÂN DÂN",
        units=("VP", "NV", "TCKH"), short=f"{oy} ban nhân dân {kind}",
        accepted=[f"UBND {kind} {own}", f"Chủ tịch {oy} ban nhân dân {kind} {own}"],
        above=f"{oy} ban nhân dân tỉnh")


def hospital(random, noun, name, oy="Ủy"):
    own = random.choice((f"Bệnh viện Đa khoa {random.choice(words.DISTRICTS)}", "Bệnh viện Phục hồi chức năng",
                         f"Trung tâm Y tế khu vực {random.choice(words.DISTRICTS)}"))
    code = "".join(w[0] for w in own.split() if w[0].isupper() and w not in words.DISTRICTS)[:5].upper()
    return Body(
        own, {"Bệnh": "BV", "Trung": "TTYT"}[own.split()[0]], cut(own.upper(), random), name,
        [f"SỞ Y TẾ {noun} {name}".upper()] if random.random() < 0.5 else ["SỞ Y TẾ"], level="unit", province=name,
        units=("KHTH", "TCHC", "ĐD"), short="Bệnh viện" if own.startswith("Bệnh") else "Trung tâm",
        accepted=[f"{own} {noun} {name}"], above="Sở Y tế", office=("TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH",
                                                                    "PHÓ TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH"))


def board(random, noun, name, oy="Ủy"):
    """Ban Chỉ đạo: signed by its head for the board."""
    own = random.choice(("Ban Chỉ đạo Chuyển đổi số", "Ban Chỉ đạo Phòng, chống dịch bệnh",
                         "Ban Chỉ đạo Cải cách hành chính"))
    return Body(
        f"{own} {noun} {name}", "BCĐ", cut(own.upper(), random), name, [f"UBND {noun} {name}".upper()],
        province=name, head="TRƯỞNG BAN", deputy="PHÓ TRƯỞNG BAN", collective="BAN CHỈ ĐẠO", units=("VP", "TH"),
        short="Ban Chỉ đạo", accepted=[own], above=f"{oy} ban nhân dân {noun}")


def council(noun, name):
    """Hội đồng nhân dân."""
    return Body(
        f"Hội đồng nhân dân {noun} {name}", "HĐND", ["HỘI ĐỒNG NHÂN DÂN", f"{noun} {name}".upper()], name,
        province=name, head="CHỦ TỊCH", deputy="PHÓ CHỦ TỊCH", units=("VP",), short=f"Hội đồng nhân dân {noun}",
        accepted=[f"HĐND {noun} {name}"], above="Ủy ban Thường vụ Quốc hội")


def ministry(random):
    own, code = random.choice((("Bộ Kinh tế biển", "BKTB"), ("Bộ Dữ liệu và Lưu trữ", "BDLLT"),
                               ("Bộ Di sản", "BDS")))
    return Body(own, code, [own.upper()], "Hà Nội", level="central", head="BỘ TRƯỞNG", deputy="THỨ TRƯỞNG",
                units=("VP", "PC", "KHTC"), short="Bộ", above="Chính phủ")


# The Party


def party_committee(random, noun, name, oa):
    """Tỉnh ủy or Đảng ủy of a commune. oa: `uỷ` or `ủy` as the paper writes."""
    if random.random() < 0.65:
        own = f"{'Tỉnh' if noun == 'tỉnh' else 'Thành'} {oa} {name}"
        return Body(
            own, "TU", [own.upper()] if random.random() < 0.8 else [own.upper().rsplit(" ", len(name.split()))[0],
                                                                    name.upper()], name,
            province=name, head="BÍ THƯ", deputy="PHÓ BÍ THƯ", collective="BAN THƯỜNG VỤ",
            office=("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), units=("VP",),
            short=own.rsplit(" ", len(name.split()))[0], accepted=[f"{own}"], party=True,
            above="Ban Bí thư")
    place = random.choice(words.COMMUNES)
    kind = random.choice(("xã", "phường"))
    upper = f"{'Tỉnh' if noun == 'tỉnh' else 'Thành'} {oa} {name}".upper()
    upper = random.choice((f"ĐẢNG BỘ {noun} {name}".upper(), upper))
    return Body(
        f"Đảng {oa} {kind} {place}", "ĐU", [f"ĐẢNG {oa} {kind} {place}".upper()], place, [upper], level="commune",
        head="BÍ THƯ", deputy="PHÓ BÍ THƯ", collective="BAN THƯỜNG VỤ", units=("VP",), short=f"Đảng {oa}",
        party=True, above=f"Ban Thường vụ {'Tỉnh' if noun == 'tỉnh' else 'Thành'} {oa}")


def party_organ(random, noun, name, oa):
    """Ban of a provincial committee, its head signs himself."""
    own, code = random.choice((("Ban Tổ chức", "BTC"), (f"{'Uỷ' if oa == 'uỷ' else 'Ủy'} ban Kiểm tra", "UBKT"),
                               ("Ban Tuyên giáo và Dân vận", "BTGDV")))
    committee_ = f"{'Tỉnh' if noun == 'tỉnh' else 'Thành'} {oa}"
    is_collective = own.endswith("Kiểm tra")
    return Body(
        f"{own} {committee_}", f"{code}TU" if not is_collective else "UBKTTU", cut(own.upper(), random, 28), name,
        [f"{committee_} {name}".upper()], province=name,
        head="CHỦ NHIỆM" if is_collective else "TRƯỞNG BAN",
        deputy="PHÓ CHỦ NHIỆM" if is_collective else "PHÓ TRƯỞNG BAN",
        collective=own.upper() if is_collective else None, units=("VP",), short=own, accepted=[own], party=True,
        above=f"Thường trực {committee_}")


# Mass organisations


def mass(random, noun, name):
    """Đoàn, Công đoàn, Mặt trận, Hội: body and whether it follows the form of the Party."""
    kind = random.randrange(4)
    upper_name = f"{noun} {name}"
    if kind == 0:
        short = "Tỉnh đoàn" if noun == "tỉnh" else "Thành đoàn"
        return Body(f"{short} {name}", "TĐTN", ["BAN CHẤP HÀNH", f"{noun} {name}".upper()]
                    if random.random() < 0.5 else [f"BCH {noun} {name}".upper()], name, ["ĐOÀN TNCS HỒ CHÍ MINH"],
                    province=name, head="BÍ THƯ", deputy="PHÓ BÍ THƯ", collective="BAN THƯỜNG VỤ",
                    units=("VP", "PT"), short=short, accepted=[f"Ban Chấp hành {upper_name}", f"BCH {upper_name}",
                                                               f"Đoàn TNCS Hồ Chí Minh {upper_name}"],
                    party=True, above="Trung ương Đoàn")
    if kind == 1:
        return Body(f"Liên đoàn Lao động {upper_name}", "LĐLĐ", ["LIÊN ĐOÀN LAO ĐỘNG", upper_name.upper()]
                    if random.random() < 0.5 else [f"LIÊN ĐOÀN LAO ĐỘNG {upper_name}".upper()], name,
                    ["TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"] if random.random() < 0.5 else
                    ["TỔNG LIÊN ĐOÀN", "LAO ĐỘNG VIỆT NAM"], province=name, head="CHỦ TỊCH", deputy="PHÓ CHỦ TỊCH",
                    collective="BAN THƯỜNG VỤ", units=("CSPL", "TG"), short=f"Liên đoàn Lao động {noun}",
                    accepted=[f"LĐLĐ {upper_name}"], above="Tổng Liên đoàn Lao động Việt Nam")
    if kind == 2:
        return Body(f"Ủy ban Mặt trận Tổ quốc Việt Nam {upper_name}", "MTTQ-BTT",
                    ["BAN THƯỜNG TRỰC"], name, ["ỦY BAN MTTQ VIỆT NAM", upper_name.upper()]
                    if random.random() < 0.5 else ["MẶT TRẬN TỔ QUỐC VIỆT NAM", f"ỦY BAN {upper_name}".upper()],
                    province=name, head="CHỦ TỊCH", deputy="PHÓ CHỦ TỊCH", collective="BAN THƯỜNG TRỰC",
                    units=("BTT",), short=f"Ủy ban Mặt trận Tổ quốc Việt Nam {noun}",
                    accepted=["Ban Thường trực", f"Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam {upper_name}",
                              f"Ban Thường trực Ủy ban MTTQ Việt Nam {upper_name}"],
                    above="Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")
    return Body(f"Hội Liên hiệp Phụ nữ {upper_name}", "BTV", ["BAN THƯỜNG VỤ"]
                if random.random() < 0.4 else ["BAN CHẤP HÀNH"], name,
                ["HỘI LIÊN HIỆP PHỤ NỮ", upper_name.upper()] if random.random() < 0.5 else
                [f"HỘI LHPN {upper_name}".upper()], province=name, head="CHỦ TỊCH", deputy="PHÓ CHỦ TỊCH",
                collective="BAN THƯỜNG VỤ", units=("VP",), short=f"Hội Liên hiệp Phụ nữ {noun}",
                accepted=["Ban Thường vụ", "Ban Chấp hành", f"Hội LHPN {upper_name}",
                          f"Ban Thường vụ Hội Liên hiệp Phụ nữ {upper_name}",
                          f"Ban Chấp hành Hội Liên hiệp Phụ nữ {upper_name}"],
                above="Trung ương Hội Liên hiệp Phụ nữ Việt Nam")


# Courts and companies


def other(random, noun, name):
    kind = random.randrange(3)
    if kind == 0:
        number = random.choice(words.COMMUNES)
        return Body(f"Công ty Cổ phần Cấp nước {number}", "CTCN", ["CÔNG TY CỔ PHẦN", f"CẤP NƯỚC {number}".upper()],
                    name, level="unit", province=name, head="GIÁM ĐỐC", deputy="PHÓ GIÁM ĐỐC", units=("KT", "TCHC"),
                    short="Công ty", above="Hội đồng quản trị",
                    office=("TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH", "PHÓ TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH"))
    if kind == 1:
        return Body(f"Tòa án nhân dân {noun} {name}", "TA", ["TÒA ÁN NHÂN DÂN", f"{noun} {name}".upper()], name,
                    province=name, head="CHÁNH ÁN", deputy="PHÓ CHÁNH ÁN", units=("VP", "HCTP"),
                    short=f"Tòa án nhân dân {noun}", accepted=[f"TAND {noun} {name}"],
                    above="Tòa án nhân dân tối cao")
    return Body(f"Viện kiểm sát nhân dân {noun} {name}", "VKS", ["VIỆN KIỂM SÁT NHÂN DÂN", f"{noun} {name}".upper()],
                name, ["VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO"] if random.random() < 0.5 else [], province=name,
                head="VIỆN TRƯỞNG", deputy="PHÓ VIỆN TRƯỞNG", units=("VP", "P1"),
                short=f"Viện kiểm sát nhân dân {noun}", accepted=[f"VKSND {noun} {name}"],
                above="Viện kiểm sát nhân dân tối cao")
