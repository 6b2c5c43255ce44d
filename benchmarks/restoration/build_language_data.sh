#!/bin/sh
# Builds dictionaries/{lexicon.tsv,ngrams.bin,channel_eng.tsv,channel_vie.tsv,context.bin} and the pairs for judging.
# usage: build_language_data.sh LEGAL.txt GENERAL.txt FORMULAS.tsv SCANNED_LINES.tsv OUTPUT_FOLDER
# Same inputs, fonts, Tesseract and program: same bytes. About 45 minutes of one core, most of them for
# rendering and reading pages and for learning the context model; JOBS=2 renders two pages at a time.
set -eu
legal=$1 general=$2 formulas=$3 scans=$4 out=$5
here=$(cd "$(dirname "$0")" && pwd)
sohoa=${SOHOA:-$here/../../.build/release/sohoa}
mkdir -p "$out/dictionaries" "$out/pairs"
data=$out/dictionaries pairs=$out/pairs

cp "$here/../../dictionaries/"*.tsv "$data"  # those that are not built here
"$sohoa" lexicon build "$legal" "$general" --minimum-other 5 -o "$data/lexicon.tsv"
"$sohoa" model build "$legal" "$general" "$formulas" --lexicon "$data/lexicon.tsv" \
  --bigrams 800000 --trigrams 4150000 -o "$data/ngrams.bin"

# Text that training left out, for judging.
for look in unmarked right; do
  "$sohoa" model held-out "$legal" --look $look --lines 2000 -o "$pairs/legal_$look.tsv"
  "$sohoa" model held-out "$general" --look $look --lines 2000 -o "$pairs/general_$look.tsv"
done
"$here/learn_channels.sh" "$legal" "$formulas" "$scans" "$out"

# The context model: each quarter of the documents is decoded with an n-gram model that has not seen it, and
# what the decoder was unsure of teaches.
work=$out/context
for share in 0 1 2 3; do
  folder=$work/$share
  mkdir -p "$folder"
  cp "$data"/*.tsv "$folder"
  "$sohoa" model build "$legal" "$general" "$formulas" --lexicon "$folder/lexicon.tsv" \
    --without-share "$share/4" --bigrams 800000 --trigrams 4150000 -o "$folder/ngrams.bin"
  examples() { SOHOA_DICTIONARIES="$folder" "$sohoa" context examples "$@" --share "$share/4"; }
  examples "$general" -o "$work/general_$share.examples"
  examples "$legal" --every 3 -o "$work/legal_$share.examples"
  examples "$general" "$legal" --every 40 --look ruined -o "$work/ruined_$share.examples"
done
"$sohoa" context learn "$work"/*.examples --lexicon "$data/lexicon.tsv" -o "$data/context.bin"

# The figures of docs/restoration.md.
"$here/judge.sh" "$out"
