#!/usr/bin/python3
"""Ten thousand mixed files in one run, one in a hundred of them hostile: what is done, what it takes.

Texts, small pages as pictures and as PDFs, made by variation; the hostile ones are cut off, scrambled, empty, locked,
bombs. Told are time, memory of the parent and of the workers over the run, and whether every good file is done and only
hostile ones failed. Then a part of them again with one worker and with one process, for the cost of isolation."""
import argparse
import json
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from PIL import Image, ImageDraw, ImageFont

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FONT = "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"
LINES = """ỦY BAN NHÂN DÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ {place}                           Độc lập - Tự do - Hạnh phúc
Số: {number}/{kind}-UBND             {place_small}, ngày {day:02} tháng {month} năm 2026
{title}
Về việc {what} đợt {number}
1. Các thôn {what} trước ngày {day:02} tháng 12 năm 2026.
2. Văn phòng Ủy ban nhân dân xã theo dõi, báo cáo kết quả."""
PLACES = ["Khánh Giảng", "Cẩm Khê Thượng", "Hoa Giang", "Vĩnh Lộc Hạ", "Tân Phong Đông"]
KINDS = [("TB", "THÔNG BÁO"), ("KH", "KẾ HOẠCH"), ("BC", "BÁO CÁO"), ("TTr", "TỜ TRÌNH")]
WHAT = ["trồng hoa quanh hồ", "sửa đường thôn", "thu gom rác thải", "tiêm phòng gia súc", "làm sạch kênh mương"]


def text(number):
    choose = random.Random(number)
    place = choose.choice(PLACES)
    kind, title = choose.choice(KINDS)
    return LINES.format(
        place=place.upper(), place_small=place, number=number, kind=kind, title=title, day=number % 27 + 1,
        month=number % 10 + 1, what=choose.choice(WHAT))


def picture(number):
    """A third of a page at 150 dpi."""
    page = Image.new("L", (1240, 560), 250)
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONT, 27)
    for row, line in enumerate(text(number).splitlines()):
        for column, part in enumerate(line.split("   ", 1)):
            draw.text((90 + 520 * column, 60 + 60 * row), part.strip(), fill=20, font=font)
    return page


