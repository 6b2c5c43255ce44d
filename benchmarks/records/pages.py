#!/usr/bin/python3
"""Draws generated documents as page images, so that real OCR is in the loop. `pages.py FOLDER [COUNT]`

FOLDER is what generate.py --sources wrote; FOLDER/scans/NAME.{clean,scan}.pdf are written: print at 300 dpi, and a
worn scan at 200 dpi.
"""

import json
import pathlib
import sys
import zlib

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "fixtures" / "tools"))

import numpy  # noqa: E402

import damage  # noqa: E402
import layout  # noqa: E402
import output  # noqa: E402

SCAN = (("paper", 0.05), ("skew", 0.6), ("blur", 0.5), ("noise", 4))


def draw(source, folder):
    name = source["name"]
    pages = layout.lay_out(source)
    clean = [output.array_of(layout.raster(page, 300)) for page in pages]
    output.save(folder / f"{name}.clean.pdf", clean, {"form": "pdf-g4", "mode": "bilevel", "dpi": 300})
    generator = numpy.random.Generator(numpy.random.PCG64(zlib.crc32(name.encode())))
    worn = [worked(output.array_of(layout.raster(page, 200)), generator) for page in pages]
    output.save(folder / f"{name}.scan.pdf", worn, {"form": "pdf-jpeg", "mode": "gray8", "dpi": 200, "quality": 50})


def worked(page, generator):
    for name, value in SCAN:
        page = damage.STEPS[name](page, generator, value)
    return page


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "scans").mkdir(exist_ok=True)
    sources = sorted((folder / "sources").glob("*.json"))
    for path in sources[:int(sys.argv[2]) if len(sys.argv) > 2 else None]:
        draw(json.loads(path.read_text("utf-8")), folder / "scans")


if __name__ == "__main__":
    main()
