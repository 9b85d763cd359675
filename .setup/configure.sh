#!/bin/sh
# Configures the build folder of a CMake preset: from nothing, or again when the presets, the Emscripten or the Dear
# ImGui that it was configured with are no longer those in use. Otherwise CMake itself notices what has changed.
#   configure.sh native|sanitize|wasm|fuzz
set -eu
cd "$(dirname "$0")/.."
preset=$1
folder=build/$preset

tools="imgui=${IMGUI_DIR:-} $(cat CMakePresets.json src/cmake/emscripten.cmake | sha256sum)"
if [ "$preset" = wasm ]; then
  tools="$tools $(command -v emcc) $(emcc --version | head -n 1)"
fi
[ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.tools" 2>/dev/null || true)" = "$tools" ] && exit 0

cmake --preset "$preset" --fresh
echo "$tools" >"$folder/.tools"
