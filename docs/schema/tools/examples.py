#!/usr/bin/python3
"""Writes docs/schema/examples: a record for every kind of document that our own texts have, the best of each.

examples.py PROGRAM TEXT...

Pages and words are left out but for one; NAME.page.json has all. Classified texts give their notice.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

TARGET = pathlib.Path(__file__).resolve().parent.parent / "examples"


def convert(program, texts, *options):
    done = subprocess.run([program, "convert", *texts, "--output", "-", "--format", "jsonl", "--quiet", *options],
                          stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def kind(record):
    value = (record["kind"] or {}).get("value")
    return value and value["name"]


def worth(record):
    """The fewer doubts, then the shorter, the better an example."""
    if not record:
        return float("inf"), 0
    findings = sum(len(document["findings"]) for document in record["documents"])
    return findings, len(json.dumps(record))


def slug(name):
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "-".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def write(name, record):
    """One member a line at the top, so that a difference can be read."""
    for component in record["software"]["components"]:
        component["version"] = "0"
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1)
    (TARGET / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main():
    program, texts = sys.argv[1], sys.argv[2:]
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.glob("*.json"):
        old.unlink()
    best = {}
    for record in convert(program, texts):
        name = len(record["documents"]) == 1 and kind(record["documents"][0]["record"])
        if name and worth(record) < worth(best.get(name)):
            best[name] = record
    for name, record in best.items():
        write(slug(name), record)
    source = {pathlib.Path(text).name: text for text in texts}
    invitation = source[best["Giấy mời"]["source"]["name"]]
    write("giay-moi.page", convert(program, [invitation], "--jsonl-pages")[0])
    write("notice", notice(program, source[best["Thông báo"]["source"]["name"]]))


def notice(program, text):
    """What is written of a classified file."""
    with tempfile.TemporaryDirectory() as folder:
        marked = pathlib.Path(folder) / "marked.txt"
        lines = pathlib.Path(text).read_text(encoding="utf-8")
        marked.write_text("MẬT\n\n" + lines, encoding="utf-8")
        subprocess.run([program, "convert", str(marked), "--output", folder, "--quiet"], stderr=subprocess.DEVNULL)
        return json.loads((pathlib.Path(folder) / "marked.json").read_text(encoding="utf-8"))


main()
