#!/usr/bin/env python3
"""Renders lines of text as damaged pages, reads them with Tesseract, and prints pairs of
observed<TAB>printed lines for `sohoa channel learn` and `sohoa model evaluate`.

Deterministic for one set of inputs, fonts and Tesseract. Needs pango-view, tesseract and numpy.
usage: render_pages.py TEXT --engine eng --pages 40 --seed 1 > pairs.tsv
       render_pages.py TEXT --pages 40 --seed 1 --keep FOLDER
"""
import argparse, difflib, os, random, struct, subprocess, sys, tempfile, textwrap, zlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np

FONTS = ["Tinos", "Liberation Serif"]
STYLES = ["", "", "", "Italic", "Bold"]


def read_png(path):
    """A grey image from the PNG that pango-view writes (8-bit, grey, RGB or RGBA)."""
    data = open(path, "rb").read()
    place, raw = 8, b""
    while place < len(data):
        size, kind = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + size]
        if kind == b"IHDR":
            width, height, _, colour = struct.unpack(">IIBB", body[:10])
        if kind == b"IDAT":
            raw += body
        place += size + 12
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    rows = np.frombuffer(zlib.decompress(raw), np.uint8).reshape(height, width * channels + 1)
    image = unfilter(rows, channels).reshape(height, width, channels).astype(np.float32)
    if channels in (2, 4):
        alpha = image[..., -1:] / 255
        image = image[..., :-1] * alpha + 255 * (1 - alpha)
    return image.mean(axis=2)


def unfilter(rows, step):
    out = np.zeros((rows.shape[0], rows.shape[1] - 1), np.uint8)
    above = np.zeros(rows.shape[1] - 1, np.int32)
    for index, row in enumerate(rows):
        kind, line = row[0], row[1:].astype(np.int32)
        if kind == 2:
            line = (line + above) & 255
        elif kind in (1, 3, 4):
            for x in range(len(line)):
                left = line[x - step] if x >= step else 0
                up, corner = above[x], above[x - step] if x >= step else 0
                if kind == 1:
                    guess = left
                elif kind == 3:
                    guess = (left + up) // 2
                else:
                    p = left + up - corner
                    guess = min((abs(p - left), 0, left), (abs(p - up), 1, up), (abs(p - corner), 2, corner))[2]
                line[x] = (line[x] + guess) & 255
        out[index] = line
        above = line
    return out


def blur(image, sigma):
    if sigma <= 0:
        return image
    radius = int(3 * sigma) + 1
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        image = np.apply_along_axis(lambda line: np.convolve(line, kernel, mode="same"), axis, np.pad(
            image, [(radius, radius) if a == axis else (0, 0) for a in (0, 1)], mode="edge"))
        image = image[radius:-radius] if axis == 0 else image[:, radius:-radius]
    return image


def damage(image, rng):
    noise = np.random.default_rng(rng.randrange(1 << 30))
    image = np.pad(image, 60, constant_values=255)
    image = blur(image, rng.choice([0.0, 0.6, 0.9, 1.2, 1.5]))
    image = image + noise.normal(0, rng.choice([2, 8, 16, 26]), image.shape)
    kind = rng.random()
    if kind < 0.4:  # a bad binarisation: strokes thinned or swollen
        image = np.where(image < rng.choice([110, 140, 170, 195]), 0, 255)
    elif kind < 0.7:  # pale print
        image = 255 - (255 - image) * rng.choice([0.4, 0.6, 0.8])
    specks = noise.random(image.shape) < rng.choice([0, 0, 0.0005, 0.002])
    image[specks] = 0
    return np.clip(image, 0, 255).astype(np.uint8)


def page(job):
    index, lines, engine, seed, keep = job
    rng = random.Random(f"{seed}/{index}")
    font = f"{rng.choice(FONTS)} {rng.choice(STYLES)} {rng.choice([12, 13, 13, 14])}"
    dpi = rng.choice([150, 200, 200, 300])
    with tempfile.TemporaryDirectory() as folder:
        text, png, pgm = (os.path.join(folder, name) for name in ("t.txt", "p.png", "p.pgm"))
        open(text, "w", encoding="utf-8").write("\n".join(lines))
        subprocess.run(["pango-view", "-q", f"--font={font}", f"--dpi={dpi}", "--margin=0", "-o", png, text],
                       check=True, stderr=subprocess.DEVNULL)
        image = damage(read_png(png), rng)
        with open(pgm, "wb") as file:
            file.write(b"P5 %d %d 255\n" % (image.shape[1], image.shape[0]) + image.tobytes())
        if keep:
            return keep_page(keep, f"{seed}-{index:03d}", pgm, dpi, lines)
        read = subprocess.run(["tesseract", pgm, "-", "-l", engine, "--psm", "6", "--dpi", str(dpi)],
                              capture_output=True, env=dict(os.environ, OMP_THREAD_LIMIT="1")).stdout
    seen = [line for line in read.decode("utf-8").split("\n") if line.strip()]
    return list(pairs(seen, lines))


def keep_page(folder, name, pgm, dpi, lines):
    """The page as PNG with its resolution, and its text; nothing is read."""
    width, height, pixels = netpbm(open(pgm, "rb").read())
    rows = b"".join(b"\0" + pixels[y * width:(y + 1) * width] for y in range(height))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
              (b"pHYs", struct.pack(">IIB", round(dpi / 0.0254), round(dpi / 0.0254), 1)),
              (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b"")]
    with open(os.path.join(folder, name + ".png"), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, body in chunks:
            file.write(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8").write("\n".join(lines) + "\n")
    return []


def netpbm(data):
    header, pixels = data.split(b" 255\n", 1)
    width, height = header.split()[1:3]
    return int(width), int(height), pixels


def pairs(seen, printed):
    """Lines matched in order by their likeness."""
    start = 0
    for line in seen:
        scored = [(difflib.SequenceMatcher(None, line, printed[at]).ratio(), -at)
                  for at in range(start, min(start + 3, len(printed)))]
        if scored and max(scored)[0] > 0.25:
            start = -max(scored)[1] + 1
            yield line, printed[start - 1]


def pages(text, count, per_page, capitals, rng):
    lines = [line.rstrip("\n") for line in open(text, encoding="utf-8")]
    rng.shuffle(lines)
    wrapped = []
    for line in lines:
        if rng.random() < capitals:
            line = line[:120].upper()
        wrapped += textwrap.wrap(line, 78)
        if len(wrapped) >= count * per_page:
            break
    return [wrapped[at:at + per_page] for at in range(0, count * per_page, per_page) if wrapped[at:at + per_page]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text")
    parser.add_argument("--engine", default="eng")
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--lines", type=int, default=30)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--capitals", type=float, default=0.06, help="share of lines in capitals")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", help="only write the pages (PNG) and their texts into this folder")
    options = parser.parse_args()
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
    jobs = [(index, lines, options.engine, options.seed, options.keep) for index, lines in
            enumerate(pages(options.text, options.pages, options.lines, options.capitals,
                            random.Random(options.seed)))]
    with ThreadPoolExecutor(options.jobs) as pool:
        for result in pool.map(page, jobs):
            for seen, printed in result:
                print(f"{seen}\t{printed}")
            sys.stdout.flush()


main()
