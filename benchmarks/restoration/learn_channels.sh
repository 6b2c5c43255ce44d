#!/bin/sh
# Learns dictionaries/channel_eng.tsv and channel_vie.tsv: renders training lines in fonts like those of real
# documents, damages the pages, reads them with Tesseract; takes scanned pages as several models read them; aligns,
# counts. Leaves the pairs for judging ruined and nearly right text beside them.
# usage: learn_channels.sh LEGAL.txt FORMULAS.tsv SCANNED_LINES.tsv OUTPUT_FOLDER
# OUTPUT_FOLDER/dictionaries must hold the other dictionaries and ngrams.bin: the truth of the scans is restored by
# the program itself, so the same bytes come from the same inputs, fonts, Tesseract and program.
set -eu
legal=$1 formulas=$2 scans=$3 out=$4
here=$(cd "$(dirname "$0")" && pwd)
sohoa=${SOHOA:-$here/../../.build/release/sohoa}
data=$out/dictionaries pairs=$out/pairs
mkdir -p "$pairs"

# Rendered pages: training lines, and for judging lines that were held out.
"$sohoa" model held-out "$legal" --look right --lines 2000 -o "$pairs/legal_right.tsv"
"$sohoa" model held-out "$legal" --look right --lines 1000000 -o "$pairs/held_out.tsv"
python3 "$here/sample_lines.py" "$legal" "$pairs/held_out.tsv" "$formulas" > "$pairs/train.txt"
grep . "$pairs/legal_right.tsv" | cut -f2 > "$pairs/judge.txt"
render() { python3 "$here/render_pages.py" "$@" --jobs "${JOBS:-1}"; }
render "$pairs/judge.txt" --engine eng --pages 12 --seed 101 > "$pairs/rendered_eng.tsv"
render "$pairs/judge.txt" --engine vie --pages 20 --seed 102 > "$pairs/rendered_vie.tsv"
render "$pairs/train.txt" --engine eng --pages 90 --seed 1 > "$pairs/train_eng.tsv"
render "$pairs/train.txt" --engine eng --pages 60 --seed 3 > "$pairs/train_eng_more.tsv"
render "$pairs/train.txt" --engine eng --pages 100 --seed 5 --capitals 0.3 > "$pairs/train_eng_capitals.tsv"
render "$pairs/train.txt" --engine vie --pages 70 --seed 2 > "$pairs/train_vie.tsv"

# Scanned pages. First a channel for `vie` from the agreement of two models, then, with it, better truths.
scanned() { "$sohoa" channel pairs "$scans" --skip "5. QD-749" --skip 210-QDCT "$@"; }
scanned --observed vie_200 --printed Vietnamese_200 --witness Vietnamese_200 -o "$pairs/scans_vie_first.tsv"
"$sohoa" channel learn "$pairs/scans_vie_first.tsv" -o "$data/channel_vie.tsv"
scanned --observed eng_200 --observed eng_300 --printed Vietnamese_200 --witness vie_200 -o "$pairs/first.tsv"
"$sohoa" channel learn "$pairs/first.tsv" -o "$data/channel_eng.tsv"
export SOHOA_DICTIONARIES="$data"
scanned --restore --observed eng_200 --observed eng_300 --printed Vietnamese_200 --witness vie_200 \
  -o "$pairs/scans_eng.tsv"
scanned --restore --observed vie_200 --observed Vietnamese_200 --printed Vietnamese_200 --witness vie_200 \
  -o "$pairs/scans_vie.tsv"
scanned --restore --only-skipped --observed eng_200 --printed Vietnamese_200 --witness vie_200 \
  -o "$pairs/scanned_eng.tsv"
"$sohoa" channel learn "$pairs/scans_eng.tsv" "$pairs/train_eng.tsv" "$pairs/train_eng_more.tsv" \
  "$pairs/train_eng_capitals.tsv" \
  -o "$data/channel_eng.tsv"
"$sohoa" channel learn "$pairs/scans_vie.tsv" "$pairs/scans_vie_first.tsv" "$pairs/train_vie.tsv" \
  -o "$data/channel_vie.tsv"
