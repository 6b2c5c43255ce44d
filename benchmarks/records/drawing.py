"""A document as a source of fixtures/tools, which draws pages from it."""


def can_draw(paper):
    """No marks on top, no annex, one signer: what the renderer has cells for."""
    return "closing" in paper.cells and not paper.marks_above and not any(block.new_page for block in paper.blocks) \
        and not paper.secrecy and not paper.circulation


def source(name, paper):
    blocks = [block for block in paper.blocks if block.role not in ("header", "closing")]
    body = [made for block in blocks for made in drawn(block)]
    return {"name": name, "page": {"font": "Tinos", "size": 14, "line": 1.0, "gap": 4},
            "seal": "CƠ QUAN BAN HÀNH * VĂN THƯ", "header": header(paper), "body": body,
            "tail": paper.cells["closing"], "record": {"title": paper.head["title"]}}


def header(paper):
    cells = paper.cells
    star = cells["left"][-1] == "*"
    names = cells["left"][:-1] if star else cells["left"]
    parents = len(names) - paper.issuing_lines
    left = [{"role": "parent" if i < parents else "agency", "text": text} for i, text in enumerate(names)]
    left[-1]["rule"] = 0.5
    left += [{"role": "star", "text": "*"}] if star else []
    left += [{"role": "number", "text": text} for text in cells["number"]]
    left += [{"role": "subject", "text": " ".join(cells["subject"])}] if cells["subject"] else []
    roles = ["party"] if len(cells["right"]) == 1 else ["national", "motto"]
    right = [{"role": role, "text": text} for role, text in zip(roles, cells["right"])]
    right[-1]["rule"] = 1.0
    right += [{"role": "date", "text": cells["date"]}] if cells["date"] else []
    made = {"left": left, "right": right, "left_width": 72}
    return {**made, "urgency": paper.urgency} if paper.urgency else made


def drawn(block):
    """The renderer's blocks for one of ours."""
    if block.role == "title":
        yield {"kind": "title", "text": block.lines[0]}
        if block.lines[1:]:
            yield {"kind": "subject", "lines": block.lines[1:]}
    elif block.role == "addressees":
        names = [line.removeprefix("Kính gửi:").strip(" -;.") for line in block.lines]
        yield {"kind": "addressees", "names": [name for name in names if name]}
    elif any("\t" in line for line in block.lines):
        rows = [line.split("\t") for line in block.lines]
        yield {"kind": "table", "widths": [10, 52, 34, 38, 30], "head": 1, "size": 12, "pad": 2.5, "rows": rows,
               "align": ["center", "left", "left", "left", "center"]}
    elif block.lines:
        for line in block.lines:
            yield {"kind": "operative" if line.isupper() or block.kind == "heading" else "paragraph", "text": line}
    else:
        yield {"kind": "paragraph", "text": f"<b>{block.text}</b>" if block.kind == "heading" else block.text}
