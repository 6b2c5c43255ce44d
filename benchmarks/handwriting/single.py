#!/usr/bin/env python3
"""Single digits of MNIST's test part, each alone on a strip: `single.py DIGITS STATE.pt`. Prints the share read right.

An answer counts only if exactly that one digit is read."""

import sys

sys.dont_write_bytecode = True

import numpy  # noqa: E402
import torch  # noqa: E402

import digits  # noqa: E402
import strips  # noqa: E402
import train  # noqa: E402


def main():
    torch.set_num_threads(1)
    model = train.Reader()
    model.load_state_dict(torch.load(sys.argv[2]))
    model.eval()
    images, labels = digits.mnist(sys.argv[1], "test")
    right = shown = 0
    with torch.no_grad():
        for start in range(0, len(images), 200):
            batch = numpy.stack([strips.alone(digits.tight(image))[0] for image in images[start:start + 200]])[:, None]
            frames, _ = model(torch.from_numpy(batch))
            texts = train.greedy(frames)
            right += sum(text == str(label) for text, label in zip(texts, labels[start:start + 200]))
            best = frames[:, :10].amax(2).argmax(1).numpy()
            shown += int((best == labels[start:start + 200]).sum())
    print(f"read exactly: {100 * right / len(images):.2f} % of {len(images)}; "
          f"the likeliest digit is right: {100 * shown / len(images):.2f} %")


if __name__ == "__main__":
    main()
