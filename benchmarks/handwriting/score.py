#!/usr/bin/python3
"""Judges what `sohoa convert` made of composed headers: `score.py TRUTH.json RESULTS [--learn TABLE] [--failures N]`

Prints Markdown tables: handwriting found, strings read, values given in the record, print left alone, and how right
readings are by their probability. --learn writes what the network's own measure is worth (the results must have
been made with an empty table)."""

import argparse
import json
import pathlib


def overlap(one, other):
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0
    area = lambda box: (box[2] - box[0]) * (box[3] - box[1])  # noqa: E731
    return wide * high / (area(one) + area(other) - wide * high)


def corners(box):
    return [box["left"], box["top"], box["right"], box["bottom"]]


def record_of(result):
    return result["documents"][0]["record"] if result["documents"] else {}


def given(result, slot):
    """What the record says of a blank; None where it says nothing."""
    record = record_of(result)
    if slot.startswith("arrival"):
        field = (record.get("arrival") or {}).get(slot.removeprefix("arrival").lower()) or {}
        value = field.get("value") or None
        return value.get("edtf") if isinstance(value, dict) else value
    if slot == "number":
        value = (record.get("number") or {}).get("value") or {}
        return value.get("number")
    value = (record.get("issueDate") or {}).get("value") or {}
    date = value.get("edtf") or ""
    if len(date) != 10:
        return None
    return date[8:] if slot == "day" else str(int(date[5:7]))


def cases(truth, folder):
    """One entry a blank: what is there, the mark that was found on it, what the record says."""
    for file, page in truth.items():
        path = folder / (file.rsplit(".", 1)[0] + ".json")
        if not path.exists():
            print("no result for", file)
            continue
        result = json.loads(path.read_text("utf-8"))
        marks = [m for p in result["pages"] for m in p["marks"] if m["kind"] == "handwriting" and m["box"]]
        for blank in page["blanks"]:
            found = [m for m in marks if m["hand"] and m["hand"]["slot"] == blank["slot"]]
            boxes = [overlap(corners(m["box"]), blank["box"]) for m in marks] if blank["box"] else []
            yield {**blank, "file": file, "level": page["level"], "dpi": page["dpi"], "mode": page["mode"],
                   "mark": found[0] if found else None, "overlap": max(boxes, default=0),
                   "given": given(result, blank["slot"]), "marks": len(marks)}


def plain(text):
    return text.lstrip("0") or "0"


def best(case):
    hand = case["mark"] and case["mark"]["hand"]
    return hand["choices"][0] if hand and hand["form"] == "digits" and hand["choices"] else None


def same(case, text):
    """Days and months are numbers; a number keeps its zeros."""
    if text is None:
        return False
    if case["slot"] == "arrivalDate":
        return day(text) == day(case["text"])
    return text == case["text"] if "umber" in case["slot"] else plain(text) == plain(case["text"])


def day(text):
    """`2/10/25` and `2025-10-02` alike."""
    parts = [int(part) for part in text.replace("-", "/").split("/") if part.isdigit()]
    if len(parts) == 3 and parts[0] > 31:
        parts.reverse()
    return parts[:2] + [part % 100 for part in parts[2:]]


def share(part, whole):
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "none"


def found(all_cases):
    print("| handwriting | found (box IoU ≥ 0.6) | some mark on it |\n|---|---|---|")
    for level in ("clean", "damaged"):
        for dpi in (200, 300):
            hands = [c for c in all_cases if c["box"] and c["level"] == level and c["dpi"] == dpi]
            print(f"| {level}, {dpi} dpi | {share(sum(c['overlap'] >= 0.6 for c in hands), len(hands))} "
                  f"| {share(sum(c['overlap'] > 0.1 for c in hands), len(hands))} |")
    hands = [c for c in all_cases if c["box"]]
    print(f"| all | {share(sum(c['overlap'] >= 0.6 for c in hands), len(hands))} "
          f"| {share(sum(c['overlap'] > 0.1 for c in hands), len(hands))} |")


