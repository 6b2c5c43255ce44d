#!/bin/sh
# Judges the restorer on the pairs that build_language_data.sh left, then without each of its parts.
# usage: judge.sh OUTPUT_FOLDER
set -eu
out=$1
sohoa=${SOHOA:-$(cd "$(dirname "$0")" && pwd)/../../.build/release/sohoa}
export SOHOA_DICTIONARIES="${SOHOA_DICTIONARIES:-$out/dictionaries}"
cd "$out/pairs"
"$sohoa" model evaluate legal_unmarked.tsv general_unmarked.tsv scanned_eng.tsv rendered_eng.tsv rendered_vie.tsv \
  legal_right.tsv general_right.tsv
"$sohoa" model evaluate --ablation legal_unmarked.tsv general_unmarked.tsv scanned_eng.tsv rendered_eng.tsv \
  rendered_vie.tsv
