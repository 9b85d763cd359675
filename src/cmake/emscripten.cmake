# The toolchain of the Emscripten whose emcc is first on PATH: an activated newer one, else the distribution's.
#
# Emscripten brings its own toolchain file; this finds it, so that `cmake --preset wasm` needs no wrapper or variable.
find_program(FTT_EMCC emcc REQUIRED)
file(REAL_PATH "${FTT_EMCC}" emcc)
cmake_path(GET emcc PARENT_PATH folder)
set(platform "${folder}/cmake/Modules/Platform/Emscripten.cmake")
if(NOT EXISTS "${platform}")
  message(FATAL_ERROR "${FTT_EMCC} has no CMake toolchain at ${platform}.")
endif()

# The distribution's emcc keeps acorn, which its optimiser needs when it links, among the system's node modules.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
endif()
include("${platform}")

set(CMAKE_CROSSCOMPILING_EMULATOR node)

# The stack's size has an older name in the distribution's version.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  set(FTT_STACK_SIZE TOTAL_STACK)
else()
  set(FTT_STACK_SIZE STACK_SIZE)
endif()

# A program that node runs, with the machine's files. It reads its module at once: left to load it as it runs, the
# distribution's version mistakes node's fetch for a browser's.
set(FTT_NODE_OPTIONS -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 -sWASM_ASYNC_COMPILATION=0)
