"""Single digits as ink: the images of MNIST, and digits drawn from strokes as they are taught in Vietnam.

A digit is a grey array, height x width, 0...1, ink = 1, cut to its ink."""

import gzip
import pathlib

import numpy
from PIL import Image, ImageDraw, ImageFont

# Strokes in a box of 1 x 1, y downwards. MNIST has few of these: 1 with a long upstroke, 7 with a bar, an open 4,
# 9 with a straight tail.
SHAPES = {
    0: [[[(.5, .02), (.1, .3), (.12, .75), (.5, 1), (.88, .7), (.85, .25), (.45, .02)]],
        [[(.7, .08), (.3, .05), (.08, .5), (.35, .98), (.8, .75), (.85, .3), (.55, .03), (.35, .12)]]],
    1: [[[(.12, .5), (.35, .25), (.55, .02)], [(.55, .02), (.53, .5), (.5, 1)]],
        [[(.02, .62), (.3, .32), (.58, 0)], [(.58, 0), (.55, .5), (.55, 1)]],
        [[(.25, .25), (.55, .02)], [(.55, .02), (.53, .98)], [(.25, .99), (.8, .98)]],
        [[(.5, 0), (.5, .5), (.48, 1)]]],
    2: [[[(.1, .25), (.3, .03), (.7, .06), (.78, .32), (.5, .65), (.08, .98)], [(.08, .98), (.5, .96), (.92, .95)]],
        [[(.12, .2), (.45, 0), (.8, .2), (.55, .6), (.2, .95), (.08, .85), (.25, .78), (.6, .97), (.95, .9)]],
        [[(.36, .32), (.2, .36), (.12, .18), (.42, 0), (.8, .2), (.6, .58), (.22, .95), (.06, .9), (.2, .76), (.55, .95), (.95, .92)]],
        [[(.45, .22), (.28, .38), (.1, .2), (.42, .0), (.82, .18), (.7, .5), (.3, .9), (.1, .98)], [(.1, .98), (.5, .93), (.95, .97)]],
        [[(.2, .42), (.08, .2), (.4, .02), (.75, .22), (.6, .55), (.3, .82), (.1, .98), (.12, .8), (.4, .84), (.62, 1), (.92, .82)]]],
    3: [[[(.12, .12), (.45, 0), (.78, .18), (.62, .4), (.38, .47)], [(.38, .47), (.75, .55), (.82, .8), (.5, 1), (.08, .88)]],
        [[(.12, .05), (.8, .03)], [(.8, .03), (.42, .42)], [(.42, .42), (.82, .58), (.78, .88), (.4, 1), (.08, .9)]]],
    4: [[[(.38, 0), (.2, .35), (.05, .63)], [(.05, .63), (.5, .62), (.95, .6)], [(.66, .28), (.65, .6), (.62, 1)]],
        [[(.3, .02), (.22, .3), (.2, .52), (.5, .55), (.82, .5)], [(.78, .05), (.74, .5), (.7, 1)]],
        [[(.68, 1), (.7, .5), (.72, 0)], [(.72, 0), (.4, .35), (.03, .68)], [(.03, .68), (.97, .66)]]],
    5: [[[(.25, .05), (.2, .25), (.17, .45)], [(.17, .45), (.5, .36), (.82, .58), (.7, .9), (.4, 1), (.06, .9)], [(.25, .05), (.55, .06), (.85, .02)]],
        [[(.88, .02), (.3, .05)], [(.3, .05), (.2, .42)], [(.2, .42), (.55, .4), (.8, .68), (.5, 1), (.08, .92)]]],
    6: [[[(.72, .02), (.35, .25), (.12, .65), (.25, .96), (.65, .98), (.82, .72), (.55, .52), (.16, .72)]],
        [[(.55, 0), (.25, .35), (.1, .75), (.4, 1), (.75, .82), (.62, .55), (.3, .58), (.14, .75)]]],
    7: [[[(.08, .08), (.45, .05), (.88, .03)], [(.88, .03), (.6, .45), (.38, 1)], [(.28, .5), (.8, .46)]],
        [[(.06, .2), (.1, .04), (.88, .04)], [(.88, .04), (.58, .5), (.42, 1)], [(.3, .52), (.78, .5)]],
        [[(.08, .06), (.85, .04)], [(.85, .04), (.55, .5), (.4, 1)]]],
    8: [[[(.72, .12), (.4, .01), (.16, .2), (.45, .45), (.8, .7), (.6, .98), (.2, .93), (.2, .68), (.55, .42), (.78, .2), (.66, .06)]],
        [[(.5, .46), (.18, .25), (.45, .01), (.78, .2), (.5, .46), (.15, .72), (.45, 1), (.84, .75), (.5, .46)]],
        [[(.82, .1), (.5, .02), (.2, .2), (.5, .46), (.8, .72), (.5, 1), (.18, .75), (.5, .5), (.9, .08)]]],
    9: [[[(.78, .16), (.42, 0), (.14, .25), (.4, .48), (.75, .22)], [(.77, .12), (.75, .5), (.72, 1)]],
        [[(.76, .2), (.45, .02), (.16, .22), (.35, .48), (.72, .3), (.8, .1)], [(.8, .1), (.74, .6), (.5, .95), (.15, .97)]],
        [[(.8, .25), (.5, .02), (.18, .2), (.3, .47), (.7, .38), (.8, .15)], [(.8, .15), (.65, .6), (.45, 1)]]],
}


