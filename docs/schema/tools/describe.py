#!/usr/bin/python3
"""Writes the tables of docs/schema/members.md from docs/schema/record-1.json; with --check only compares."""

import json
import pathlib
import sys

SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "record-1.json"
TARGET = SCHEMA.parent / "members.md"


def type_of(node):
    """What a member holds, in a few words."""
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in node:
        return " or ".join(type_of(option) for option in node["anyOf"])
    if "const" in node:
        return f"`{node['const']}`"
    if "enum" in node:
        return ", ".join("null" if value is None else f"`{value}`" for value in node["enum"])
    kind = node["type"]
    if kind == "array":
        return "list of " + type_of(node["items"])
    return " or ".join(kind) if isinstance(kind, list) else kind


def rows(node, path=""):
    """A row a member; members of objects without a name of their own follow."""
    for name, member in node["properties"].items():
        full = f"{path}{name}"
        yield f"| `{full}` | {type_of(member)} | {member['description'].replace('|', chr(92) + '|')} |"
        inner = member.get("items", member)
        if "properties" in inner:
            yield from rows(inner, full + ("[]." if "items" in member else "."))


def section(title, node):
    lines = [f"## {title}", "", node["description"], ""]
    if "properties" in node:
        lines += ["| member | type | meaning |", "|---|---|---|", *rows(node)]
    else:
        lines += [f"A {node['type']}, `{node['pattern']}`."]
    return lines + [""]


def document(schema):
    lines = ["# Members of a record", "",
             "Made from record-1.json by `make schema`. All members are always there; null says that there is no",
             "value. Confidence goes from 0 to 1.", ""]
    lines += section("file", schema)
    for name, node in schema["$defs"].items():
        lines += section(name, node)
    return "\n".join(lines).rstrip() + "\n"


def main():
    text = document(json.loads(SCHEMA.read_text(encoding="utf-8")))
    if "--check" in sys.argv[1:]:
        sys.exit(0 if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
                 else "docs/schema/members.md is not what record-1.json says; run `make schema`")
    TARGET.write_text(text, encoding="utf-8")


main()
