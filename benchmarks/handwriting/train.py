#!/usr/bin/env python3
"""Learns to read strips of handwritten digits and writes the weights: `train.py DIGITS WEIGHTS [--minutes M] [--pages F]`

DIGITS is the folder of the MNIST files (IDX, gzip). Images 0-49 999 of the training part are learned from, the rest
watches. Needs numpy, Pillow and torch; the program that reads with the weights needs none of them."""

import argparse
import copy
import json
import multiprocessing
import os
import pathlib
import sys
import time

sys.dont_write_bytecode = True

import numpy  # noqa: E402
import torch  # noqa: E402
from torch import nn  # noqa: E402

import digits  # noqa: E402
import pages  # noqa: E402
import strips  # noqa: E402

SYMBOLS = "0123456789L/"
CTC_BLANK = len(SYMBOLS)
MARK = CTC_BLANK + 1  # the column holds ink by hand
TOP, BOTTOM = MARK + 1, MARK + 2  # where the whole hand begins and ends, as a share of the strip's height
FRAMES = strips.WIDTH // 2
LONGEST = 12
#: Share of a batch that the program took from composed headers.
OF_PAGES = 0.4
#: Share that shows a digit alone.
OF_SINGLES = 0.1


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        def square(a, b, pool):
            return [nn.Conv2d(a, b, 3, padding=1, bias=False), nn.BatchNorm2d(b), nn.ReLU(), nn.MaxPool2d(pool)]
        def row(a, b, k, d):
            return [nn.Conv1d(a, b, k, padding=(k // 2) * d, dilation=d, bias=False), nn.BatchNorm1d(b), nn.ReLU()]
        self.squares = nn.Sequential(*square(1, 32, (2, 2)), *square(32, 48, (2, 1)), *square(48, 64, (2, 1)),
                                     *square(64, 96, (2, 1)))
        self.rows = nn.Sequential(*row(192, 160, 5, 1), *row(160, 160, 5, 2), *row(160, 160, 3, 4))
        self.drop = nn.Dropout(0.1)
        self.frame = nn.Conv1d(160, 16, 1)
        self.kind = nn.Linear(320, 4)

    def forward(self, picture):
        x = self.squares(picture)
        x = self.rows(x.permute(0, 2, 1, 3).reshape(len(x), 192, FRAMES))
        whole = torch.cat([x.amax(2), x.mean(2)], 1)
        return self.frame(self.drop(x)), self.kind(self.drop(whole))


def loss(frames, kinds, batch):
    pictures, kind, symbols, lengths, columns, rows = batch
    logs = frames[:, :CTC_BLANK + 1].log_softmax(1).permute(2, 0, 1)
    ctc = nn.functional.ctc_loss(logs, symbols, torch.full((len(kind),), FRAMES), lengths, blank=CTC_BLANK,
                                 reduction="none", zero_infinity=True)
    readable = (kind != strips.REJECT).float()
    mark = nn.functional.binary_cross_entropy_with_logits(frames[:, MARK], columns, reduction="none").mean(1)
    off = (frames[:, TOP:BOTTOM + 1].sigmoid() - rows[:, :, None]).abs().sum(1)
    extent = (off * columns).sum() / columns.sum().clamp(min=1)
    return (ctc * readable).mean() + nn.functional.cross_entropy(kinds, kind) + 0.5 * mark.mean() + 2 * extent


def batch_of(rng, bank, count, headers=None):
    """The strips of a batch; where there are `headers`, a part is of these."""
    own = round(count * OF_PAGES) if headers else 0
    single = round(count * OF_SINGLES)
    made = ([headers.draw(rng) for _ in range(own)] + [strips.single(rng, bank) for _ in range(single)]
            + [strips.strip(rng, bank) for _ in range(count - own - single)])
    symbols = numpy.zeros((count, LONGEST), numpy.int64)
    for index, item in enumerate(made):
        symbols[index, :len(item[2])] = item[2]
    return (numpy.stack([m[0] for m in made])[:, None], numpy.array([m[1] for m in made]), symbols,
            numpy.array([len(m[2]) for m in made]), numpy.stack([m[3] for m in made]).astype(numpy.float32),
            numpy.array([m[4] for m in made], numpy.float32) / strips.HEIGHT)


def compose(folder, seed, count, headers, queue):
    os.nice(4)
    bank = digits.Bank(folder, "train", slice(0, 50_000), seed, 600, 0.25, 0.25)
    headers = pages.Pages(headers) if headers else None
    rng = numpy.random.default_rng(seed)
    while True:
        queue.put(batch_of(rng, bank, count, headers))


def varied(batch, rng):
    """The same strips once more: in other light, with other grain, a pixel higher or lower."""
    pictures = batch[0]
    gain = rng.uniform(0.75, 1.15, (len(pictures), 1, 1, 1)).astype(numpy.float32)
    grain = rng.standard_normal(pictures.shape, numpy.float32) * rng.uniform(0, 0.05)
    down = rng.integers(-1, 2)
    pictures = numpy.roll(pictures, down, 2)
    return (numpy.clip(pictures * gain + grain, 0, 1), *batch[1:-1], batch[-1] + numpy.float32(down / strips.HEIGHT))


class Batches:
    """New ones as fast as they are composed, between them varied ones of those seen before."""

    def __init__(self, queue, seed):
        self.queue, self.seen, self.rng = queue, [], numpy.random.default_rng(seed)

    def next(self):
        if len(self.seen) < 60 or not self.queue.empty():
            batch = self.queue.get()
            self.seen = self.seen[-600:] + [batch]
            return batch
        return varied(self.seen[self.rng.integers(len(self.seen))], self.rng)


class Mean:
    """The weights of the last steps, averaged: they read better than those of any one step."""

    def __init__(self, model, decay=0.9985):
        self.model, self.decay, self.steps = copy.deepcopy(model).eval(), decay, 0

    def add(self, model):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        with torch.no_grad():
            for mean, new in zip(self.model.state_dict().values(), model.state_dict().values()):
                if mean.is_floating_point():
                    mean.lerp_(new, 1 - decay)
                else:
                    mean.copy_(new)


def mix(model, other, share):
    """The weights of two states of one training; `share`: of the other one."""
    own = model.state_dict()
    model.load_state_dict({key: value.lerp(other[key], share) if value.is_floating_point() else value
                           for key, value in own.items()})


def greedy(frames):
    best = frames[:, :CTC_BLANK + 1].argmax(1).numpy()
    texts = []
    for row in best:
        kept = [c for i, c in enumerate(row) if c != CTC_BLANK and (i == 0 or row[i - 1] != c)]
        texts.append("".join(SYMBOLS[c] for c in kept))
    return texts


def watch(model, folder):
    """Shares of held-out strips: right kind, right strings by hand; what is not to be read, yet taken for a hand; how
    far off the rows of hands are, in pixels."""
    bank = digits.Bank(folder, "train", slice(50_000, 60_000), 77, 100, 0.25, 0.15)
    made = batch_of(numpy.random.default_rng(78), bank, 1500)
    with torch.no_grad():
        parts = [model(torch.from_numpy(made[0][i:i + 100])) for i in range(0, 1500, 100)]
    frames, kinds = torch.cat([p[0] for p in parts]), torch.cat([p[1] for p in parts])
    texts = greedy(frames)
    truth = ["".join(SYMBOLS[c] for c in s[:n]) for s, n in zip(made[2], made[3])]
    hand = made[1] == strips.HAND
    right = numpy.array([a == b for a, b in zip(texts, truth)])
    answer, reject = kinds.argmax(1).numpy(), made[1] == strips.REJECT
    rows = (frames[:, TOP:BOTTOM + 1].sigmoid().numpy() * made[4][:, None]).sum(2) / made[4].sum(1, keepdims=True).clip(1)
    off = numpy.abs(rows - made[5])[hand].mean() * strips.HEIGHT
    return (answer == made[1]).mean(), right[hand].mean(), (answer == strips.HAND)[reject].mean(), off


def folded(convolution, norm):
    """Weights and bias of a convolution with its norm in it."""
    scale = norm.weight / (norm.running_var + norm.eps).sqrt()
    weight = convolution.weight * scale.reshape(-1, *[1] * (convolution.weight.dim() - 1))
    return weight, norm.bias - norm.running_mean * scale


def write(model, path):
    """A line of JSON, then numbers of 16 bits: of each layer its weights, [kernel][in][out], and its biases."""
    layers, numbers = [], []
    def add(name, weight, bias, dilation=1):
        weight = weight.detach()
        while weight.dim() < 4:
            weight = weight.unsqueeze(2)
        out, into, high, wide = weight.shape
        layers.append({"name": name, "height": high, "width": wide, "inputs": into, "outputs": out,
                       "dilation": dilation})
        numbers.append(weight.permute(2, 3, 1, 0).reshape(-1).numpy().astype("<f2").tobytes())
        numbers.append(bias.detach().numpy().astype("<f2").tobytes())
    for index in range(4):
        add(f"square{index + 1}", *folded(model.squares[4 * index], model.squares[4 * index + 1]))
    for index in range(3):
        row = model.rows[3 * index]
        add(f"row{index + 1}", *folded(row, model.rows[3 * index + 1]), dilation=row.dilation[0])
    add("frame", model.frame.weight, model.frame.bias)
    add("kind", model.kind.weight.unsqueeze(2), model.kind.bias)
    head = json.dumps({"version": 2, "symbols": SYMBOLS, "kinds": ["hand", "print", "blank", "reject"],
                       "layers": layers})
    pathlib.Path(path).write_bytes(head.encode() + b"\n" + b"".join(numbers))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("digits")
    parser.add_argument("weights")
    parser.add_argument("--minutes", type=float, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--from", dest="start", help="state to go on from (written beside the weights as .pt)")
    parser.add_argument("--keep", help="where the state is kept, to go on from later")
    parser.add_argument("--average", nargs=2, metavar=("STATE", "SHARE"),
                        help="mix another state into the weights in the end: they often read better than either")
    parser.add_argument("--pages", nargs="+", type=pathlib.Path, default=[],
                        help="folders with truth.json (headers.py --part learn) and strips.jsonl (sohoa handwriting strips)")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    queue = multiprocessing.Queue(40)
    worker = multiprocessing.Process(target=compose, daemon=True,
                                     args=(options.digits, options.seed + 100, 64, options.pages, queue))
    worker.start()
    model = Reader().to(memory_format=torch.channels_last)
    if options.start:
        model.load_state_dict(torch.load(options.start))
    mean = Mean(model)
    optimiser = torch.optim.AdamW(model.parameters(), options.rate, weight_decay=1e-3)
    batches = Batches(queue, options.seed)
    start, step, total = time.time(), 0, options.minutes * 60
    while (share := (time.time() - start) / total) < 1:
        for group in optimiser.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 200) * max(0.005, 0.5 + 0.5 * numpy.cos(numpy.pi * share))
        batch = [torch.from_numpy(part) for part in batches.next()]
        with torch.autocast("cpu", torch.bfloat16):
            frames, kinds = model(batch[0])
        value = loss(frames.float(), kinds.float(), batch)
        optimiser.zero_grad()
        value.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2)
        optimiser.step()
        mean.add(model)
        step += 1
        if step % 500 == 0:
            kind, text, misled, off = watch(mean.model, options.digits)
            print(f"{time.time() - start:6.0f} s  step {step}  loss {value:.3f}  kind {kind:.4f}  strings {text:.4f}  "
                  f"misled {misled:.4f}  rows {off:.2f}", flush=True)
            write(mean.model, options.weights)
            if options.keep:
                torch.save(mean.model.state_dict(), options.keep)
    if options.average:
        mix(mean.model, torch.load(options.average[0]), float(options.average[1]))
    write(mean.model, options.weights)
    if options.keep:
        torch.save(mean.model.state_dict(), options.keep)
    worker.terminate()


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