def strings(all_cases):
    print("\n| strings by hand | fields | read right | among the choices |\n|---|---|---|---|")
    hands = [c for c in all_cases if c["form"] == "hand"]
    groups = [(f"{level}, {dpi} dpi", [c for c in hands if (c["level"], c["dpi"]) == (level, dpi)])
              for level in ("clean", "damaged") for dpi in (200, 300)]
    groups += [(slot, [c for c in hands if c["slot"] == slot]) for slot in ("number", "day", "month")]
    groups += [(f"{n} digits", [c for c in hands if len(c["text"]) == n]) for n in (1, 2, 3, 4)]
    groups += [(mode, [c for c in hands if c["mode"] == mode]) for mode in ("rgb", "gray8", "bilevel")]
    for name, group in groups + [("all", hands)]:
        right = sum(bool(best(c)) and same(c, best(c)["text"]) for c in group)
        near = sum(bool(best(c)) and any(same(c, x["text"]) for x in c["mark"]["hand"]["choices"]) for c in group)
        print(f"| {name} | {len(group)} | {share(right, len(group))} | {share(near, len(group))} |")


def is_answer(choice, least):
    return bool(choice) and choice["probability"] >= least and choice["text"].isdigit()


def values(all_cases, least):
    print("\n| fields | by hand | answered | of these right | struck or scribbled, yet answered |\n|---|---|---|---|---|")
    for name, chosen in (("clean", {"clean"}), ("damaged", {"damaged"}), ("all", {"clean", "damaged"})):
        hands = [c for c in all_cases if c["form"] == "hand" and c["level"] in chosen]
        said = [c for c in hands if is_answer(best(c), least)]
        right = [c for c in said if same(c, best(c)["text"])]
        bad = [c for c in all_cases if c["form"] in ("struck", "scribble") and c["level"] in chosen]
        print(f"| {name} | {len(hands)} | {share(len(said), len(hands))} | {share(len(right), len(said))} "
              f"| {share(sum(is_answer(best(c), least) for c in bad), len(bad))} |")
    print("\n| values in the record | blanks | given | right | wrong |\n|---|---|---|---|---|")
    for form in ("hand", "print", "blank", "struck", "scribble"):
        for slot in ("number", "day"):
            group = [c for c in all_cases if c["form"] == form and c["slot"] == slot]
            said = [c for c in group if c["given"] is not None]
            right = sum(same(c, c["given"]) for c in said) if form in ("hand", "print") else 0
            print(f"| {slot}, {form} | {len(group)} | {len(said)} | {right} | {len(said) - right} |")
    prints = [c for c in all_cases if c["form"] == "print"]
    blanks = [c for c in all_cases if c["form"] == "blank"]
    print(f"\nTaken for handwriting: print {share(sum(bool(c['mark']) for c in prints), len(prints))}, "
          f"blanks {share(sum(bool(c['mark']) for c in blanks), len(blanks))}.")


def arrivals(all_cases, least):
    print("\n| arrival stamps | blanks | found (box IoU ≥ 0.6) | read right | answered | of these right "
          "| in the record, right | wrong |\n|---|---|---|---|---|---|---|---|")
    hands = [c for c in all_cases if c["slot"].startswith("arrival")]
    groups = [(slot, [c for c in hands if c["slot"] == slot]) for slot in ("arrivalNumber", "arrivalDate")]
    groups += [(f"{mode}, {level}", [c for c in hands if (c["mode"], c["level"]) == (mode, level)])
               for mode in ("rgb", "gray8", "bilevel") for level in ("clean", "damaged")]
    for name, group in groups:
        read = [c for c in group if best(c) and same(c, best(c)["text"])]
        said = [c for c in group if best(c) and best(c)["probability"] >= least]
        given = [c for c in group if c["given"] is not None]
        right = sum(same(c, c["given"]) for c in given)
        print(f"| {name} | {len(group)} | {share(sum(c['overlap'] >= 0.6 for c in group), len(group))} "
              f"| {share(len(read), len(group))} | {share(len(said), len(group))} "
              f"| {share(sum(same(c, best(c)['text']) for c in said), len(said))} | {right} | {len(given) - right} |")


