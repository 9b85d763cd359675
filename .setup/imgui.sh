#!/bin/sh
# Brings the source of Dear ImGui 1.92.2b to build/deps/imgui, once.
#
# Debian 12 packages an older version without its sources, so the source package of a later suite is asked for, by
# way of an apt state of its own below build/: the machine's own lists and sources stay as they are. The machine's
# own Debian address is used, with the suite changed. The archive is checked against the checksum below.
# IMGUI_DIR names another copy of the same version; then this does nothing. Needs no root. Installs nothing.
set -eu

version=1.92.2b
archive="imgui_${version}+ds.orig.tar.xz"
sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
suites='forky sid'

cd "$(dirname "$0")/.."
top=$PWD
target=$top/build/deps/imgui
state=$top/build/deps/apt

fail() {
  printf 'Dear ImGui %s could not be brought in: %s\n' "$version" "$1" >&2
  printf 'Unpack that version yourself and name its folder: make IMGUI_DIR=/path/to/imgui\n' >&2
  exit 1
}

if [ -n "${IMGUI_DIR:-}" ]; then
  grep -q "define IMGUI_VERSION  *\"$version\"" "$IMGUI_DIR/imgui.h" 2>/dev/null ||
    fail "IMGUI_DIR is $IMGUI_DIR, and no imgui.h of that version is there"
  exit 0
fi
[ "$(cat "$target/.sha256" 2>/dev/null || true)" = "$sha256" ] && exit 0

# The first Debian archive that this machine takes the main component from (security updates have a path of their own).
debian=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' 2>/dev/null |
  awk '$2 == "main" && $1 ~ /\/debian\/?$/ { print $1; exit }')
[ -n "$debian" ] || fail "no Debian archive is among this machine's apt sources"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

own_apt() {
  apt-get -qq -o Dir::Etc::SourceList="$state/imgui.sources" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state/cache" -o APT::Sandbox::User=root "$@"
}

mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
for suite in $suites; do
  {
    printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$debian" "$suite"
    [ ! -f "$keyring" ] || printf 'Signed-By: %s\n' "$keyring"
  } >"$state/imgui.sources"
  rm -f "$state/$archive"
  if own_apt update && (cd "$state" && own_apt source --download-only --tar-only imgui) && [ -f "$state/$archive" ]; then
    break
  fi
done
[ -f "$state/$archive" ] || fail "none of the suites $suites has $archive"
echo "$sha256  $state/$archive" | sha256sum --check --quiet - || fail "the checksum of $archive is not the expected one"

rm -rf "$target" "$target.new"
mkdir -p "$target.new"
tar -C "$target.new" --strip-components=1 -xf "$state/$archive"
echo "$sha256" >"$target.new/.sha256"
mv "$target.new" "$target"
rm -rf "$state"
echo "Dear ImGui $version is in build/deps/imgui."