def hostile(number, path):
    """One of ten kinds; the last bytes tell them apart: no two have one content."""
    broken, bombs = ROOT / "fixtures/broken", sorted((ROOT / "fixtures/bombs").iterdir())
    scan = (ROOT / "fixtures/scans/minutes.scan.pdf").read_bytes()
    photo = (ROOT / "fixtures/scans/decision.low.jpg").read_bytes()
    chance = random.Random(number)
    kind = number % 10
    bomb = bombs[number // 10 % len(bombs)]
    name, data = [
        ("pdf", b""), ("pdf", chance.randbytes(5000)), ("pdf", scan[:chance.randrange(200, 2000)]),
        ("jpg", photo[:chance.randrange(10, 300)]), ("pdf", (broken / "encrypted.pdf").read_bytes()),
        (bomb.suffix[1:], bomb.read_bytes()), ("tif", (broken / "truncated.tif").read_bytes()),
        ("png", (broken / "truncated.png").read_bytes()[:chance.randrange(20, 60)]),
        ("pdf", (broken / "not-a-pdf.pdf").read_bytes()), ("bin", chance.randbytes(3000)),
    ][kind]
    (path / f"h{number:05}.{name}").write_bytes(data + b"\n" * (number // 10))


def make(folder, count):
    """- Returns: how many are good."""
    good = 0
    for number in range(1, count + 1):
        part = folder / f"{number // 500:02}"
        part.mkdir(parents=True, exist_ok=True)
        if number % 100 == 50:
            hostile(number // 100, part)
            continue
        good += 1
        share = number % 20
        if share in (3, 11):
            picture(number).save(part / f"p{number:05}.png")
        elif share == 7:
            picture(number).save(part / f"d{number:05}.pdf", resolution=150)
        else:
            (part / f"t{number:05}.txt").write_text(text(number))
    return good


def memory(process):
    """Megabytes of its own (RssAnon) and in all (VmRSS)."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0, 0
    values = {line.split(":")[0]: line.split()[1] for line in status.splitlines() if line.startswith(("RssAnon", "VmRSS"))}
    return int(values.get("RssAnon", 0)) / 1024, int(values.get("VmRSS", 0)) / 1024


def workers(process):
    found = []
    for task in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += task.read_text().split()
        except OSError:
            pass
    return found


def run(program, inputs, output, *options):
    """Seconds, and (time, parent's own, parent in all, biggest worker) every two seconds."""
    start, curve = time.monotonic(), []
    process = subprocess.Popen(
        [program, "convert", inputs, "-o", output, "--format", "json,txt,jsonl,register.csv", "-q", *options],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        own, total = memory(process.pid)
        biggest = max([memory(worker)[0] for worker in workers(process.pid)], default=0)
        curve.append((time.monotonic() - start, own, total, biggest))
        time.sleep(2 if len(curve) > 10 else 0.2)
    return time.monotonic() - start, curve, process.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=ROOT / ".build/release/sohoa", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--part", type=int, default=400, help="files for the comparison")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--only-compare", action="store_true")
    options = parser.parse_args()
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="sohoa-many-"))
    try:
        sys.exit(compare(options, scratch) if options.only_compare else tell(options, scratch))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def tell(options, scratch):
    inputs, output = scratch / "in", scratch / "out"
    good = make(inputs, options.files)
    seconds, curve, code = run(options.program, inputs, output)
    status = json.loads(subprocess.run([options.program, "status", output, "--json"], capture_output=True).stdout)
    print(f"{options.files} files in {seconds:.0f} s ({options.files / seconds:.1f} a second), status {code}")
    print(f"done {status['done']}, failed {len(status['failures'])}, duplicates {len(status['duplicates'])}, left {status['waiting']}")
    print("| s | parent, own MB | parent, resident MB | biggest worker, own MB |\n|---|---|---|---|")
    for moment, own, total, worker in curve[:: max(1, len(curve) // 12)]:
        print(f"| {moment:.0f} | {own:.0f} | {total:.0f} | {worker:.0f} |")
    print(f"most: parent own {max(c[1] for c in curve):.0f} MB, resident {max(c[2] for c in curve):.0f} MB, "
          f"worker {max(c[3] for c in curve):.0f} MB")
    wrong = [failure["path"] for failure in status["failures"] if not pathlib.Path(failure["path"]).name.startswith("h")]
    lost = good - (status["done"] + len(status["duplicates"]))
    again, _, _ = run(options.program, inputs, output)
    print(f"run again: {again:.1f} s; good files failed {len(wrong)}, good files not done {max(0, lost)}")
    compare(options, scratch)
    for path in wrong[:10]:
        print("WRONG", path)
    return 1 if wrong or lost > 0 else 0


def compare(options, scratch):
    """Costs of isolation (workers driven by the protocol alone) and of the whole (supervisor, ledger too)."""
    part = scratch / "part"
    make(part, options.part)
    files = sorted(path for path in part.rglob("*") if path.is_file())
    ways = {
        "one process, one job": lambda out: convert(options.program, part, out, "--in-process", "-j", "1"),
        "one worker": lambda out: convert(options.program, part, out, "-j", "1"),
        "one process, two jobs": lambda out: convert(options.program, part, out, "--in-process", "-j", "2"),
        "two workers, protocol only": lambda out: drive(options.program, files, out, 2),
        "two workers": lambda out: convert(options.program, part, out, "-j", "2"),
    }
    times = {name: [] for name in ways}
    for turn in range(options.turns):
        for name, way in ways.items():
            out = scratch / f"out-{name}-{turn}".replace(" ", "-")
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.monotonic()
            way(out)
            wall = time.monotonic() - start
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            made = len(list(out.rglob("*.json")))
            if made < len(files) - hostile_count(files):
                sys.exit(f"{name}: {made} results of {len(files)} files")
            times[name].append((wall, used))
            shutil.rmtree(out)
    print("| way | s, best of %d | files a second | processor s |\n|---|---|---|---|" % options.turns)
    for name, list_of in times.items():
        wall, used = min(list_of)
        print(f"| {name} | {wall:.1f} | {len(files) / wall:.1f} | {used:.1f} |")


def hostile_count(files):
    return sum(path.name.startswith("h") for path in files)


def convert(program, part, out, *extra):
    subprocess.run(
        [program, "convert", part, "-o", out, "--format", "json,txt", "-q", *extra],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def drive(program, files, out, count):
    """A scheduler of its own: workers that get each file, one ahead, by docs/worker-protocol.md."""
    todo, turn = iter(enumerate(files)), threading.Lock()

    def work():
        worker = subprocess.Popen(
            [program, "worker", "--writable", out], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        open_requests = 0
        while True:
            while open_requests < 2:
                with turn:
                    number, path = next(todo, (None, None))
                if path is None:
                    break
                stage = out / str(number)
                stage.mkdir()
                order = {"formats": ["json", "txt"]}
                request = {"id": number, "work": "convert", "input": str(path), "stage": str(stage), "order": order}
                worker.stdin.write(json.dumps(request) + "\n")
                worker.stdin.flush()
                open_requests += 1
            if open_requests == 0:
                break
            while json.loads(worker.stdout.readline())["event"] not in ("done", "failed", "refused"):
                pass
            open_requests -= 1
        worker.stdin.close()
        worker.wait()

    out.mkdir()
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
