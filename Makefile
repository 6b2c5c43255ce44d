# What a newcomer needs: `make demo`, `make test`, `make install PREFIX=…`. What we use: the rest.
PREFIX ?= /usr/local
DESTDIR ?=
APT_PACKAGES = libtesseract-dev libleptonica-dev libpoppler-glib-dev libqpdf-dev libarchive-dev \
  libxlsxwriter-dev libsqlite3-dev pkg-config \
  tesseract-ocr-vie tesseract-ocr-script-viet tesseract-ocr-eng tesseract-ocr-osd
# Only the tests want these.
TEST_PACKAGES = python3-jsonschema python3-openpyxl libxml2 libreoffice-calc-nogui libreoffice-writer-nogui \
  qpdf poppler-utils fonts-liberation default-jre-headless libpdfbox2-java libcommons-logging-java \
  libactivation-java libjaxb-api-java
# Only `make fixtures` wants these.
FIXTURE_PACKAGES = python3-gi python3-gi-cairo python3-cairo python3-pil python3-numpy \
  gir1.2-pango-1.0 fonts-croscore fonts-liberation fonts-dancingscript fonts-breip tesseract-ocr qpdf
# Only `make handwriting` wants these: hands to learn from.
HAND_FONTS = fonts-sjfonts fonts-dkg-handwriting fonts-kiloji fonts-kristi fonts-rufscript fonts-humor-sans \
  fonts-ecolier-court fonts-bwht fonts-gnutypewriter
# Only `make benchmark` wants these.
BENCHMARK_PACKAGES = tesseract-ocr ocrmypdf qpdf poppler-utils
# Only `make channel` and `make language-data` want these.
CHANNEL_PACKAGES = tesseract-ocr pango1.0-tools python3-numpy fonts-croscore fonts-liberation
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
RELEASE = .build/release/sohoa
# Tests run optimised: they recognise and restore whole pages.
TEST_FLAGS = -c release -Xswiftc -enable-testing --scratch-path .build-test
DEMO = fixtures/scans/plan-department.scan.pdf

# What the language data are built from: texts of one paragraph a line, formulas with their weights, lines of
# scanned pages as several models read them. dictionaries/README.md tells where ours come from.
LEGAL ?= corpus/legal.txt
GENERAL ?= corpus/general.txt
FORMULAS ?= corpus/formulaic_lines.tsv
SCANS ?= corpus/scanned_lines.tsv
LANGUAGE = $(CURDIR)/out/language
PYVI = out/pyvi/bin/python

.PHONY: all setup setup-test demo test build lint format fixtures benchmark benchmark-restoration \
  language-data duty-words channel confidence field-confidence handwriting handwriting-evaluate reliability judge evaluate records records-held-out records-pages records-speed records-fuzz fuzz sanitize sanitize-threads composed schema ladder ladder-whole ablation \
  install uninstall clean

all: build

# Installs those packages of $(1) that are missing.
define install-packages
	@missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null \
	  | grep -q 'install ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing:" $$missing; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi
endef

setup:
	$(call install-packages,$(APT_PACKAGES))

setup-test: setup
	$(call install-packages,$(TEST_PACKAGES))

build: setup
	swift build -c release --product sohoa

demo: build
	@mkdir -p out/demo
	$(RELEASE) convert $(DEMO) --output out/demo --format json,txt --overwrite
	@echo && echo "The files are in out/demo:" && ls -l out/demo

# What watches processes and their times runs by itself: beside the other tests it would wait for a processor.
WATCHING = 'SoHoaWorkersTests|SoHoaWatchTests|WatchCommandTests'

test: setup-test
	swift build --build-tests $(TEST_FLAGS)
	swift test --skip-build $(TEST_FLAGS) --skip $(WATCHING)
	swift test --skip-build $(TEST_FLAGS) --filter $(WATCHING)

lint:
	swift format lint --strict -r Sources Tests fuzz

format:
	swift format -i -r Sources Tests fuzz

fixtures:
	$(call install-packages,$(FIXTURE_PACKAGES))
	/usr/bin/python3 fixtures/tools/render.py

# Error rates and field scores on our own fixtures.
evaluate: build
	rm -rf out/evaluate && mkdir -p out/evaluate
	-$(RELEASE) convert fixtures/scans fixtures/text --output out/evaluate --quiet
	$(RELEASE) evaluate fixtures/truth out/evaluate --mistakes --json out/evaluation.json