def curve(all_cases, path):
    """How right readings are by their probability, as a picture."""
    rows = [(total / count, right / count, count) for _, count, right, total in binned(all_cases) if count >= 5]
    size, edge = 320, 40
    at = lambda x, y: (edge + x * size, edge + (1 - y) * size)  # noqa: E731
    dots = "".join(f'<circle cx="{at(x, y)[0]:.1f}" cy="{at(x, y)[1]:.1f}" r="{2 + n ** 0.5 / 2:.1f}" fill="#27a" '
                   f'fill-opacity=".6"><title>{n} readings</title></circle>' for x, y, n in rows)
    line = " ".join(f"{at(x, y)[0]:.1f},{at(x, y)[1]:.1f}" for x, y, _ in rows)
    marks = "".join(f'<text x="{at(v, 0)[0]}" y="{edge + size + 16}" text-anchor="middle">{v}</text>'
                    f'<text x="{edge - 6}" y="{at(0, v)[1] + 4}" text-anchor="end">{v}</text>' for v in (0, 0.25, 0.5, 0.75, 1))
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size + 2 * edge}" height="{size + 2 * edge}" '
        f'font-family="sans-serif" font-size="12"><rect x="{edge}" y="{edge}" width="{size}" height="{size}" '
        f'fill="none" stroke="#999"/><line x1="{edge}" y1="{edge + size}" x2="{edge + size}" y2="{edge}" stroke="#bbb" '
        f'stroke-dasharray="4"/><polyline points="{line}" fill="none" stroke="#27a"/>{dots}{marks}'
        f'<text x="{edge + size / 2}" y="{edge - 10}" text-anchor="middle">share that is right, by probability</text>'
        "</svg>\n", "utf-8")


def thresholds(all_cases):
    """What answering from there on would give: of what the shipped threshold is chosen, on headers it is not judged by."""
    hands = [c for c in all_cases if c["form"] == "hand"]
    others = [c for c in all_cases if c["form"] != "hand"]
    print("\n| answered from | answered | of these right | no hand or not to be read, yet answered |\n|---|---|---|---|")
    for least in (0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99):
        said = [c for c in hands if is_answer(best(c), least)]
        right = sum(same(c, best(c)["text"]) for c in said)
        bad = [c for c in others if is_answer(best(c), least) and not (c["form"] == "print" and same(c, best(c)["text"]))]
        print(f"| {least} | {share(len(said), len(hands))} | {share(right, len(said))} | {len(bad)} |")


STEPS = (0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.965, 0.975, 0.985, 0.99, 0.993, 0.995, 0.997, 0.998, 0.999)


def binned(all_cases):
    """(from, readings, right, sum of probabilities): whatever the reader took for digits by hand counts."""
    bins = [[start, 0, 0, 0.0] for start in STEPS]
    for case in all_cases:
        choice = best(case)
        if not choice:
            continue
        index = max(i for i, start in enumerate(STEPS) if choice["probability"] >= start)
        bins[index][1] += 1
        bins[index][2] += case["form"] in ("hand", "print") and same(case, choice["text"])
        bins[index][3] += choice["probability"]
    return bins


def reliability(all_cases):
    print("\n| probability from | readings | mean | right |\n|---|---|---|---|")
    bins = [row for row in binned(all_cases) if row[1]]
    for start, count, right, total in bins:
        print(f"| {start} | {count} | {total / count:.3f} | {right / count:.3f} |")
    count = sum(row[1] for row in bins)
    error = sum(abs(row[3] - row[2]) for row in bins) / max(1, count)
    print(f"\nExpected calibration error: {error:.4f} over {count} readings.")


def learn(all_cases, table):
    rows = [f"{start}\t{count}\t{right}" for start, count, right, _ in binned(all_cases) if count]
    table.write_text("# Readings of composed headers by the network's own measure, and how many were right.\n"
                     "from\treadings\tright\n" + "\n".join(rows) + "\n", "utf-8")


def failures(all_cases, count):
    wrong = [c for c in all_cases if c["form"] == "hand" and not (best(c) and same(c, best(c)["text"]))]
    print("\nFailures:")
    for case in wrong[:count]:
        hand = case["mark"] and case["mark"]["hand"]
        print(case["file"], case["slot"], case["text"], case["level"], case["mode"], case["box"], round(case["overlap"], 2),
              hand and (hand["form"], [(c["text"], c["probability"]) for c in hand["choices"]]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("truth", type=pathlib.Path)
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--least", type=float, default=0.92)
    parser.add_argument("--learn", type=pathlib.Path)
    parser.add_argument("--failures", type=int, default=0)
    parser.add_argument("--curve", type=pathlib.Path, help="SVG of the reliability")
    options = parser.parse_args()
    everything = list(cases(json.loads(options.truth.read_text("utf-8")), options.results))
    all_cases = [c for c in everything if not c["slot"].startswith("arrival")]
    found(all_cases)
    strings(all_cases)
    values(all_cases, options.least)
    thresholds(all_cases)
    reliability(all_cases)
    arrivals(everything, options.least)
    if options.curve:
        curve(all_cases, options.curve)
    if options.learn:
        learn(all_cases, options.learn)
    failures(all_cases, options.failures)


if __name__ == "__main__":
    main()
