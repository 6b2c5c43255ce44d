"""Pages of the ladder: every page of the fixture documents on every rung of damage, one file each."""

import json
import pathlib
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / "fixtures/tools"
RUNGS = pathlib.Path(__file__).with_name("rungs.json")
sys.dont_write_bytecode = True
sys.path.insert(0, str(TOOLS))

import numpy  # noqa: E402

import damage  # noqa: E402
import layout  # noqa: E402
import output  # noqa: E402
import render as fixtures  # noqa: E402
from record import record  # noqa: E402
from source import load, names  # noqa: E402

#: (document, page): a decision, an urgent notice, a telegram of the head, a dense page of a plan.
FAST = [("decision", 1), ("notice-urgent", 1), ("telegram", 1), ("plan-department", 1)]


def rungs(chosen=()):
    return [r for r in json.loads(RUNGS.read_text("utf-8")) if not chosen or r["rung"] in chosen]


def documents(whole):
    if not whole:
        return FAST
    return [(name, number + 1) for name in names() for number in range(len(layout.lay_out(load(name))))]


def render(folder, whole, chosen=()):
    """Writes `truth/` and `pages/`; what is newer than its makers stays. Returns {page name: facts}."""
    for part in ("truth", "pages"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    facts, made = {}, {}
    if (folder / "made.json").exists():
        made = json.loads((folder / "made.json").read_text("utf-8"))
    for name, number in documents(whole):
        source = load(name)
        pages = layout.lay_out(source)
        stem = f"{name}-{number}"
        write_truth(folder / "truth", stem, source, pages, number)
        for rung in rungs(chosen):
            file = f"{stem}.{rung['rung']}{'.jpg' if 'quality' in rung else '.png'}"
            facts[f"{stem}.{rung['rung']}"] = {"file": file, "rung": rung["rung"], **_pose(rung, stem)}
            key = made_from(name, rung)
            if not (folder / "pages" / file).exists() or made.get(file) != key:
                write_page(folder / "pages" / file, source, pages, number, rung, stem)
                made[file] = key
                (folder / "made.json").write_text(json.dumps(made), "utf-8")
    _sweep(folder / "pages", {f["file"] for f in facts.values()}, bool(chosen))
    return facts


def _sweep(folder, wanted, keep):
    """Pages of other subsets would be read too."""
    for file in [] if keep else folder.iterdir():
        if file.name not in wanted:
            file.unlink()


def made_from(name, rung):
    """A digest of all that a page is made from."""
    inked = any(step[0] in fixtures._INKS for step in rung["steps"])
    modules = ["damage", "layout"] + ["ink", "render"] * inked
    makers = [ROOT / f"fixtures/sources/{name}.json"]
    makers += [TOOLS / f"{module}.py" for module in modules]
    texts = [json.dumps(rung)] + [path.read_text("utf-8") for path in makers]
    return zlib.crc32("\n".join(texts).encode())


def fresh(path, time):
    return path.exists() and path.stat().st_mtime > time


_SIGNER = ("name", "name_accept", "title", "title_accept")


def write_truth(folder, stem, source, pages, number):
    (folder / f"{stem}.truth.txt").write_text(layout.text_of([pages[number - 1]]), "utf-8")
    known, made = record(source), {}
    if number == 1:
        made = {key: known[key] for key in ("number_full", "issue_date") if key in known}
    if "signature" in pages[number - 1].marks and "signer" in known:
        signer = known["signer"]
        made["signer"] = {key: signer[key] for key in _SIGNER if key in signer}
    (folder / f"{stem}.record.json").write_text(json.dumps(made, ensure_ascii=False), "utf-8")


def _sign(stem):
    """Half of the documents lean to the left, half to the right."""
    return 1 if zlib.crc32(stem.encode()) % 2 else -1


def _pose(rung, stem):
    """How the page lies, as a record says it: to be turned clockwise by `rotation`, leaning by `skew`."""
    turned = sum(values[0] for name, *values in rung["steps"] if name == "turn")
    leaning = sum(values[0] for name, *values in rung["steps"] if name == "skew") * _sign(stem)
    return {"rotation": int(turned) % 360, "skew": -leaning,
            "flat": all(name != "photograph" for name, *_ in rung["steps"])}


def write_page(path, source, pages, number, rung, stem):
    generator = numpy.random.Generator(numpy.random.PCG64(zlib.crc32(f"ladder/{path.name}".encode())))
    array = output.array_of(layout.raster(pages[number - 1], rung["dpi"]))
    for name, *values in rung["steps"]:
        array = _step(name, values, array, source, pages, number, rung["dpi"], generator, stem)
    image = output.mode(damage.image_of(array), rung.get("mode", "rgb"))
    dpi = rung.get("claims", rung["dpi"])
    options = {} if rung.get("unknown_dpi") else {"dpi": (dpi, dpi)}
    if "quality" in rung:
        image.save(path, "JPEG", quality=rung["quality"], **options)
    else:
        image.save(path, "PNG", compress_level=2, **options)


def _step(name, values, array, source, pages, number, dpi, generator, stem):
    if name in fixtures._INKS:
        source = {"arrival": load("decision")["arrival"], **source}
        fixtures._INKS[name](source, pages[number - 1], array, dpi, generator, *values)
        return array
    if name == "skew":
        values = [values[0] * _sign(stem)]
    if name == "back":
        back = pages[number] if number < len(pages) else layout.lay_out(load(_other(source["name"])))[0]
        return damage.back(array, generator, *values, output.array_of(layout.raster(back, dpi)))
    return damage.STEPS[name](array, generator, *values)


def _other(name):
    everyone = names()
    return everyone[(everyone.index(name) + 1) % len(everyone)]
