"""Damage of text: what a scanner and an OCR model leave of it. Which letters go is drawn by seed."""

import re
import unicodedata

#: Marks that a Vietnamese model takes for one another.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHAPES = {"ư": "u", "ơ": "o", "ă": "â", "â": "ă", "ô": "ò", "ê": "é", "đ": "d", "ể": "ế", "ổ": "ố", "ẩ": "ấ",
           "ẫ": "ã", "ữ": "ử", "ử": "ữ", "ờ": "ở", "ở": "ờ", "ễ": "ể"}
_RUINED = {"đ": ("d", "d", "đ"), "Đ": ("D", "B", "D"), "ư": ("u", "w", "ư"), "ơ": ("o", "ø"), "ă": ("a", "ä"),
           "â": ("a", "â"), "ê": ("e", "ê", "é"), "ô": ("o", "6", "ô", "é")}


def clean(text, random):
    return text


def scan(text, random):
    """Light noise: of a hundred syllables one or two are wrong, now and then a label or a capital."""
    lines = [_scanned(line, random) for line in text.split("\n")]
    if random.random() < 0.35:
        _smear(lines, random)
    return "\n".join(lines)


_RUBBLE = ("ý ` ~ í", "⁄ — %", "¬ ˆ i", "„ ,*' Ả", "|", "`.", "_ˆ_ -", "sư *= 4", "Z⁄ C")


def _smear(lines, random):
    """Letters read from a seal or a pen, near the end of the document."""
    end = len(lines) - 1
    place = random.randint(max(0, end - 8), end)
    if random.random() < 0.5 and lines[place]:
        lines[place] += " " + random.choice(_RUBBLE)
    else:
        lines.insert(place, random.choice(_RUBBLE))


def _scanned(line, random):
    line = _label(line, random)
    words = [_word(word, random) for word in line.split(" ")]
    made = []
    for word in words:
        if made and made[-1] and word and random.random() < 0.002:
            made[-1] += word
        elif len(word) > 4 and word.isalpha() and random.random() < 0.0015:
            cut = random.randint(2, len(word) - 2)
            made += [word[:cut], word[cut:]]
        else:
            made.append(word)
    return " ".join(made)


_LABEL = re.compile(r"^(\s*)([IVX]+|\d{1,2}|[a-zđ])([.)-])( ?)")
_DASH = re.compile(r"^(\s*)([-+])( )")
_ROMANS = {"I": ("l", "|", "1", "I"), "II": ("Il", "ll", "I1", "1I", "lI", "H"), "III": ("Ill", "IlI", "I11", "lll", "1II", "HI"),
           "IV": ("1V", "lV", "|V"), "VI": ("V1", "Vl"), "VII": ("VIl", "V11", "VlI"), "V": ("V", "v")}


def _label(line, random, share=0.09):
    """The number of a heading: I as l or |, its stop lost or a comma, no space behind it; a dash as a long one."""
    dash = _DASH.match(line)
    if dash and random.random() < share:
        space, mark, gap = dash.groups()
        made = random.choice(("—", "–", "_", "~", "-", "- -", "•")) if mark == "-" else random.choice(("†", "t", "+", "#"))
        return f"{space}{made}{random.choice((gap, ''))if made in '-–—+' else gap}{line[dash.end():]}"
    match = _LABEL.match(line)
    if not match or random.random() > share:
        return line
    space, numeral, stop, gap = match.groups()
    form = random.randrange(5)
    if form in (0, 4) and numeral in _ROMANS:
        numeral = random.choice(_ROMANS[numeral])
    elif form == 1 and stop == ".":
        stop = random.choice((",", "", ":", ";", "·"))
    elif form == 1 and stop == ")":
        stop = random.choice(("}", "]", ").", ""))
    elif form == 2 and stop == ".":
        gap = ""
    elif form == 3 and numeral in ("1", "11"):
        numeral = numeral.replace("1", random.choice(("l", "I", "|")))
    elif form == 3 and numeral == "đ":
        numeral = random.choice(("d", "ä"))
    elif form == 3:
        stop = f" {stop}"
    return f"{space}{numeral}{stop}{gap or ('' if form == 2 else ' ')}{line[match.end():]}"


def _word(word, random):
    if any(c.isdigit() for c in word):
        return _code(word, random)
    if word.isupper() and len(word) > 1:
        return _capital(word, random)
    if len(word) > 1 and random.random() < 0.014:
        return _letter(word, random)
    return word


def _code(word, random):
    """In numbers only letters go wrong; digits now and then as O or l."""
    if "Đ" in word and random.random() < 0.05:
        return word.replace("Đ", random.choice("DB"), 1)
    if random.random() < 0.008 and "0" in word:
        return word.replace("0", "O", 1)
    if random.random() < 0.006 and "1" in word:
        return word.replace("1", random.choice("lI"), 1)
    if "/" in word and random.random() < 0.008:
        return word.replace("/", random.choice(("I", "l", " / ")), 1)
    return word


def _capital(word, random):
    if random.random() < 0.012:
        return _letter(word, random)
    if "Đ" in word and random.random() < 0.03:
        return word.replace("Đ", "D", 1)
    if "I" in word and random.random() < 0.006:
        return word.replace("I", "l", 1)
    return word


def _letter(word, random):
    """One marked letter with another mark, or without any."""
    places = [i for i, c in enumerate(word) if c != unicodedata.normalize("NFD", c) or c in "đĐ"]
    if not places:
        return word
    place = random.choice(places)
    letter = word[place]
    if letter.lower() in _SHAPES and random.random() < 0.5:
        other = _SHAPES[letter.lower()]
        other = other.upper() if letter.isupper() else other
    else:
        other = _retoned(letter, random)
    return word[:place] + other + word[place + 1:]


def _retoned(letter, random):
    parts = [c for c in unicodedata.normalize("NFD", letter) if c not in _TONES]
    if len(parts) < len(unicodedata.normalize("NFD", letter)):
        parts += random.choice([*_TONES, ""])
    elif letter in "đĐ":
        return "d" if letter == "đ" else "D"
    return unicodedata.normalize("NFC", "".join(parts))


class _Harder:
    """A source of chances that come true so much more often."""

    def __init__(self, random, factor):
        self.source, self.factor = random, factor

    def random(self):
        return self.source.random() / self.factor

    def __getattr__(self, name):
        return getattr(self.source, name)


def poor(text, random):
    """As `scan`, with four times the noise."""
    return scan(text, _Harder(random, 4))


def ruined(text, random):
    """A model without Vietnamese: marks lost or taken for others, most syllables wrong."""
    lines = [_label(line, random, 0.3) for line in text.split("\n")]
    return "".join(_ruin(letter, random) for letter in "\n".join(lines))


def _ruin(letter, random):
    if letter.isascii():
        return letter
    parts = unicodedata.normalize("NFD", letter)
    base = parts[0] if letter not in "đĐ" else letter
    shape = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    tone = any(c in _TONES for c in parts)
    if shape.lower() in _RUINED or shape in _RUINED:
        other = random.choice(_RUINED.get(shape) or _RUINED[shape.lower()])
        made = other.upper() if shape.isupper() and other.isalpha() else other
    else:
        made = base
    if tone and made.isascii() and made.lower() in "aeiouy" and random.random() < 0.45:
        made = unicodedata.normalize("NFC", made + random.choice(("\u0301", "\u0300", "\u0301", "\u0302")))
    return made


STEPS = {"clean": clean, "scan": scan, "poor": poor, "ruined": ruined}
