#!/usr/bin/python3
"""What the outputs cost: all formats of a run beside the record alone, with --each every one by itself, in CPU seconds.

Runs take turns; the least of the rounds counts. One job, so that nothing overlaps."""
import argparse
import os
import pathlib
import resource
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOHOA = ROOT / ".build/release/sohoa"
FORMATS = ("txt pdf hocr alto md docx tasks.csv metadata.xml edxml.xml jsonl register.xlsx register.csv").split()
PAGES = ["plan-department.scan.pdf", "report-table.scan.pdf", "party-resolution.scan.pdf", "plan-table.scan.pdf"]


def run(formats, inputs):
    """CPU seconds of one run, and the bytes that it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [SOHOA, "convert", *inputs, "-o", folder, "--format", ",".join(formats), "--quiet", "--jobs", "1"],
            check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        size = sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*") if file.is_file())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, size


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--each", action="store_true", help="also every format beside the record alone")
    parser.add_argument("--inputs", nargs="*", help="scans; ours by default")
    options = parser.parse_args()
    inputs = options.inputs or [ROOT / "fixtures/scans" / name for name in PAGES]
    kinds = {"json": ["json"], "all 13": ["json", *FORMATS]}
    if options.each:
        kinds |= {name: ["json", name] for name in FORMATS}
    best = {}
    for _ in range(options.rounds):
        for name, formats in kinds.items():
            seconds, size = run(formats, inputs)
            best[name] = min(best.get(name, (seconds, size)), (seconds, size))
    base, bytes_of_json = best["json"]
    print(f"{'with json':14} {'CPU s':>7} {'adds':>7} {'kB':>7}")
    for name, (seconds, size) in best.items():
        added = size if name == "json" else size - bytes_of_json
        print(f"{name:14} {seconds:7.2f} {100 * (seconds / base - 1):6.1f}% {added // 1000:7}")


if __name__ == "__main__":
    main()