def mnist(folder, part):
    """`part`: train or test. Images as tight cut arrays, and labels."""
    images = _idx(pathlib.Path(folder, f"{part}-images-idx3-ubyte.gz"), 16).reshape(-1, 28, 28)
    labels = _idx(pathlib.Path(folder, f"{part}-labels-idx1-ubyte.gz"), 8)
    return images, labels


def _idx(path, head):
    return numpy.frombuffer(gzip.open(path).read(), numpy.uint8, offset=head)


def tight(image):
    rows, columns = numpy.nonzero(image > 40)
    return image[rows.min():rows.max() + 1, columns.min():columns.max() + 1]


def _curve(points, steps=14):
    """Catmull-Rom through the points."""
    points = numpy.asarray(points, numpy.float64)
    if len(points) == 2:
        return points
    ends = numpy.concatenate([points[:1] * 2 - points[1:2], points, points[-1:] * 2 - points[-2:-1]])
    t = numpy.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = [0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3)
             for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:])]
    return numpy.concatenate(parts + [points[-1:]])


def drawn(digit, rng):
    """A digit of strokes, 60 pixels high."""
    shapes = SHAPES[digit]
    shape = shapes[rng.integers(len(shapes))]
    height, width = 120, 120 * rng.uniform(0.45, 0.8)
    if digit == 1:
        width *= 0.8
    image = Image.new("L", (int(width) + 60, height + 60))
    draw = ImageDraw.Draw(image)
    pen = rng.uniform(7, 16)
    shift = {}
    for stroke in shape:
        moved = []
        for point in stroke:
            if point not in shift:
                shift[point] = rng.normal(0, 0.035, 2)
            moved.append(numpy.array(point) + shift[point])
        line = [(30 + x * width, 30 + y * height) for x, y in _curve(moved)]
        draw.line(line, 255, round(pen), joint="curve")
        for x, y in (line[0], line[-1]):
            draw.ellipse((x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2), 255)
    array = tight(numpy.asarray(image))
    small = Image.fromarray(array).resize((max(4, round(array.shape[1] / 2)), round(array.shape[0] / 2)), Image.BOX)
    return numpy.asarray(small)


#: Free fonts made of people's handwriting (Debian packages `HAND_FONTS` of the Makefile): their digits, and nothing else.
HANDS = [pathlib.Path("/usr/share/fonts", name) for name in (
    "truetype/sjfonts/Delphine.ttf", "truetype/sjfonts/SteveHand.ttf", "truetype/fifthhorseman/dkg.ttf",
    "truetype/kiloji/kiloji.ttf", "truetype/kiloji/kiloji_p.ttf", "truetype/kristi/Kristi.ttf",
    "truetype/rufscript/Rufscript010.ttf", "truetype/humor-sans/Humor-Sans.ttf",
    "truetype/ecolier-court/Ecolier-court.ttf",
    "opentype/bwht/BecauseWeBuild-Regular.otf", "opentype/bwht/BecauseWeConnect-Regular.otf",
    "opentype/bwht/BecauseWeCreate-Regular.otf", "opentype/bwht/BecauseWeMentor-Regular.otf",
    "opentype/bwht/BecauseWeOrganize-Regular.otf", "opentype/bwht/BecauseWeLearn-Regular.otf")]


def lettered(path):
    """The ten digits of a font, 60 pixels high or so."""
    font = ImageFont.truetype(str(path), 80)
    made = []
    for digit in range(10):
        image = Image.new("L", (140, 160))
        ImageDraw.Draw(image).text((40, 110), str(digit), 255, font, anchor="ls")
        made.append(tight(numpy.asarray(image)))
    return made


class Bank:
    """Digits to be drawn from by chance: so many images of MNIST, as many drawn ones as asked for, and those of fonts.

    A style is `written` (MNIST), `drawn`, or the number of a font."""

    def __init__(self, folder, part, rows, seed, drawn_each=250, share_drawn=0.3, share_fonts=0.0):
        images, labels = mnist(folder, part)
        images, labels = images[rows], labels[rows]
        self.written = {d: [tight(image) for image in images[labels == d]] for d in range(10)}
        rng = numpy.random.default_rng(seed)
        self.drawn = {d: [drawn(d, rng) for _ in range(drawn_each)] for d in range(10)}
        self.fonts = [lettered(path) for path in HANDS] if share_fonts else []
        self.share, self.share_fonts = share_drawn, share_fonts

    def style(self, rng):
        chance = rng.random()
        if chance < self.share:
            return "drawn"
        return int(rng.integers(len(self.fonts))) if chance < self.share + self.share_fonts else "written"

    def digit(self, value, rng, style):
        if isinstance(style, int):
            return self.fonts[style][value]
        bank = (self.drawn if style == "drawn" else self.written)[value]
        return bank[rng.integers(len(bank))]
