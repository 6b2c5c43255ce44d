"""Strips as the reader sees them: 32 x 144 pixels, ink = 1, an em of the print beside = 16 pixels.

Composed at twice the size: printed words at both sides, dots or a rule, digits by hand, seal and scanner."""

import io

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

HEIGHT, WIDTH, EM, BASE = 32, 144, 16, 21
SCALE = 2
FONTS = "/usr/share/fonts/truetype/"
PRINT = [FONTS + name for name in (
    "croscore/Tinos-Regular.ttf", "croscore/Tinos-Regular.ttf", "croscore/Tinos-Italic.ttf",
    "croscore/Tinos-Italic.ttf", "croscore/Tinos-BoldItalic.ttf", "croscore/Arimo-Regular.ttf",
    "dejavu/DejaVuSerif.ttf", "croscore/Tinos-Bold.ttf")]
#: Numbers that a machine put in: numbering stamps, signing programs.
MACHINE = [FONTS + "croscore/Cousine-Regular.ttf", FONTS + "gnutypewriter/GNUTypewriter.ttf",
           FONTS + "croscore/Arimo-Regular.ttf"]
SCRIPT = [FONTS + name for name in ("croscore/Tinos-Italic.ttf", "dejavu/DejaVuSans-Oblique.ttf")]
LETTER, SLASH = 10, 11
KINDS = HAND, PRINTED, BLANK, REJECT = range(4)
_fonts = {}


def font(path, size):
    key = path, int(size)
    if key not in _fonts:
        _fonts[key] = ImageFont.truetype(path, int(size))
    return _fonts[key]


class Strip:
    """A canvas twice the size; `ink` collects what is on the paper."""

    def __init__(self, rng):
        self.rng = rng
        self.height, self.width = HEIGHT * SCALE, WIDTH * SCALE
        self.ink = numpy.zeros((self.height, self.width), numpy.float32)
        self.hand = numpy.zeros_like(self.ink)

    def lay(self, layer, hand=False):
        if hand:
            numpy.maximum(self.hand, layer, out=self.hand)
        self.ink = 1 - (1 - self.ink) * (1 - layer)


def printed(rng, text, path, size, x, base, strength, anchor="ls", heavy=0):
    image = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE))
    ImageDraw.Draw(image).text((x, base), text, 255, font(path, size), anchor=anchor, stroke_width=heavy, stroke_fill=255)
    return numpy.asarray(image, numpy.float32) / 255 * strength


LABELS = [("Số:", "/"), ("Số:", "/"), ("Số", "-"), ("ngày", "tháng"), ("ngày", "tháng"), ("tháng", "năm"),
          ("Số:", ""), ("Ngày:", ""), ("", "")]
SYMBOLS = "KH QĐ BC TB UBND SNV SYT STC SGDĐT TTr CTr HĐND BQL VP BCH NQ GM CV TU UBND PNV BTC".split()


def frame(strip, gap):
    """Words at both ends of the blank: (left edge, right edge) of it."""
    rng = strip.rng
    left, right = LABELS[rng.integers(len(LABELS))]
    path = PRINT[rng.integers(len(PRINT))]
    size = EM * SCALE * rng.uniform(0.86, 1.16)
    base = strip.base = BASE * SCALE + rng.normal(0, 2.2)
    strip.size, strip.path = size, path
    strength = strip.strength = rng.uniform(0.75, 1)
    heavy = strip.heavy = int(rng.random() < 0.2)
    start = rng.uniform(0.1, 1.0 if rng.random() < 0.6 else 1.9) * size
    start = max(start, 4)
    if left:
        strip.lay(printed(rng, left, path, size, start - rng.uniform(0, 0.25) * size, base, strength, "rs", heavy))
    end = start + gap
    if right:
        x = end + (rng.uniform(0, 0.3) * size)
        tail = right + SYMBOLS[rng.integers(len(SYMBOLS))] if len(right) == 1 else right
        if right == "/" and rng.random() < 0.2:
            tail = f"/{rng.integers(2015, 2031)}/NQ-HĐND"
        layer = printed(rng, tail, path, size, x, base, strength, heavy=heavy)
        cut = int(x + rng.uniform(0.3, 1.6) * size)
        if rng.random() < 0.75:
            layer[:, cut:] = 0
        strip.lay(layer)
    if rng.random() < 0.12:
        other = printed(rng, "CỘNG HÒA ĐỘC LẬP ỦY BAN TỈNH"[rng.integers(0, 12):], path, size, rng.uniform(-40, 60),
                        base - size * rng.uniform(1.15, 1.5), strength)
        strip.lay(other)
    if rng.random() < 0.08:
        strip.lay(printed(rng, "V/v triển khai thực hiện báo", path, size, rng.uniform(-40, 60),
                          base + size * rng.uniform(1.15, 1.5), strength))
    return start, end


