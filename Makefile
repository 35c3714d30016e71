# Everything people do with the tree. `make run` and `make test` need nothing but a Swift
# toolchain: what else is missing is installed first (Debian) or named (macOS).
# Flags for SwiftPM go in SWIFTFLAGS, as in `make test SWIFTFLAGS="-j 1"`.

SWIFTFLAGS ?=
# A folder of its own: tests and program are built side by side, not one after the other.
RELEASE := -c release --scratch-path .build-release

ifeq ($(shell uname -s),Linux)
# One file that runs where no Swift is installed.
RELEASE += --static-swift-stdlib
endif

ifeq ($(shell uname -s),Darwin)
# Homebrew keeps readline apart from the system's own.
BREW := $(shell brew --prefix 2>/dev/null)
SWIFTFLAGS += -Xcc -I$(BREW)/opt/readline/include -Xcc -I$(BREW)/include \
  -Xlinker -L$(BREW)/opt/readline/lib -Xlinker -L$(BREW)/lib
endif

FORMATTED := Package.swift Sources Tests
EDITIONS := editie-2019 editie-2020 editie-2021
FIRST_QUERY := population | where province in ["Flevoland", "Utrecht", "Zeeland"] \
  | sum inhabitants by province, year | yoy inhabitants | where year = 2022

# Where the release build lies; asked for when a recipe needs it.
BIN = $$(swift build $(RELEASE) $(SWIFTFLAGS) --show-bin-path)

# make bench: rows of the data, runs of each query, threads of each engine, some of the tasks, a part
# of the work.
SIZE ?= M
REPEAT ?= 5
THREADS ?= 2
TASKS ?=
ONLY ?=

.PHONY: help run build test test-all check format record bench bench-instructions clean packages

help:
	@echo "make run       build, render the monitor's editions, answer a first query"
	@echo "make build     the program, one file, in a release build"
	@echo "make test      the whole suite; needs nothing from outside the tree"
	@echo "make test-all  what needs ../shared, peers or a browser; run after make test"
	@echo "make check     layout of the code and organisation of the tree"
	@echo "make format    lay the code out"
	@echo "make record    write recorded results anew, to be reviewed as a difference"
	@echo "make bench     time and memory beside DuckDB, Polars and sqlite3; SIZE=S|M|L REPEAT=N"
	@echo "make bench-instructions  instructions per kernel beside those on record"
	@echo "make clean     throw away what was built"

run: build
	@for edition in $(EDITIONS); do \
	  "$(BIN)/peil" report reports/$$edition --out out/$$edition --quiet || exit $$?; \
	  echo "$(CURDIR)/out/$$edition/$$edition.html"; \
	done
	@echo
	@echo 'peil -c '\''$(FIRST_QUERY)'\'
	@"$(BIN)/peil" -c '$(FIRST_QUERY)'

build: packages
	swift build $(RELEASE) $(SWIFTFLAGS) --product peil

# Files of ../shared are no part of the tree: the suite that reads them belongs to test-all.
test: packages
	swift build --build-tests $(SWIFTFLAGS)
	swift test --skip-build --disable-xctest $(SWIFTFLAGS) --skip SpecimenTests

test-all: build
	@.ci/packages acceptance
	swift build --build-tests $(SWIFTFLAGS)
	@.ci/specimens swift test --skip-build --disable-xctest $(SWIFTFLAGS) --filter SpecimenTests
	"$$(.ci/python)" Tests/acceptance/run.py "$(BIN)/peil"

check: packages
	swift format lint --strict --recursive --parallel $(FORMATTED)
	swift test --disable-xctest $(SWIFTFLAGS) --filter OrganizationTests

format:
	swift format --in-place --recursive --parallel $(FORMATTED)

record: packages
	PEIL_RECORD=1 swift test --disable-xctest $(SWIFTFLAGS) --skip SpecimenTests
	git status --short

bench: build
	@.ci/packages bench
	python3 Benchmarks/environment.py run.py "$(BIN)/peil" --size $(SIZE) --repeat $(REPEAT) --threads $(THREADS) \
	  $(if $(TASKS),--tasks $(TASKS)) $(if $(ONLY),--only $(ONLY))

bench-instructions: build
	@.ci/packages bench
	python3 Benchmarks/instructions.py "$(BIN)/peil" $(if $(RECORD),--record)

packages:
	@.ci/packages build

clean:
	swift package clean
	rm -rf out .build-python
