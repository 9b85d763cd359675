#!/bin/sh
# Installs the Debian packages that building and testing need, and only those that are missing.
#
# A package counts as there when dpkg says so, or when the program it is wanted for is on PATH from elsewhere: an
# activated Emscripten or a newer Node.js stays the one that is used. Nothing is upgraded or removed. Without root
# and without a sudo that asks nothing, the missing packages are named with the command, and this fails.
set -eu

# Package, and the programs that stand in for it ("-" when only the package will do).
wanted='
g++                  g++
cmake                cmake
ninja-build          ninja
clang                clang++
libclang-rt-dev      -
doctest-dev          -
nlohmann-json3-dev   -
emscripten           em++
nodejs               node
npm                  npm
python3-fonttools    -
python3-brotli       -
chromium-headless-shell chromium-headless-shell
firefox-esr          firefox-esr
webkit2gtk-driver    WebKitWebDriver
xvfb                 Xvfb
orca                 orca
at-spi2-core         -
dbus-daemon          dbus-daemon
openbox              openbox
xdotool              xdotool
poppler-utils        pdftotext
xz-utils             xz
fonts-dejavu-extra   -
python3-distributed  -
parallel             -
ca-certificates      -
'

node_is_old() {
  ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)' 2>/dev/null
}

packages=$(printf '%s' "$wanted" | awk 'NF { print $1 }')
# shellcheck disable=SC2086  # one word a package
installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package} ' $packages 2>/dev/null |
  awk 'BEGIN { RS = " " } last == "installed" { printf "%s ", $0 } { last = $0 }')"
missing=$(printf '%s' "$wanted" | while read -r package program; do
  [ -n "$package" ] || continue
  case "$installed" in *" $package "*) continue ;; esac
  [ "$program" != - ] && command -v "$program" >/dev/null && continue
  echo "$package"
done | tr '\n' ' ')

if [ -z "$missing" ]; then
  if node_is_old; then
    echo "Node.js 18 or later is needed; $(command -v node) is $(node --version)." >&2
    exit 1
  fi
  exit 0
fi

command="apt-get install --yes --no-install-recommends $missing"
if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root='sudo -n'
else
  printf 'These Debian packages are missing: %s\nAs root, run:\n  apt-get update && %s\n' "$missing" "$command" >&2
  exit 1
fi

echo "Installing Debian packages: $missing"
$as_root apt-get -qq update
$as_root env DEBIAN_FRONTEND=noninteractive $command -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 >/dev/null
if node_is_old; then
  echo "Node.js 18 or later is needed; $(command -v node) is $(node --version)." >&2
  exit 1
fi