def guides(strip, start, end):
    """Dots, or a rule, where the blank is to be filled in."""
    rng = strip.rng
    choice = rng.random()
    base = strip.base + rng.uniform(-1, 5)
    if choice < 0.42:
        text = ("." if rng.random() < 0.7 else "…") * 40
        layer = printed(rng, text, strip.path, strip.size, start, strip.base + rng.uniform(-1, 3), strip.strength)
        layer[:, max(0, int(end)):] = 0
        strip.lay(layer)
    elif choice < 0.5:
        layer = numpy.zeros_like(strip.ink)
        thick = rng.integers(1, 4)
        layer[int(base):int(base) + thick, max(0, int(start)):max(0, int(end))] = rng.uniform(0.4, 0.9)
        strip.lay(layer)


def placed(image, x, y, canvas, angle=0.0):
    """Puts a digit at (x, y), its upper left corner, into the canvas by maximum."""
    height, width = image.shape
    x, y = int(round(x)), int(round(y))
    left, top = max(0, x), max(0, y)
    right, bottom = min(canvas.shape[1], x + width), min(canvas.shape[0], y + height)
    if left < right and top < bottom:
        part = canvas[top:bottom, left:right]
        numpy.maximum(part, image[top - y:bottom - y, left - x:right - x], out=part)


def written(rng, symbols, bank, tall, shape=None, pen=None):
    """A string by hand: an array as high as it needs to be, and how far its base lies from the top."""
    glyphs = []
    style = bank.style(rng)
    pen = pen or rng.uniform(0.28, 0.62)
    for symbol in symbols:
        height = tall * rng.uniform(0.86, 1.14)
        if symbol == LETTER:
            image, height = letter(rng), height * rng.uniform(0.6, 0.95)
        elif symbol == SLASH:
            image, height = slash(rng), height * rng.uniform(1.0, 1.4)
        else:
            image = bank.digit(symbol, rng, style if rng.random() < 0.85 else bank.style(rng))
        glyphs.append(inked(image, height, rng, pen))
    return joined(glyphs, tall, rng, shape or (rng.normal(0.0, 0.14), rng.normal(0, 0.035)))


def inked(image, height, rng, pen):
    """Scaled to a height, with strokes of a pen of another width."""
    scale = height / image.shape[0]
    width = image.shape[1] * scale * rng.uniform(0.82, 1.18)
    if image.shape[1] > 2 * image.shape[0]:
        width, height = height, height * image.shape[0] / image.shape[1]
    size = max(3, round(width)), max(4, round(height))
    picture = bent(Image.fromarray(image), size, rng) if rng.random() < 0.5 else None
    picture = picture or Image.fromarray(image).resize(size, Image.BICUBIC)
    level = numpy.asarray(picture, numpy.float32) / 255
    return numpy.clip((level - pen) / 0.3 + 0.5, 0, 1)


def bent(image, size, rng):
    """Scaled, the middle and the edges pulled about a little: no hand writes a digit twice the same."""
    wide, high = image.width, image.height
    grid = [[(x * wide / 2 + rng.normal(0, 0.05) * wide, y * high / 2 + rng.normal(0, 0.04) * high) for x in range(3)]
            for y in range(3)]
    edges = [[round(n * part / 2) for part in range(3)] for n in size]
    mesh = []
    for y in range(2):
        for x in range(2):
            box = edges[0][x], edges[1][y], edges[0][x + 1], edges[1][y + 1]
            corners = grid[y][x] + grid[y + 1][x] + grid[y + 1][x + 1] + grid[y][x + 1]
            mesh.append((box, corners))
    return image.transform(size, Image.MESH, mesh, Image.BICUBIC)


