#!/bin/sh
# Builds dictionaries/{lexicon.tsv,ngrams.bin,channel_eng.tsv,channel_vie.tsv,context.bin} and the pairs for judging.
# usage: build_language_data.sh LEGAL.txt GENERAL.txt FORMULAS.tsv SCANNED_LINES.tsv OUTPUT_FOLDER
# Same inputs, fonts and Tesseract: same bytes. About 40 minutes of one core, most of them
# for rendering and reading pages and for learning the context model.
set -eu
legal=$1 general=$2 formulas=$3 scans=$4 out=$5
here=$(cd "$(dirname "$0")" && pwd)
sohoa=${SOHOA:-$here/../../.build/release/sohoa}
mkdir -p "$out/dictionaries" "$out/pairs"
data=$out/dictionaries pairs=$out/pairs

cp "$here/../../dictionaries/document_kinds.tsv" "$data"
"$sohoa" lexicon build "$legal" "$general" --minimum-other 5 -o "$data/lexicon.tsv"
"$sohoa" model build "$legal" "$general" "$formulas" --lexicon "$data/lexicon.tsv" \
  --bigrams 600000 --trigrams 2500000 -o "$data/ngrams.bin"

# Text that training left out, for judging.
for look in unmarked right; do
  "$sohoa" model held-out "$legal" --look $look --lines 2000 -o "$pairs/legal_$look.tsv"
  "$sohoa" model held-out "$general" --look $look --lines 2000 -o "$pairs/general_$look.tsv"
done
"$sohoa" model held-out "$legal" --look right --lines 1000000 -o "$pairs/held_out.tsv"

# Rendered pages: training lines, and for judging lines that were held out.
python3 "$here/sample_lines.py" "$legal" "$pairs/held_out.tsv" "$formulas" > "$pairs/train.txt"
cut -f2 "$pairs/legal_right.tsv" > "$pairs/judge.txt"
render() { python3 "$here/render_pages.py" "$@"; }
render "$pairs/judge.txt" --engine eng --pages 12 --seed 101 > "$pairs/rendered_eng.tsv"
render "$pairs/judge.txt" --engine vie --pages 20 --seed 102 > "$pairs/rendered_vie.tsv"
render "$pairs/train.txt" --engine eng --pages 90 --seed 1 > "$pairs/train_eng.tsv"
render "$pairs/train.txt" --engine eng --pages 60 --seed 3 > "$pairs/train_eng_more.tsv"
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
  -o "$data/channel_eng.tsv"
"$sohoa" channel learn "$pairs/scans_vie.tsv" "$pairs/scans_vie_first.tsv" "$pairs/train_vie.tsv" \
  -o "$data/channel_vie.tsv"

# The context model: each quarter of the documents is decoded with an n-gram model that has not seen it, and
# what the decoder was unsure of teaches.
work=$out/context
for share in 0 1 2 3; do
  folder=$work/$share
  mkdir -p "$folder"
  cp "$data"/*.tsv "$folder"
  "$sohoa" model build "$legal" "$general" "$formulas" --lexicon "$folder/lexicon.tsv" \
    --without-share "$share/4" --bigrams 600000 --trigrams 2500000 -o "$folder/ngrams.bin"
  examples() { SOHOA_DICTIONARIES="$folder" "$sohoa" context examples "$@" --share "$share/4"; }
  examples "$general" -o "$work/general_$share.examples"
  examples "$legal" --every 3 -o "$work/legal_$share.examples"
  examples "$general" "$legal" --every 40 --look ruined -o "$work/ruined_$share.examples"
done
"$sohoa" context learn "$work"/*.examples --lexicon "$data/lexicon.tsv" -o "$data/context.bin"

# The figures of docs/restoration.md.
"$sohoa" model evaluate "$pairs/legal_unmarked.tsv" "$pairs/general_unmarked.tsv" "$pairs/scanned_eng.tsv" \
  "$pairs/rendered_eng.tsv" "$pairs/rendered_vie.tsv" "$pairs/legal_right.tsv" "$pairs/general_right.tsv"
