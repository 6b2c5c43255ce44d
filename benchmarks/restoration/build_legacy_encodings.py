#!/usr/bin/env python3
"""Writes dictionaries/legacy_encodings.tsv: the codes of Vietnamese encodings of before Unicode.

usage: build_legacy_encodings.py > dictionaries/legacy_encodings.tsv
TCVN3, VISCII and CP1258 are what glibc's iconv makes of each byte; VNI and VIQR follow their rules.
"""
import subprocess
import unicodedata

TONES = {"grave": "\u0300", "acute": "\u0301", "hook": "\u0309", "tilde": "\u0303", "dot": "\u0323"}
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031B"


def glibc(name, byte):
    """What iconv makes of one byte; None where it has no meaning."""
    done = subprocess.run(["iconv", "-f", name, "-t", "UTF-8"], input=bytes([byte]), capture_output=True)
    return done.stdout.decode() if done.returncode == 0 and done.stdout else None


def single_bytes(name, wanted):
    for byte in range(0x80, 0x100):
        character = glibc(name, byte)
        if character and wanted(byte, character):
            yield f"{byte:02X}", character


def is_letter(character):
    return character.isalpha() or unicodedata.combining(character) > 0


def tcvn3():
    """VN3, the part of TCVN 5712 in the fonts: capitals with tones (VN1, VN2) are not in it."""
    return single_bytes("TCVN", lambda byte, c: byte > 0xA0 and is_letter(c) and (c == c.lower() or byte < 0xA8))


def composed(base, *marks):
    return unicodedata.normalize("NFC", base + "".join(marks))


def vni():
    """A base letter and one byte for its marks; the byte is a capital after a capital, or not."""
    rows = {"": "ùøûõï", CIRCUMFLEX: "áàåãä", BREVE: "éèúüë"}
    tones = [TONES[name] for name in ("acute", "grave", "hook", "tilde", "dot")]
    shapes = {CIRCUMFLEX: ("â", "aeo"), BREVE: ("ê", "a")}
    pairs = {}
    for shape, marks in rows.items():
        if shape:
            mark, bases = shapes[shape]
            pairs.update({base + mark: composed(base, shape) for base in bases})
        for base in shapes[shape][1] if shape else "aeouy":
            pairs.update({base + mark: composed(base, shape, tone) for mark, tone in zip(marks, tones)})
    for code, base in (("ô", "ơ"), ("ö", "ư")):
        pairs[code] = base
        pairs.update({code + mark: composed(base, tone) for mark, tone in zip(rows[""], tones)})
    pairs.update(zip("íìæóòîñ", "íìỉĩịỵđ"))
    for codes, letter in pairs.items():
        forms = {codes: letter, codes.upper(): letter.upper(), codes[0].upper() + codes[1:]: letter.upper()}
        for form, result in forms.items():
            yield form.encode("cp1252").hex().upper(), result


def viqr():
    """RFC 1456: marks typed behind their letter, hat or horn first."""
    tones = dict(zip("'`?~.", (TONES[n] for n in ("acute", "grave", "hook", "tilde", "dot"))))
    shapes = {"^": (CIRCUMFLEX, "aeo"), "(": (BREVE, "a"), "+": (HORN, "ou")}
    plain = {base: base for base in "aeiouy"}
    shaped = {base + mark: composed(base, shape) for mark, (shape, bases) in shapes.items() for base in bases}
    pairs = {"dd": "đ", **shaped}
    for code, letter in {**plain, **shaped}.items():
        pairs.update({code + mark: composed(letter, tone) for mark, tone in tones.items()})
    for codes, letter in pairs.items():
        for form, result in {codes: letter, codes.upper(): letter.upper(), codes[0].upper() + codes[1:]: letter.upper()}.items():
            yield form.encode("ascii").hex().upper(), result


def main():
    print("encoding\tcode\tunicode\tletter")
    tables = {
        "tcvn3": tcvn3(),
        "vni": vni(),
        "viscii": single_bytes("VISCII", lambda byte, c: is_letter(c)),
        "cp1258": single_bytes("CP1258", lambda byte, c: byte >= 0xC0 and is_letter(c)),
        "viqr": viqr(),
    }
    for name, rows in tables.items():
        for code, letter in sorted(set(rows)):
            shown = "" if unicodedata.combining(letter) else letter
            print(f"{name}\t{code}\tU+{ord(letter):04X}\t{shown}")


if __name__ == "__main__":
    main()
