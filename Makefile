# What a newcomer needs: `make demo`, `make test`, `make install PREFIX=…`. What we use: the rest.
PREFIX ?= /usr/local
DESTDIR ?=
APT_PACKAGES = libtesseract-dev libleptonica-dev libpoppler-glib-dev pkg-config \
  tesseract-ocr-vie tesseract-ocr-script-viet tesseract-ocr-eng tesseract-ocr-osd
# Only the tests want these.
TEST_PACKAGES = python3-jsonschema
# Only `make fixtures` wants these.
FIXTURE_PACKAGES = python3-gi python3-gi-cairo python3-cairo python3-pil python3-numpy \
  gir1.2-pango-1.0 fonts-croscore fonts-liberation fonts-dancingscript fonts-breip tesseract-ocr qpdf
# Only `make benchmark` wants these.
BENCHMARK_PACKAGES = tesseract-ocr ocrmypdf qpdf
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
RELEASE = .build/release/sohoa
# Tests run optimised: they recognise and restore whole pages.
TEST_FLAGS = -c release -Xswiftc -enable-testing --scratch-path .build-test
DEMO = fixtures/scans/plan-department.scan.pdf

.PHONY: all setup setup-test demo test build lint format fixtures benchmark evaluate install uninstall clean

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
	$(RELEASE) convert $(DEMO) --output out/demo --format json,txt
	@echo && echo "The files are in out/demo:" && ls -l out/demo

test: setup-test
	swift build --build-tests $(TEST_FLAGS)
	swift test --skip-build $(TEST_FLAGS)

lint:
	swift format lint --strict -r Sources Tests

format:
	swift format -i -r Sources Tests

fixtures:
	$(call install-packages,$(FIXTURE_PACKAGES))
	/usr/bin/python3 fixtures/tools/render.py

# Error rates and field scores on our own fixtures.
evaluate: build
	rm -rf out/evaluate && mkdir -p out/evaluate
	-$(RELEASE) convert fixtures/scans fixtures/text --output out/evaluate --quiet
	$(RELEASE) evaluate fixtures/truth out/evaluate --mistakes --json out/evaluation.json

benchmark: build
	$(call install-packages,$(BENCHMARK_PACKAGES))
	/usr/bin/python3 benchmarks/run.py

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/sohoa
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/sohoa
	rm -rf $(DESTDIR)$(PREFIX)/share/sohoa/dictionaries
	cp -r dictionaries $(DESTDIR)$(PREFIX)/share/sohoa/dictionaries

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/sohoa $(DESTDIR)$(PREFIX)/share/sohoa

clean:
	rm -rf .build .build-test out
