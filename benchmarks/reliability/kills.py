#!/usr/bin/python3
"""Kills runs at random moments and looks whether anything is lost, half, or done twice.

A batch of texts, scans, a bad file and a copy is begun and killed (SIGKILL: the parent, a worker, or all of them) again
and again until a run gets through; then begun anew with other moments, until there have been as many kills as asked.
After each kill every output must be whole; after each batch the outputs must be, byte for byte, those of a batch that
nobody disturbed, each document converted to its end once, each once in the register and the lines, and the ledger in
agreement with the folder (`sohoa verify`)."""
import argparse
import collections
import csv
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FORMATS = "json,txt,docx,jsonl,register.csv,register.xlsx"
TEXT = """ỦY BAN NHÂN DÂN
XÃ KHÁNH GIẢNG
Số: {number}/TB-UBND
Khánh Giảng, ngày {day} tháng 3 năm 2026
THÔNG BÁO
Về việc trồng hoa đợt {number}
1. Các thôn trồng hoa trước ngày {day} tháng 4 năm 2026.
"""


def make_inputs(folder, texts, scans):
    folder.mkdir()
    for number in range(1, texts + 1):
        (folder / f"t{number:03}.txt").write_text(TEXT.format(number=number, day=number % 27 + 1))
    for scan in scans:
        shutil.copy(ROOT / "fixtures/scans" / scan, folder / scan)
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    shutil.copy(folder / "t001.txt", folder / "z-copy.txt")


def command(program, inputs, output, jobs):
    return [program, "convert", inputs, "-o", output, "--format", FORMATS, "-q", "-j", str(jobs)]


def outputs(folder):
    """Bytes of each output of documents."""
    files = [file for file in folder.rglob("*") if file.is_file() and ".sohoa" not in file.parts]
    return {str(file.relative_to(folder)): file.read_bytes() for file in files if not is_of_run(file)}


def is_of_run(file):
    return file.name == "records.jsonl" or file.name.startswith(("register.", ".sohoa-", "."))


def check_whole(folder, reference, trouble):
    """No output is there that is not as it is in an undisturbed batch; temporary names aside."""
    for name, data in outputs(folder).items():
        if reference.get(name) != data:
            trouble.append(f"{name}: {'not whole' if name in reference else 'nobody wants it'}")
    lines = folder / "records.jsonl"
    if lines.exists():
        for line in lines.read_text().splitlines():
            json.loads(line)


def check_end(program, folder, reference, lines, rows, trouble):
    check_whole(folder, reference, trouble)
    for name in reference.keys() - outputs(folder).keys():
        trouble.append(f"{name}: lost")
    if sorted((folder / "records.jsonl").read_text().splitlines()) != lines:
        trouble.append("records.jsonl: other lines")
    if register(folder) != rows:
        trouble.append(f"register.csv: {len(register(folder))} rows, not {len(rows)}")
    for file in folder.iterdir():
        if file.name.startswith(".") and file.name != ".sohoa":
            trouble.append(f"{file.name}: left behind")
    if subprocess.run([program, "verify", folder], capture_output=True).returncode != 0:
        trouble.append("ledger and folder do not agree")
    base = sqlite3.connect(folder / ".sohoa/ledger.sqlite")
    for source, count in base.execute(
            "SELECT source, count(*) FROM attempts JOIN documents ON documents.id = document "
            "WHERE outcome = 'done' GROUP BY document HAVING count(*) > 1"):
        trouble.append(f"{source}: done {count} times")
    states = collections.Counter(row[0] for row in base.execute("SELECT state FROM documents"))
    base.close()
    if set(states) - {"done", "failed"}:
        trouble.append(f"states at the end: {dict(states)}")


def register(folder):
    with open(folder / "register.csv", newline="", encoding="utf-8-sig") as file:
        return sorted(tuple(row) for row in csv.reader(file))


def children(process):
    try:
        return [int(child) for child in
                pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def workers(process):
    found = []
    for task in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += [int(child) for child in task.read_text().split()]
        except OSError:
            pass
    return found


def disturb(process, moment):
    """Kills something of a run at a moment; tells what."""
    time.sleep(moment)
    if process.poll() is not None:
        return None
    there = workers(process.pid)
    kind = random.choice(["parent", "parent", "worker", "all"])
    victims = {"parent": [process.pid], "worker": there[:1], "all": [process.pid, *there]}[kind]
    for victim in victims:
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            pass
    if kind == "worker" and victims:
        return "worker"
    process.wait()
    return kind if victims else None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=ROOT / ".build/release/sohoa", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--texts", type=int, default=24)
    parser.add_argument("--scans", nargs="*", default=["telegram.scan.jpg", "dispatch.clean.pdf", "decree.digital.pdf"])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    random.seed(options.seed)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="sohoa-kills-"))
    trouble = []
    try:
        tell(options, scratch, trouble)
    finally:
        if not trouble:
            shutil.rmtree(scratch, ignore_errors=True)
    for line in trouble[:20]:
        print("TROUBLE", line)
    sys.exit(1 if trouble else 0)


def tell(options, scratch, trouble):
    inputs, calm = scratch / "in", scratch / "calm"
    make_inputs(inputs, options.texts, options.scans)
    start = time.monotonic()
    subprocess.run(command(options.program, inputs, calm, options.jobs), capture_output=True)
    whole = time.monotonic() - start
    reference, rows = outputs(calm), register(calm)
    lines = sorted((calm / "records.jsonl").read_text().splitlines())
    print(f"undisturbed: {len(reference)} outputs, {len(lines)} lines, {len(rows)} rows in {whole:.1f} s", flush=True)
    kills, batches = collections.Counter(), 0
    while sum(kills.values()) < options.kills and not trouble:
        folder = scratch / f"out{batches}"
        while not trouble:
            process = subprocess.Popen(
                command(options.program, inputs, folder, options.jobs), stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
            enough = sum(kills.values()) >= options.kills
            kind = None if enough else disturb(process, random.uniform(0, min(2.5, whole)))
            process.wait()
            if kind:
                kills[kind] += 1
                check_whole(folder, reference, trouble) if folder.exists() else None
            if process.returncode == 21 and kind in (None, "worker"):
                break
            if process.returncode not in (21, -9):
                trouble.append(f"status {process.returncode}")
        check_end(options.program, folder, reference, lines, rows, trouble)
        batches += 1
        print(f"batch {batches}: {dict(kills)} kills, {len(trouble)} troubles", flush=True)
        if not trouble:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