# Records of generated documents of all families, clean and damaged (benchmarks/records), by field and family.
SEEDS ?= 1-60
DAMAGE ?= clean,scan
records: build
	rm -rf out/records
	/usr/bin/python3 benchmarks/records/generate.py --seeds $(SEEDS) --damage $(DAMAGE) --out out/records
	-$(RELEASE) convert out/records/text --allow-classified --output out/records/results --quiet
	$(RELEASE) evaluate out/records/truth out/records/results --mistakes --json out/records.json > out/records.txt
	@grep -m 1 -n ': missed \|: wrong' out/records.txt >/dev/null; sed '/: missed \|: wrong/d' out/records.txt
	@echo "mistakes: out/records.txt"

# Some of them as page images, through OCR.
records-pages: build
	$(call install-packages,$(FIXTURE_PACKAGES))
	rm -rf out/pages
	/usr/bin/python3 benchmarks/records/generate.py --seeds 901-918 --damage clean --sources --out out/pages
	/usr/bin/python3 benchmarks/records/pages.py out/pages 12
	-$(RELEASE) convert out/pages/scans --output out/pages/results --quiet
	$(RELEASE) evaluate out/pages/truth out/pages/results --mistakes > out/pages.txt
	@sed '/: missed \|: wrong\|no result for/d' out/pages.txt; echo "mistakes: out/pages.txt"

