# `make serve` shows the app, `make test` checks everything. Both install what they need.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8080
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/tests/node_modules/.bin:$(PATH)
export TRUNK_SKIP_VERSION_CHECK := true
# Trunk reads it as "true" or "false" and stops at the customary "1".
unexport NO_COLOR
# They would take the place of the flags below.
unexport RUSTFLAGS CARGO_ENCODED_RUSTFLAGS

WASM := --target wasm32-unknown-unknown
# With the folders, which change when a file goes.
SOURCES := Makefile Cargo.toml Cargo.lock rust-toolchain.toml build.rs index.html \
  tests/tools/post-build.mjs tests/tools/split-wasm.mjs tests/tools/offline.mjs $(shell find src public | sort)
# The wasm is split, see `build.rs`. No path of the machine that built it ends up in it, also where the sources of the
# standard library are installed.
RELEASE_FLAGS = --cfg erase_components --cfg split \
  --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src/= \
  --remap-path-prefix=$(shell rustc --print sysroot)/lib/rustlib/src/rust/=
say = @printf '\033[1m==>\033[0m %s\n'

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: serve
serve: dist/index.html ## build the app and serve it on http://127.0.0.1:8080
	@exec node tests/tools/serve.mjs --port $(PORT)

.PHONY: dev
dev: setup ## the app with live reload, for working on it
	trunk serve --dist target/dev --address 127.0.0.1 --port $(PORT)

.PHONY: test
test: lint test-native test-web size test-e2e test-webkit ## check everything
	$(say) "All checks passed"

.PHONY: build
build: dist/index.html ## the release build, in dist/

# The time of the build's beginning: what is saved while it runs counts as newer.
dist/index.html: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = $(RELEASE_FLAGS)
dist/index.html: $(SOURCES) | setup
	$(say) "Building the app"
	@mkdir -p target && touch target/build-began
	trunk build --release
	@touch --reference target/build-began $@

.PHONY: size
size: dist/index.html ## weigh the first load against its budget
	$(say) "Sizes"
	@node tests/tools/size.mjs

.PHONY: lint
lint: setup ## formatting, lints and documentation
	$(say) "Formatting, lints, documentation"
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked $(WASM) --lib --bins --test web -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --locked $(WASM) --lib --no-deps --document-private-items

.PHONY: test-native
test-native: setup ## what needs no browser
	$(say) "Native tests"
	@tree=$$(cargo tree --locked --prefix none); \
	if grep -E '^(leptos|tachys|web-sys|js-sys|wasm-bindgen|gloo|indexed_db)' <<<"$$tree"; then \
	  echo "error: the native build must not know the web"; exit 1; \
	fi
	cargo test --locked

.PHONY: test-web
test-web: setup browsers ## the browser's side of the library, in Chromium
	$(say) "Wasm tests in Chromium"
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="node $(CURDIR)/tests/tools/web-runner.mjs" \
	  cargo test --locked $(WASM) --test web

.PHONY: test-e2e
test-e2e: dist/index.html browsers ## the release app in Chromium
	$(say) "The app in Chromium"
	playwright test --config tests/e2e $(ARGS)

.PHONY: test-webkit
test-webkit: dist/index.html browsers ## the release app in WebKit, the iPhone's engine
	$(say) "The app in WebKit"
	node --test --test-concurrency=1 --test-reporter=spec tests/webkit/*.test.mjs

.PHONY: bench
bench: dist/index.html browsers ## how long a touch takes to be answered; what 200 kills cost; what LibreOffice makes of tables
	$(say) "From a touch to the painted frame"
	@node tests/e2e/bench/compare.mjs
	$(say) "What a killed browser loses"
	@node tests/e2e/bench/kill.mjs
	$(say) "What a spreadsheet makes of a chart's tables"
	@node tests/e2e/bench/spreadsheet.mjs

.PHONY: setup
setup:
	@tests/tools/setup.sh build

.PHONY: browsers
browsers: setup
	@tests/tools/setup.sh browsers

.PHONY: clean
clean: ## remove what was built, keep the tools
	rm -rf dist target tests/e2e/results
