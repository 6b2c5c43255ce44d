#!/usr/bin/python3
"""Proves that the facts of generated records stand in their texts. `check.py FOLDER`; exit status 1 if one does not.

FOLDER is what generate.py wrote with --damage clean.
"""

import json
import pathlib
import re
import sys
import unicodedata


def squeezed(text):
    """Without white space and without the difference between hòa and hoà."""
    letters = unicodedata.normalize("NFD", re.sub(r"\s+", "", text)).casefold()
    return "".join(c for c in letters if not unicodedata.combining(c))


def faults(record, text):
    """What the record says and the text does not have."""
    plain = squeezed(re.sub(r"\n\f(- )?\d+( -|/\d+)?\n", "\n\f", text))
    wanted = [("title", record["title"]), *(("agency", word) for word in record["agency"].split()), ("place", record["place"]),
              ("number", record["number"]), ("symbol", record["symbol"])]
    wanted += [("addressee", name) for name in record["addressees"]]
    wanted += [("reference", reference["number"]) for reference in record["references"]]
    wanted += [("party", party["party"]) for party in record["responsible_parties"]]
    wanted += [("deadline", task["deadline"]["text"]) for task in record["tasks"] if task["deadline"]]
    wanted += [("heading", node["title"]) for node in walk(record["headings"])]
    for signer in record.get("signers", [record["signer"]]):
        wanted += [("signer", signer["name"]), ("position", signer["title"]), *(("authority", a) for a in signer["authority"])]
    return [(what, value) for what, value in wanted if value and squeezed(value) not in plain]


def walk(nodes):
    for node in nodes:
        yield node
        yield from walk(node["children"])


def main():
    folder, count = pathlib.Path(sys.argv[1]), 0
    paths = sorted((folder / "truth").glob("*.record.json"))
    for path in paths:
        name = path.name.removesuffix(".record.json")
        text = (folder / "text" / f"{name}.clean.txt").read_text("utf-8")
        record = json.loads(path.read_text("utf-8"))
        for document in [record, *record["documents"][1:]]:
            for fault in faults(document, text):
                print(f"{name}: {fault[0]} not in the text: {fault[1]}")
                count += 1
    print(f"{len(paths)} files, {count} faults")
    return bool(count)


if __name__ == "__main__":
    sys.exit(main())
