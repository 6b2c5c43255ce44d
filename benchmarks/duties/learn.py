#!/usr/bin/env python3
"""Counts what begins a duty and what names of bodies hold, for telling where a party's name ends.

Writes dictionaries/duty_verbs_learned.tsv: what stands behind words that only a verb follows (`có trách nhiệm`,
`chủ động`, `kịp thời`, ...), but not what names of bodies hold more than a quarter as often (`Phòng Quản lý chất
lượng`), nor what duty_verbs.tsv has already (whole, or its first word).
Writes dictionaries/party_pairs_learned.tsv: neighbours in names of bodies, which stand between a head (`Sở`, `Phòng`,
...) and words of duty, or a stop.
Writes dictionaries/compounds_learned.tsv: neighbours that stand together far more often than their words would by
chance: words of two syllables.

    learn.py legal.txt[.xz] [--dictionaries DIR]

Text: UTF-8, one paragraph a line. The same bytes from the same text and duty_verbs.tsv.
"""
import argparse
import collections
import lzma
import math
import pathlib
import re

LEADS = [
  "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "chủ động", "kịp thời", "khẩn trương", "tiếp tục",
  "tăng cường", "phải", "để", "và phối hợp", "được giao", "thường xuyên", "nghiêm túc", "tích cực",
  "định kỳ", "chủ trì tổ chức", "tập trung", "nhằm", "đẩy mạnh", "trực tiếp",
]
HEADS = [
  "Phòng", "Ban", "Sở", "Bộ", "Cục", "Vụ", "Trung tâm", "Chi cục", "Hội", "Viện", "Văn phòng", "Hội đồng",
  "Ủy ban", "Công ty", "Ngân hàng", "Bảo hiểm", "Công an", "Kho bạc", "Thanh tra", "Trường", "Liên đoàn",
  "Thủ trưởng", "Chủ tịch", "Giám đốc", "Trưởng", "Bộ trưởng", "[Cc]ác", "Tổng cục", "Đoàn", "Đảng ủy",
  "Mặt trận", "Thường trực", "Đài", "Báo", "Bệnh viện", "Trạm", "Chánh", "Chi bộ", "Tỉnh ủy", "Huyện ủy",
  "Thành ủy", "Tổ", "Đội",
]
SMALL = "[a-zà-ỹđ]+"
WORD = "[A-ZĐÀ-Ỹ]?[a-zà-ỹđ]+"
NAME = rf"\b((?:{'|'.join(HEADS)}) (?:{WORD}|-)(?:,? (?:{WORD}|-)){{0,9}})"
LEAD = re.compile(rf"\b(?:{'|'.join(LEADS)}) ({SMALL}) ({SMALL})(?= {SMALL})")
WITH_DUTY = re.compile(NAME + "(?= có trách nhiệm| chịu trách nhiệm| chủ trì,)")
BEFORE_STOP = re.compile(NAME + "(?=[.;)])")
LEAST_VERB, LEAST_WITH_DUTY, LEAST_BEFORE_STOP = 4, 2, 5
LEAST_COMPOUND, LEAST_LIFT, LEAST_SHARE = 20, 8, 0.004
# Words of grammar: a pair that begins or ends with one is no verb.
GRAMMAR = set("""các những một mỗi mọi cho của và hoặc là có được bị không chưa đã sẽ đang phải cần nên thì mà để do
  với về từ tại trong ngoài trên dưới theo như khi nếu này đó ấy kia ra vào lên xuống đến tới lại rồi còn cũng chỉ
  rất hơn nhất bằng vì bởi qua sau trước giữa hai ba bốn năm thêm ngay cả người việc sự ít đủ đúng tự""".split())


def pairs(name):
  words = name.replace(",", " ,").split()
  return [(first.lower(), second) for first, second in zip(words, words[1:])
          if second.islower() and first[-1].isalpha()]


def counts(path):
  verbs, duty, stop = collections.Counter(), collections.Counter(), collections.Counter()
  opened = lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else open(path, encoding="utf-8")
  with opened as lines:
    for line in lines:
      verbs.update(LEAD.findall(line))
      for pattern, names in (WITH_DUTY, duty), (BEFORE_STOP, stop):
        for name in pattern.findall(line):
          names.update(pairs(name))
  return verbs, duty, stop


def compounds(path):
  """Neighbours in one word of running text, in small letters."""
  words, neighbours = collections.Counter(), collections.Counter()
  opened = lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else open(path, encoding="utf-8")
  with opened as lines:
    for line in lines:
      before = None
      for printed in line.split():
        word = printed.strip('.,;:()"“”').lower()
        if word.isalpha():
          words[word] += 1
          if before and printed[0].isalpha():
            neighbours[before, word] += 1
        before = word if word.isalpha() and printed[-1].isalpha() else None
  total = sum(words.values())
  return {pair: count for pair, count in neighbours.items()
          if count >= LEAST_COMPOUND and not GRAMMAR & set(pair)
          and count * total >= LEAST_LIFT * words[pair[0]] * words[pair[1]]
          and count >= LEAST_SHARE * math.sqrt(words[pair[0]] * words[pair[1]])}


def known(folder):
  rows = (folder / "duty_verbs.tsv").read_text(encoding="utf-8").splitlines()
  return {row for row in rows if row and not row.startswith("#")} - {"verb"}


def write(path, title, column, rows):
  with open(path, "w", encoding="utf-8") as out:
    out.write(f"# {title}\n# Source: counted over legal and administrative text by benchmarks/duties/learn.py.\n"
              f"{column}\tcount\n")
    out.writelines(f"{' '.join(pair)}\t{count}\n"
                   for pair, count in sorted(rows.items(), key=lambda row: (-row[1], row[0])))
  print(f"{path.name}: {len(rows)} pairs")


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument("text", type=pathlib.Path)
  parser.add_argument("--dictionaries", type=pathlib.Path, default=pathlib.Path("dictionaries"))
  given = parser.parse_args()
  verbs, duty, stop = counts(given.text)
  written = known(given.dictionaries)
  names = {pair: duty[pair] + stop[pair] for pair in duty.keys() | stop.keys()
           if duty[pair] >= LEAST_WITH_DUTY or stop[pair] >= LEAST_BEFORE_STOP}
  begins = {
    pair: count for pair, count in verbs.items()
    if count >= LEAST_VERB and (duty[pair] + stop[pair]) * 4 <= count and not GRAMMAR & set(pair)
    and all(word.islower() for word in pair) and pair[0] not in written and " ".join(pair) not in written}
  write(given.dictionaries / "duty_verbs_learned.tsv",
        "Pairs of words that begin what a party does: what stands behind words that only a verb follows.",
        "verb", begins)
  write(given.dictionaries / "party_pairs_learned.tsv",
        "Neighbours in names of parties, in small letters: behind the first, the second goes on with the name.",
        "pair", names)
  write(given.dictionaries / "compounds_learned.tsv", "Words of two syllables.", "compound", compounds(given.text))


if __name__ == "__main__":
  main()