def joined(glyphs, tall, rng, shape):
    spacing = rng.choice([rng.uniform(-0.12, 0.02), rng.uniform(0.02, 0.18), rng.uniform(0.15, 0.45)],
                         p=[0.25, 0.5, 0.25]) * tall
    width = sum(g.shape[1] for g in glyphs) + abs(spacing) * len(glyphs) + 2 * tall
    canvas = numpy.zeros((int(tall * 2.2), int(width)), numpy.float32)
    x, base = tall * 0.8, tall * 1.6
    for glyph in glyphs:
        placed(glyph, x, base - glyph.shape[0] + rng.normal(0, 0.05) * tall, canvas)
        x += glyph.shape[1] + spacing + rng.normal(0, 0.03) * tall
    slant, rise = shape
    image = Image.fromarray((canvas * 255).astype(numpy.uint8))
    image = image.transform(image.size, Image.AFFINE,
                            (1, slant, -slant * base, rise, 1, -rise * width / 2), Image.BILINEAR)
    array = numpy.asarray(image, numpy.float32) / 255
    columns = numpy.nonzero(array.max(0) > 0.3)[0]
    array = array[:, columns[0]:columns[-1] + 1] if len(columns) else array
    return array, base


def letter(rng):
    text = "aabbcdđABCPTQLHĐ"[rng.integers(16)]
    image = Image.new("L", (90, 100))
    ImageDraw.Draw(image).text((20, 70), text, 255, font(SCRIPT[rng.integers(2)], 52), anchor="ls")
    array = numpy.asarray(image)
    rows, columns = numpy.nonzero(array > 40)
    return array[rows.min():rows.max() + 1, columns.min():columns.max() + 1]


def slash(rng):
    """The stroke between the parts of a date, now and then a dash."""
    if rng.random() < 0.2:
        dash = numpy.zeros((80, int(rng.integers(24, 40))), numpy.uint8)
        dash[40:40 + rng.integers(7, 13)] = 255
        return dash
    image = Image.new("L", (60, 80))
    lean = rng.uniform(6, 24)
    ImageDraw.Draw(image).line([(30 + lean, 6), (30, 40 + rng.normal(0, 2)), (30 - lean, 74)], 255, int(rng.integers(4, 8)))
    array = numpy.asarray(image)
    rows, columns = numpy.nonzero(array > 40)
    return array[rows.min():rows.max() + 1, columns.min():columns.max() + 1]