# Structure and extraction alone: milliseconds a page, on ever longer files.
records-speed: build
	$(RELEASE) record benchmark fixtures/composed/text/*.txt

# Structure and extraction of texts damaged at random, for so many seconds.
SECONDS_OF_FUZZ ?= 600
records-fuzz: build
	$(RELEASE) record fuzz fixtures/composed/text/*.txt --seconds $(SECONDS_OF_FUZZ)

# A harness under libFuzzer and the address sanitizer (docs/fuzzing.md): make fuzz TARGET=dates SECONDS=60
TARGET ?= dates
SECONDS ?= 60
FUZZ_FLAGS = -c release --scratch-path .build-fuzz -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer,address
fuzz: setup
	SOHOA_FUZZ=1 swift build --product Fuzz $(FUZZ_FLAGS)
	@mkdir -p out/fuzz/$(TARGET)
	SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 SOHOA_FUZZ_TARGET=$(TARGET) .build-fuzz/release/Fuzz \
	  -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=4096 -max_len=4096 -print_final_stats=1 \
	  -artifact_prefix=out/fuzz/$(TARGET)- out/fuzz/$(TARGET) fuzz/seeds/$(TARGET)

# All harnesses on their seeds under the address sanitizer.
HARNESSES = $(notdir $(wildcard fuzz/seeds/*))
sanitize: setup
	SOHOA_FUZZ=1 swift build --product Fuzz $(FUZZ_FLAGS)
	@mkdir -p out/fuzz
	for name in $(HARNESSES); do \
	  SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 SOHOA_FUZZ_TARGET=$$name .build-fuzz/release/Fuzz \
	    -runs=0 -timeout=60 -artifact_prefix=out/fuzz/ fuzz/seeds/$$name || exit 1; \
	done

# What works side by side (the ledger, the watch, progress) under the thread sanitizer. Workers are left out: the limits that
# they set on memory leave it no room; so are tests that kill and time.
SIDE_BY_SIDE = 'SoHoaLedgerTests|SoHoaWatchTests|SoHoaProgressTests'
sanitize-threads: setup
	swift build --build-tests --sanitize=thread --scratch-path .build-threads
	SWIFT_BACKTRACE=enable=no swift test --skip-build --sanitize=thread --scratch-path .build-threads \
	  --filter $(SIDE_BY_SIDE) --skip 'KillTests|SpeedTests|DamageTests'

# The generated documents that are committed for the tests.
composed:
	rm -rf fixtures/composed
	/usr/bin/python3 benchmarks/records/generate.py --seeds 801-840 --damage mixed --out fixtures/composed

# docs/schema: the table of members, and an example for every kind of document that our own texts have.
schema: build
	/usr/bin/python3 docs/schema/tools/describe.py
	/usr/bin/python3 docs/schema/tools/examples.py $(RELEASE) fixtures/composed/text/*.txt fixtures/text/*.txt fixtures/kinds/*.txt

# The closing figures: documents that nobody looks at. Mistakes are not listed.
records-held-out: build
	rm -rf out/held-out
	/usr/bin/python3 benchmarks/records/generate.py --seeds 5001-5120 --damage clean,scan,ruined --out out/held-out
	-$(RELEASE) convert out/held-out/text --allow-classified --output out/held-out/results --quiet
	$(RELEASE) evaluate out/held-out/truth out/held-out/results --json out/held-out.json

# Error rates on pages of rising damage, beside plain Tesseract's: four pages (minutes), or all (an hour).
ladder: build
	$(call install-packages,$(FIXTURE_PACKAGES))
	/usr/bin/python3 benchmarks/ladder/run.py --markdown docs/pages.md

ladder-whole: build
	$(call install-packages,$(FIXTURE_PACKAGES))
	/usr/bin/python3 benchmarks/ladder/run.py --whole

# What each step of page preparation earns and costs, on the pages of the ladder.
ablation: build
	$(call install-packages,$(FIXTURE_PACKAGES))
	/usr/bin/python3 benchmarks/ladder/ablate.py --markdown docs/decisions/0002-page-preparation.md

benchmark: build
	$(call install-packages,$(BENCHMARK_PACKAGES))
	/usr/bin/python3 benchmarks/run.py
	/usr/bin/python3 benchmarks/pdf.py
	/usr/bin/python3 benchmarks/outputs.py

# Restoration beside pyvi on the same unmarked lines of $(LEGAL) and $(GENERAL), which training left out.
benchmark-restoration: build
	mkdir -p $(LANGUAGE)/pairs
	test -x $(PYVI) || { python3 -m venv out/pyvi && $(PYVI) -m pip install -q pyvi==0.1.1; }
	$(RELEASE) model held-out $(LEGAL) --lines 2000 -o $(LANGUAGE)/pairs/legal_unmarked.tsv
	$(RELEASE) model held-out $(GENERAL) --lines 2000 -o $(LANGUAGE)/pairs/general_unmarked.tsv
	$(RELEASE) model benchmark $(LANGUAGE)/pairs/legal_unmarked.tsv
	/usr/bin/python3 benchmarks/run.py --only pyvi --pyvi $(PYVI) \
	  --pairs $(LANGUAGE)/pairs/legal_unmarked.tsv $(LANGUAGE)/pairs/general_unmarked.tsv

# Everything that is learned, and the figures of docs/restoration.md; into $(LANGUAGE).
language-data: build
	$(call install-packages,$(CHANNEL_PACKAGES))
	SOHOA=$(CURDIR)/$(RELEASE) benchmarks/restoration/build_language_data.sh \
	  $(LEGAL) $(GENERAL) $(FORMULAS) $(SCANS) $(LANGUAGE)

# Words of duty and of names of parties, counted over $(LEGAL).
duty-words:
	/usr/bin/python3 benchmarks/duties/learn.py $(LEGAL) --dictionaries dictionaries

# Only the channels, with the lexicon and model that there are.
channel: build
	$(call install-packages,$(CHANNEL_PACKAGES))
	mkdir -p $(LANGUAGE)/dictionaries
	cp dictionaries/*.tsv dictionaries/ngrams.bin $(LANGUAGE)/dictionaries
	SOHOA=$(CURDIR)/$(RELEASE) benchmarks/restoration/learn_channels.sh $(LEGAL) $(FORMULAS) $(SCANS) $(LANGUAGE)

# What the engine's confidence is worth: pages of lines in $(TRAINING), read and counted.
TRAINING ?= $(LANGUAGE)/pairs/train.txt
confidence: build
	$(call install-packages,$(CHANNEL_PACKAGES))
	rm -rf out/confidence && mkdir -p out/confidence
	python3 benchmarks/restoration/render_pages.py $(TRAINING) --pages 60 --seed 801 --keep out/confidence/learn
	$(RELEASE) confidence learn out/confidence/learn -o dictionaries/engine_confidence.tsv

# What the scores of extracted values are worth, counted on generated documents; and how right values of documents
# that nobody looks at are by what was learned.
field-confidence: build
	rm -rf out/field-confidence
	/usr/bin/python3 benchmarks/records/generate.py --seeds 1-300 --damage clean,scan,poor --out out/field-confidence/learn
	-$(RELEASE) convert out/field-confidence/learn/text --allow-classified --raw-confidence \
	  --output out/field-confidence/learnt --quiet
	$(RELEASE) confidence fields out/field-confidence/learn/truth out/field-confidence/learnt \
	  -o dictionaries/field_confidence.tsv
	/usr/bin/python3 benchmarks/records/generate.py --seeds 5001-5120 --damage clean,scan,poor --out out/field-confidence/judge
	-$(RELEASE) convert out/field-confidence/judge/text --allow-classified --output out/field-confidence/judged --quiet
	$(RELEASE) confidence fields out/field-confidence/judge/truth out/field-confidence/judged

# The reader of handwritten digits: learned in $(MINUTES) minutes from MNIST ($(DIGITS): its four IDX files, gzip), half
# of it as the program sees it on composed headers; then weighed on others of these. $(TORCH): a Python with torch, numpy
# and Pillow; only this needs it.
DIGITS ?= corpus/digits
TORCH ?= python3
MINUTES ?= 150
HAND = out/handwriting
handwriting: build
	$(call install-packages,$(FIXTURE_PACKAGES) $(HAND_FONTS))
	rm -rf $(HAND)/pages $(HAND)/learn && mkdir -p $(HAND)/dictionaries
	for seed in 1101 1102 1103 1104 1121 1122 1123 1124 1301; do \
	  /usr/bin/python3 benchmarks/handwriting/headers.py $(DIGITS) $(HAND)/pages --seed $$seed --count 160 --part learn \
	  || exit 1; done
	$(RELEASE) handwriting strips $(HAND)/pages/scans -o $(HAND)/pages/strips.jsonl
	OMP_NUM_THREADS=1 $(TORCH) benchmarks/handwriting/train.py $(DIGITS) dictionaries/handwriting.bin \
	  --minutes $(MINUTES) --pages $(HAND)/pages --keep $(HAND)/state.pt
	for seed in 391 392 393 394 395; do \
	  /usr/bin/python3 benchmarks/handwriting/headers.py $(DIGITS) $(HAND)/learn --seed $$seed --count 160 --part train \
	  || exit 1; done
	cp dictionaries/* $(HAND)/dictionaries
	printf 'from\treadings\tright\n' > $(HAND)/dictionaries/hand_confidence.tsv
	-SOHOA_DICTIONARIES=$(HAND)/dictionaries $(RELEASE) convert $(HAND)/learn/scans --output $(HAND)/learn/results --quiet
	/usr/bin/python3 benchmarks/handwriting/score.py $(HAND)/learn/truth.json $(HAND)/learn/results \
	  --learn dictionaries/hand_confidence.tsv

# Headers that nobody looks at, by the whole program: found, read, answered, how right by probability.
handwriting-evaluate: build
	$(call install-packages,$(FIXTURE_PACKAGES))
	rm -rf $(HAND)/judge
	/usr/bin/python3 benchmarks/handwriting/headers.py $(DIGITS) $(HAND)/judge --seed $(JUDGE) --count $(HEADERS) --part test
	-$(RELEASE) convert $(HAND)/judge/scans --output $(HAND)/judge/results --quiet
	/usr/bin/python3 benchmarks/handwriting/score.py $(HAND)/judge/truth.json $(HAND)/judge/results --failures 10 \
	  --curve $(HAND)/reliability.svg
HEADERS ?= 160
JUDGE ?= 991

# How right words are by their confidence, as read and as restored; lines in $(JUDGING), one a line.
JUDGING ?= $(LANGUAGE)/pairs/judge.txt
reliability: build
	$(call install-packages,$(CHANNEL_PACKAGES))
	rm -rf out/reliability && mkdir -p out/reliability
	python3 benchmarks/restoration/render_pages.py $(JUDGING) --pages 30 --seed 802 --keep out/reliability/pages
	$(RELEASE) confidence read out/reliability/pages -o out/reliability/pages.jsonl
	$(RELEASE) confidence judge out/reliability/pages.jsonl

# The figures again, with the dictionaries of this folder, on the pairs that `language-data` left.
judge: build
	SOHOA=$(CURDIR)/$(RELEASE) SOHOA_DICTIONARIES=$(CURDIR)/dictionaries benchmarks/restoration/judge.sh $(LANGUAGE)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/sohoa
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/sohoa
	rm -rf $(DESTDIR)$(PREFIX)/share/sohoa/dictionaries
	cp -r dictionaries $(DESTDIR)$(PREFIX)/share/sohoa/dictionaries
	install -d $(DESTDIR)$(PREFIX)/share/sohoa/schema
	install -m 644 docs/schema/record-1.json $(DESTDIR)$(PREFIX)/share/sohoa/schema

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/sohoa $(DESTDIR)$(PREFIX)/share/sohoa

clean:
	rm -rf .build .build-test .build-fuzz .build-threads out
