#!/bin/sh
# Configures the build folder of a CMake preset: from nothing, or again when the Emscripten or the Dear ImGui that it
# was configured with is no longer the one in use. Otherwise CMake itself notices what has changed.
#   configure.sh native|sanitize|wasm|fuzz
set -eu
cd "$(dirname "$0")/.."
preset=$1
folder=build/$preset

tools="imgui=${IMGUI_DIR:-} emcc=$(command -v emcc || true)"
if [ "$preset" = wasm ]; then
  tools="$tools $(emcc --version | head -n 1)"
fi
[ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.tools" 2>/dev/null || true)" = "$tools" ] && exit 0

cmake --preset "$preset" --fresh
echo "$tools" >"$folder/.tools"
