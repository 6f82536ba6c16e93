#!/usr/bin/env bash
# Installs what is missing, in the right version, and nothing else.
#
#   setup.sh build      Rust with its wasm target, Trunk, wasm-bindgen, wasm-split, wasm-opt
#   setup.sh browsers   Chromium, WebKit's driver, WebKit for Debian's Python, a screen for them, fonts
#
# A tool that is already there in the right version, on PATH or in .tools/, is used as it is.
set -euo pipefail
cd "$(dirname "$0")/../.."

trunk_version=0.21.14
wasm_split_version=0.2.4
export PATH="$PWD/.tools/bin:$PATH"

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# The version of a crate in Cargo.lock: wasm-bindgen's two halves must be the same to the digit.
locked() {
  awk -v name="$1" '$1 == "name" { found = ($3 == "\"" name "\"") }
    found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

# Whether `$1 --version` names version $2.
has() {
  command -v "$1" >/dev/null && [[ " $("$1" --version 2>/dev/null) " == *" $2 "* ]]
}

# The same for a tool that does not say its version: cargo keeps a list.
has_crate() {
  command -v "$1" >/dev/null && grep -qx "$2 v$3:" <<<"$(cargo install --list --root .tools; cargo install --list)"
}

# cargo_install CRATE VERSION FLAGS…: quick to build rather than quick to run; they run for seconds.
cargo_install() {
  local crate=$1 version=$2
  shift 2
  say "Installing $crate $version into .tools/ (some minutes, only this once)"
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install "$crate" --version "$version" --root .tools --force "$@"
}

rust() {
  command -v rustup >/dev/null || fail "rustup is missing: https://rustup.rs"
  local channel target=wasm32-unknown-unknown
  channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  if ! grep -q "^$channel-" <<<"$(rustup toolchain list)"; then
    say "Installing Rust $channel"
    rustup toolchain install "$channel" --profile minimal --component clippy --component rustfmt
  fi
  local have
  have=$(rustup component list --toolchain "$channel" --installed; rustup target list --toolchain "$channel" --installed)
  for component in clippy rustfmt; do
    grep -q "^$component" <<<"$have" || { say "Adding $component"; rustup component add --toolchain "$channel" "$component"; }
  done
  grep -qx "$target" <<<"$have" || { say "Adding the target $target"; rustup target add --toolchain "$channel" "$target"; }
}

node_packages() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node 20 or later, with npm, is missing"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || fail "Node 20 or later is needed, this is $(node --version)"
  # npm writes this list last, so it stands for a whole installation.
  if [[ ! tests/node_modules/.package-lock.json -nt tests/package-lock.json ]]; then
    say "Installing wasm-opt and Playwright into tests/node_modules/"
    (cd tests && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-progress)
    touch tests/node_modules/.package-lock.json
  fi
}

build() {
  rust
  local bindgen
  bindgen=$(locked wasm-bindgen)
  has trunk "$trunk_version" ||
    cargo_install trunk "$trunk_version" --locked --no-default-features
  # Not --locked: the lock file it is published with can name a crate version that is withdrawn.
  has wasm-bindgen "$bindgen" && has wasm-bindgen-test-runner "$bindgen" ||
    cargo_install wasm-bindgen-cli "$bindgen"
  has_crate wasm-split-cli wasm_split_cli_support "$wasm_split_version" ||
    cargo_install wasm_split_cli_support "$wasm_split_version" --locked --features build-binary
  node_packages
  # Trunk builds offline, so everything it needs is fetched before.
  cargo fetch --locked --offline --quiet 2>/dev/null || {
    say "Fetching the crates of Cargo.lock"
    cargo fetch --locked
  }
}

browsers() {
  local missing=()
  [[ -n "${CHROMIUM:-}" ]] || command -v chromium >/dev/null || missing+=(chromium)
  command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
  # Debian's own Python, whichever is first on PATH.
  /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null || missing+=(python3-gi gir1.2-webkit2-4.1)
  command -v xvfb-run >/dev/null || missing+=(xvfb)
  command -v xauth >/dev/null || missing+=(xauth)
  [[ -n "$(fc-list 2>/dev/null | head -n 1)" ]] || missing+=(fontconfig fonts-dejavu-core fonts-liberation)
  ((${#missing[@]})) || return 0
  local line="apt-get install --yes --no-install-recommends ${missing[*]}"
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    fail "the browser tests need: ${missing[*]}. Install them, on Debian as root with:
  apt-get update && $line"
  fi
  say "Installing ${missing[*]}"
  apt-get update
  DEBIAN_FRONTEND=noninteractive $line
}

case "${1:-}" in
  build | browsers) "$1" ;;
  *) fail "say what to set up: build or browsers" ;;
esac