def broken(rng, array):
    """A pen that skips: pale patches and thin gaps."""
    if rng.random() < 0.35:
        coarse = rng.random((array.shape[0] // 5 + 2, array.shape[1] // 5 + 2)).astype(numpy.float32)
        field = numpy.kron(coarse, numpy.ones((5, 5), numpy.float32))[:array.shape[0], :array.shape[1]]
        array = array * (1 - rng.uniform(0.2, 0.7) * field)
    if rng.random() < 0.15:
        array = array.copy()
        row = rng.integers(0, array.shape[0])
        array[row:row + rng.integers(1, 3)] *= rng.uniform(0, 0.4)
    if rng.random() < 0.12:
        # A dry pen on rough paper.
        array = array * (1 - rng.uniform(0.4, 0.9) * (rng.random(array.shape, numpy.float32) < rng.uniform(0.2, 0.6)))
    return array


def scribble(rng, width, height, loops):
    image = Image.new("L", (int(width) + 20, int(height) + 20))
    points, x = [], 6.0
    for step in range(loops * 3):
        points.append((x + rng.normal(0, width * 0.12), 8 + rng.random() * height))
        x += width / (loops * 3)
    fine = []
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        for t in numpy.linspace(0, 1, 7, endpoint=False):
            s = t * t * (3 - 2 * t)
            fine.append((x0 + (x1 - x0) * t + numpy.sin(t * 6.28) * 3, y0 + (y1 - y0) * s))
    ImageDraw.Draw(image).line(fine, 255, int(rng.integers(2, 5)), joint="curve")
    return numpy.asarray(image, numpy.float32) / 255


def spoilt(rng, array, way):
    """What a way makes of a string, once it can be seen: strokes that hide in the digits would teach to doubt all."""
    for _ in range(12):
        made = way()
        high, wide = min(array.shape[0], made.shape[0]), min(array.shape[1], made.shape[1])
        added = (made[:high, :wide] - array[:high, :wide]).clip(0).sum()
        if made.shape[1] > array.shape[1] * 1.2 or added > 0.22 * array.sum():
            break
    return made


def struck(rng, array, tall):
    return spoilt(rng, array, lambda: strokes(rng, array, tall))


def strokes(rng, array, tall):
    """Crossed out: lines along, strokes across all or some digits, a cross, hatching, a wave, a zigzag."""
    height, width = array.shape
    image = Image.fromarray((array * 255).astype(numpy.uint8))
    draw = ImageDraw.Draw(image)
    middle, pen = height * 0.53, int(rng.integers(3, 6))
    def near(share):
        return middle + rng.normal(0, tall * share)
    way = rng.integers(7)
    if way == 0:
        for _ in range(rng.integers(1, 4)):
            ends = rng.normal(0, tall * 0.15, 2)
            draw.line([(max(0, ends[0]), near(0.12)), (width - max(0, ends[1]), near(0.12))], 255, pen)
    elif way == 1:
        for x in numpy.arange(0, width, max(3.0, tall * rng.uniform(0.25, 0.8))):
            if rng.random() < 0.85:
                draw.line([(x - tall * 0.15, near(0.05) + tall * 0.5), (x + tall * 0.45, near(0.05) - tall * 0.5)], 255, pen)
    elif way == 2:
        rise = tall * rng.uniform(0.25, 0.55) * rng.choice([-1, 1], p=[0.3, 0.7])
        for _ in range(rng.integers(1, 3)):
            draw.line([(0, near(0.06) + rise), (width, near(0.06) - rise)], 255, pen)
    elif way == 3:
        rise = tall * rng.uniform(0.3, 0.55)
        draw.line([(0, near(0.05) - rise), (width, near(0.05) + rise)], 255, pen)
        draw.line([(0, near(0.05) + rise), (width, near(0.05) - rise)], 255, pen)
    elif way == 4:
        speed, phase, high = rng.uniform(4, 12), rng.uniform(0, 6), rng.uniform(0.12, 0.4)
        draw.line([(x, middle + numpy.sin(x / tall * speed + phase) * tall * high)
                   for x in numpy.linspace(0, width, 60)], 255, pen, joint="curve")
    elif way == 5:
        count = max(4, int(width / tall * rng.uniform(3, 9)))
        draw.line([(x, middle + (tall if i % 2 else -tall) * rng.uniform(0.2, 0.55))
                   for i, x in enumerate(numpy.linspace(0, width, count))], 255, pen)
    else:
        # Only some digits are: the rest alone would be another number.
        cut = rng.uniform(0.3, 0.7) * width
        left, right = (0, cut) if rng.random() < 0.5 else (cut, width)
        for _ in range(rng.integers(1, 4)):
            rise = tall * rng.uniform(0, 0.5)
            draw.line([(left, near(0.1) + rise), (right, near(0.1) - rise)], 255, pen)
    return numpy.asarray(image, numpy.float32) / 255


def overwritten(rng, array, tall, bank):
    """Another number over it, or over a part of it."""
    def way():
        over, _ = written(rng, [int(v) for v in rng.integers(0, 10, rng.integers(1, 4))], bank, tall)
        both = array.copy()
        free = max(0, array.shape[1] - over.shape[1])
        placed(over[:array.shape[0]], free * rng.random(), rng.normal(0, 3), both)
        return both if min(over.shape[1], array.shape[1]) > tall * 0.5 else strokes(rng, both, tall)
    return spoilt(rng, array, way)


def corrected(rng, array, tall, bank):
    """Struck out, and another number beside it."""
    other, _ = written(rng, [int(v) for v in rng.integers(0, 10, rng.integers(1, 4))], bank, tall)
    out = struck(rng, array, tall)
    gap = int(tall * rng.uniform(0.1, 0.5))
    high = max(out.shape[0], other.shape[0])
    both = numpy.zeros((high, out.shape[1] + gap + other.shape[1]), numpy.float32)
    placed(out, 0, 0, both)
    placed(other, out.shape[1] + gap, rng.normal(0, 2), both)
    return both


def number(rng):
    """A number, a day or a month as they stand in headers; seldom a letter behind, or a whole date."""
    way = rng.random()
    if way < 0.10:
        return [int(rng.integers(0, 10))]
    if way < 0.42:
        length = rng.choice([1, 2, 3, 4, 5], p=[0.03, 0.27, 0.36, 0.27, 0.07])
        return [int(v) for v in rng.integers(0, 10, length)]
    if way < 0.62:
        return [int(c) for c in f"{rng.integers(1, 32):02d}"]
    if way < 0.72:
        return [int(c) for c in str(rng.integers(1, 13))]
    if way < 0.88:
        return [int(rng.integers(0, 10)) for _ in range(rng.integers(1, 4))]
    if way < 0.93:
        return [int(v) for v in rng.integers(0, 10, rng.integers(1, 4))] + [LETTER]
    form = "{:02d}/{:02d}" if rng.random() < 0.5 else "{}/{}"
    text = form.format(rng.integers(1, 32), rng.integers(1, 13)) + rng.choice(["", f"/{rng.integers(18, 31)}",
                                                                               f"/{rng.integers(2018, 2031)}"])
    return [SLASH if c == "/" else int(c) for c in text]


def hand(strip, symbols, bank, strike=None):
    """The string in the blank; the print is laid around it."""
    rng = strip.rng
    tall = EM * SCALE * (rng.uniform(0.62, 1.25) if rng.random() < 0.75 else rng.uniform(1.2, 1.5))
    array, base = written(rng, symbols, bank, tall, (rng.normal(0.04, 0.19), rng.normal(0, 0.04)))
    if strike:
        array = strike(rng, array, tall)
    room = WIDTH * SCALE - 30
    if array.shape[1] > room:
        keep = room / array.shape[1]
        image = Image.fromarray((array * 255).astype(numpy.uint8))
        array = numpy.asarray(image.resize((room, round(array.shape[0] * keep)), Image.BICUBIC), numpy.float32) / 255
        base *= keep
    before, after = rng.uniform(-0.05, 1.2, 2) * EM * SCALE * rng.choice([0.3, 1])
    start, end = frame(strip, before + array.shape[1] + after)
    guides(strip, start, end)
    layer = numpy.zeros_like(strip.ink)
    y = strip.base + rng.normal(-0.09, 0.12) * strip.size - base
    top = y + base - tall
    if top < 1:
        y += 1 - top
    placed(array, start + before, y, layer)
    strip.lay(broken(rng, layer) * rng.uniform(0.45, 1), hand=True)


def seal(strip):
    """What is left of red ink that was taken out: pale arcs and patches; where it crossed, the ink is paler."""
    rng = strip.rng
    image = Image.new("L", (strip.width, strip.height))
    draw = ImageDraw.Draw(image)
    x, y, radius = rng.uniform(-120, 400), rng.uniform(-170, 230), rng.uniform(130, 200)
    for inset, width in ((0, rng.integers(3, 8)), (14, 2), (rng.uniform(45, 60), 2)):
        r = radius - inset
        draw.ellipse((x - r, y - r, x + r, y + r), outline=255, width=int(width))
    for _ in range(rng.integers(0, 9)):
        a, b = rng.uniform(0, strip.width), rng.uniform(0, strip.height)
        draw.line([(a, b), (a + rng.normal(0, 14), b + rng.normal(0, 14))], 255, int(rng.integers(2, 6)))
    layer = numpy.asarray(image, numpy.float32) / 255
    if rng.random() < 0.5:
        strip.ink *= 1 - layer * rng.uniform(0.1, 0.75)
    strip.lay(layer * rng.uniform(0.03, 0.4) * _field(rng, layer.shape, 7))


def _field(rng, shape, size):
    coarse = rng.random((shape[0] // size + 2, shape[1] // size + 2)).astype(numpy.float32)
    return numpy.kron(coarse, numpy.ones((size, size), numpy.float32))[:shape[0], :shape[1]]


def scanned(strip):
    """Blur, size, grain, JPEG; then evened out as the program does it."""
    rng = strip.rng
    page = 1 - strip.ink * rng.uniform(0.55, 0.97)
    image = Image.fromarray((page * 255).astype(numpy.uint8))
    if rng.random() < 0.8:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 1.3)))
    if rng.random() < 0.3:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=int(rng.integers(30, 85)))
        image = Image.open(buffer)
    if rng.random() < 0.12:
        dark = numpy.asarray(image).min()
        cut = dark + (255 - dark) * rng.uniform(0.5, 0.85)
        image = image.point(lambda v: 255 if v > cut else 0)
    if rng.random() < 0.5:
        image = image.rotate(rng.normal(0, 0.5), Image.BILINEAR, fillcolor=255)
    small = numpy.asarray(image.resize((WIDTH, HEIGHT), Image.BOX), numpy.float32)
    small = small * rng.uniform(0.85, 1) + rng.normal(0, rng.uniform(0, 7), small.shape).astype(numpy.float32)
    if rng.random() < 0.25:
        for _ in range(rng.integers(1, 6)):
            small[rng.integers(HEIGHT), rng.integers(WIDTH)] *= rng.uniform(0, 0.6)
    return evened(small)


