# The front door. `make help` lists what can be asked for.
#
# Each door does what lies before it, and only what has changed since. Folders written: build/, dist/, web/node_modules/
# and tests/bench/node_modules/. IMGUI_DIR names a copy of Dear ImGui 1.92.2b to use; PORT where to serve; CSP=1 serves under a
# strict content security policy; SECONDS is how long each fuzzer runs; PACKETS and MILLION what the bench rolls up.

.DEFAULT_GOAL := help
.PHONY: help setup build dist single package serve test heard distributed bench fuzz clean
# Rules share the build folders, and CMake and Ninja use every core by themselves.
.NOTPARALLEL:

PORT ?= 8000
SECONDS ?= 60
ifneq ($(IMGUI_DIR),)
override IMGUI_DIR := $(abspath $(IMGUI_DIR))
endif
export IMGUI_DIR
python := /usr/bin/python3
fonts := build/fonts/LICENSE.txt

help:
	@echo 'make serve        build, and serve the wizard on this machine (PORT=8000, CSP=1 for a strict policy)'
	@echo 'make test         build and run every test: native, sanitized, fuzzed, WebAssembly, module, two Dask workers, browser, heard'
	@echo 'make build        the command at build/native/telework and the static site at dist/'
	@echo 'make dist         the site at dist/, held against its list of digests, to be copied to a server'
	@echo 'make single       the whole wizard as one file, build/single/telework.html, which opens by double click'
	@echo 'make package      what npm gets, at build/npm, to be packed or installed from there'
	@echo 'make heard        all that a screen reader says of the site, held against what a person has read; three quarters of an hour'
	@echo 'make distributed  the roll-up on several worker processes: any number of them, killed ones, every edge'
	@echo 'make bench        sizes, times and idle cost of the site that make build leaves, the print of long names, and its report'
	@echo '                  on 1,000 packets beside the command; the roll-up of many packets beside DuckDB (PACKETS=100000;'
	@echo '                  MILLION=1 for the memory of a million, which takes an hour)'
	@echo 'make fuzz         run each fuzzer for SECONDS=60'
	@echo 'make setup        install what is missing: Debian packages, npm packages, the source of Dear ImGui'
	@echo 'make clean        remove build/ and dist/ (not what set-up brought in)'

setup:
	@.setup/packages.sh
	@.setup/node_modules.sh
	@.setup/imgui.sh

$(fonts): assets/fonts/make_fonts.py web/package-lock.json | setup
	@$(python) $< web/node_modules/@expo-google-fonts/public-sans build/fonts

build: setup $(fonts)
	@.setup/configure.sh native
	@cmake --build --preset native --target telework
	@.setup/configure.sh wasm
	@cmake --build --preset wasm --target telework telework_linked rollup canvas
	@node web/site/layout.mjs

dist: build
	@cd dist && sha256sum --quiet --check SHA256SUMS
	@echo 'dist/ is whole, and ready to be copied to a server; dist/web-team.html says how.'

single: build
	@node web/site/single.mjs

package: build
	@node web/site/npm_package.mjs

serve: build
	@node web/site/serve.mjs dist --port $(PORT) $(if $(CSP),--csp)

test: build
	@node tests/run.mjs

heard: build
	@node --test --test-timeout=7200000 tests/heard/everything.mjs

distributed: build
	@$(python) tests/distributed/run.py

bench: build
	@node tests/bench/run.mjs $(if $(PACKETS),--packets $(PACKETS)) $(if $(MILLION),--million)

fuzz: setup $(fonts)
	@.setup/configure.sh fuzz
	@cmake --build --preset fuzz --target fuzz
	@node tests/fuzz/run.mjs build/fuzz $(SECONDS)
	@FTT_FUZZ_SECONDS=$(SECONDS) node --test tests/module/readers.test.mjs

clean:
	rm -rf dist build/native build/sanitize build/wasm build/fuzz build/fonts build/rates build/single build/npm build/bench