def alone(image, high=17, turn=0.0, across=0, down=0):
    """A digit with nothing beside it, so many pixels high, on the base line in the middle; turned by degrees, moved by
    pixels. (picture, columns of its ink in pairs, first and last row of it)"""
    width = max(2, round(image.shape[1] * high / image.shape[0]))
    if width > 1.5 * EM:
        width, high = round(1.5 * EM), max(4, round(image.shape[0] * 1.5 * EM / image.shape[1]))
    paper = Image.new("L", (WIDTH, HEIGHT))
    paper.paste(Image.fromarray(image).resize((width, high), Image.BICUBIC),
                ((WIDTH - width) // 2 + across, BASE - high + down))
    if turn:
        paper = paper.rotate(turn, Image.BICUBIC, center=(WIDTH / 2 + across, BASE + down - high / 2))
    ink = numpy.asarray(paper, numpy.float32) / 255
    rows = numpy.flatnonzero(ink.max(1) > 0.25)
    return evened(255 - 255 * ink), (ink.max(0) > 0.25).reshape(WIDTH // 2, 2).any(1), (rows[0], rows[-1] + 1)


def evened(grey):
    """0 paper, 1 the darkest ink: as `HandStrip` does it."""
    ordered = numpy.sort(grey, axis=None)
    paper, dark = ordered[int(len(ordered) * 0.75)], ordered[int(len(ordered) * 0.02)]
    return numpy.clip((paper - grey) / max(60, paper - dark), 0, 1).astype(numpy.float32)


def strip(rng, bank, kind=None):
    """(picture 32 x 144, kind, symbols, columns of the hand's ink in pairs, first and last row of it)."""
    if kind is None:
        kind = rng.choice(4, p=[0.58, 0.17, 0.07, 0.18])
    it = Strip(rng)
    symbols = number(rng)
    if kind == HAND:
        hand(it, symbols, bank)
    elif kind == PRINTED:
        symbols = [s for s in symbols if s < 10][:5] or [5]
        text = "".join(map(str, symbols))
        size = EM * SCALE
        before = rng.uniform(0.0, 0.5) * size
        start, end = frame(it, before + len(text) * 0.5 * size + rng.uniform(0, 0.4) * size)
        if rng.random() < 0.2:
            guides(it, start, end)
        other = MACHINE[rng.integers(len(MACHINE))] if rng.random() < 0.5 else PRINT[rng.integers(len(PRINT))]
        path = it.path if rng.random() < 0.8 else other
        it.lay(printed(rng, text, path, it.size * rng.choice([1, 1, 1, rng.uniform(0.9, 1.15)]), start + before,
                       it.base, it.strength * rng.uniform(0.8, 1), heavy=it.heavy))
    elif kind == BLANK:
        symbols = []
        start, end = frame(it, rng.uniform(0.3, 6) * EM * SCALE)
        guides(it, start, end)
    else:
        if rng.random() < 0.7:
            way = rng.choice([None, overwritten, corrected], p=[0.65, 0.2, 0.15])
            strike = struck if way is None else lambda rng, array, tall: way(rng, array, tall, bank)
            hand(it, symbols if len(symbols) > 1 else symbols + [3], bank, strike)
        else:
            width = rng.uniform(1.2, 5) * EM * SCALE
            start, end = frame(it, width)
            guides(it, start, end)
            layer = numpy.zeros_like(it.ink)
            shape = scribble(rng, width * rng.uniform(0.6, 1.2), rng.uniform(0.7, 1.7) * EM * SCALE, int(rng.integers(2, 6)))
            placed(shape, start, it.base - shape.shape[0] * rng.uniform(0.6, 1), layer)
            it.lay(layer * rng.uniform(0.6, 1), hand=True)
        symbols = []
    if rng.random() < 0.15:
        seal(it)
    columns = (it.hand[:, :].max(0) > 0.25).reshape(WIDTH // 2, 2 * SCALE).any(1)
    rows = numpy.flatnonzero(it.hand.max(1) > 0.25)
    extent = (rows[0] / SCALE, (rows[-1] + 1) / SCALE) if len(rows) else (0, 0)
    return scanned(it), kind, symbols, columns, extent


def single(rng, bank):
    """A digit alone, as `strip`."""
    value = int(rng.integers(0, 10))
    image = bank.digit(value, rng, "written" if rng.random() < 0.8 else bank.style(rng))
    size = tuple(max(4, round(side * rng.uniform(0.88, 1.12))) for side in image.shape[::-1])
    image = numpy.asarray(bent(Image.fromarray(image), size, rng))
    picture, columns, rows = alone(image, int(rng.integers(15, 20)), rng.normal(0, 6), int(rng.integers(-4, 5)),
                                   int(rng.integers(-1, 2)))
    return picture, HAND, [value], columns, rows
