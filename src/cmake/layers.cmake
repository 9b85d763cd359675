# What a layer and a test are, so that each folder says only what is its own.
#
#   ftt_layer(calc part_d.cpp part_e.cpp)    a static library ftt_calc that sees base … form
#   ftt_test(calc part_d_test.cpp …)         a test program test_calc that links ftt_calc and what lies below it
#
# Does not know of any single file: the folders do.

# Each sees those before it, but the faces: they stand on view side by side and do not see each other.
set(FTT_LAYERS base order rates form calc rules packet report view print wizard canvas)
set(FTT_FACES print wizard canvas)

option(FTT_WIZARD "the wizard and its canvas too, which the command does without" ON)
if(NOT FTT_WIZARD)
  list(REMOVE_ITEM FTT_LAYERS wizard canvas)
endif()

option(FTT_SANITIZE "address and undefined behavior sanitizers" OFF)
option(FTT_FUZZ "build the fuzzers alone, quick ones (clang)" OFF)

# The sanitized build holds the fuzzers too, and so everything in it counts where it has been.
if(FTT_SANITIZE OR FTT_FUZZ)
  add_compile_options(-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# What is shipped names its files as they lie in the project, whichever folder it was built in.
if(EMSCRIPTEN)
  add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=")
endif()

# Headers of the packages alone: em++ must never see the whole of the system's include folder.
set(FTT_PACKAGE_HEADERS "/usr/include" CACHE PATH "the folder with the headers of doctest and nlohmann/json")
set(FTT_HEADERS "${CMAKE_BINARY_DIR}/headers")
file(MAKE_DIRECTORY "${FTT_HEADERS}")
foreach(name IN ITEMS doctest nlohmann)
  if(NOT EXISTS "${FTT_PACKAGE_HEADERS}/${name}")
    message(FATAL_ERROR "The headers of ${name} are missing in ${FTT_PACKAGE_HEADERS}; `make setup` installs them, or name "
      "their folder: -DFTT_PACKAGE_HEADERS=…")
  endif()
  file(CREATE_LINK "${FTT_PACKAGE_HEADERS}/${name}" "${FTT_HEADERS}/${name}" SYMBOLIC)
endforeach()

add_library(ftt_flags INTERFACE)
target_compile_options(ftt_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wswitch-enum -Werror)
# In files that are compiled as one, a name inside of a function may be that of another file's own at its top.
target_compile_options(ftt_flags INTERFACE $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>)
# At -O3 the g++ of Debian 12 and 13 takes copies of std::string and std::variant that never happen for overlapping or
# uninitialized ones. The sanitizers look for the same while the tests run, and clang++ while it compiles.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(ftt_flags INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
  # A file that is compiled with others is taken for a header, in which a type of one file alone would be a fault.
  target_compile_options(ftt_flags INTERFACE $<$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>:-Wno-subobject-linkage>)
  # And how far it may grow by functions that are drawn into others is one measure for all of them: it would be used up.
  target_compile_options(ftt_flags INTERFACE $<$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>:--param=inline-unit-growth=100>)
endif()

# What runs at each key is built for speed in the Wasm module too. For each file that is built for size, whatever -O comes
# last, Emscripten tells the compiler to draw no function into another: not even std::move, so that each is slower and
# larger. -finline-functions takes that back (CMakePresets.json); here the -O2 takes the place of the preset's flags.
set(FTT_QUICK_LAYERS base form calc rules)

# Half of what compiling a small file takes is reading these. Precompiled they would hide a forgotten include, so the
# layers of the native preset do without (CMAKE_DISABLE_PRECOMPILE_HEADERS).
set(FTT_STANDARD_HEADERS <algorithm> <array> <cstdint> <map> <optional> <set> <span> <string> <string_view> <utility>
  <variant> <vector>)

# Compiling takes most of the tests' time, and headers take most of that: so the tests, and natively the layers too, are
# compiled some files at a time, as one. What a file keeps to itself therefore has a name of its own in its whole folder.
# For the Wasm module each file of a layer is compiled by itself, which finds an include that was forgotten and a name
# that hides another.
function(ftt_compile_as_one target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
endfunction()

function(ftt_layer name)
  add_library(ftt_${name} STATIC ${ARGN})
  if(NOT EMSCRIPTEN)
    ftt_compile_as_one(ftt_${name})
  endif()
  if(EMSCRIPTEN AND name IN_LIST FTT_QUICK_LAYERS)
    set(CMAKE_CXX_FLAGS_MINSIZEREL "-O2 -DNDEBUG" PARENT_SCOPE)
  endif()
  # Under the sanitizers running takes longer than compiling some files as one, and -O1 inlines nothing.
  if(FTT_SANITIZE)
    target_compile_options(ftt_${name} PRIVATE -O2)
  endif()
  target_include_directories(ftt_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(ftt_${name} PRIVATE ftt_flags)
  target_compile_options(ftt_${name} PRIVATE -fno-exceptions -fno-rtti)
  target_precompile_headers(ftt_${name} PRIVATE ${FTT_STANDARD_HEADERS})
  foreach(below IN LISTS FTT_LAYERS)
    if(below STREQUAL name)
      break()
    endif()
    if(TARGET ftt_${below} AND NOT below IN_LIST FTT_FACES)
      target_link_libraries(ftt_${name} PUBLIC ftt_${below})
    endif()
  endforeach()
endfunction()

# doctest's own code is compiled once, for every test program. It reports a failed REQUIRE by an exception.
if(EMSCRIPTEN)
  set(FTT_TEST_EXCEPTIONS -fexceptions)
endif()
add_library(ftt_test_main OBJECT EXCLUDE_FROM_ALL "${CMAKE_SOURCE_DIR}/tests/main.cpp")
target_include_directories(ftt_test_main SYSTEM PRIVATE "${FTT_HEADERS}")
target_compile_options(ftt_test_main PRIVATE ${FTT_TEST_EXCEPTIONS})

# What every file has a copy of, such as the members of std::string, is linked from the file that comes first: from a
# layer, which is built to be quick, and not from a test. Base comes as a library, since a test replaces its assertion.
function(ftt_objects_of_layers name result)
  set(objects "")
  foreach(layer IN LISTS FTT_LAYERS)
    if(NOT layer STREQUAL base AND (layer STREQUAL name OR NOT layer IN_LIST FTT_FACES))
      list(APPEND objects $<TARGET_OBJECTS:ftt_${layer}>)
    endif()
    if(layer STREQUAL name)
      break()
    endif()
  endforeach()
  set(${result} "${objects}" PARENT_SCOPE)
endfunction()

function(ftt_test name)
  ftt_objects_of_layers(${name} quick_objects)
  add_executable(test_${name} ${ARGN} ${quick_objects} $<TARGET_OBJECTS:ftt_test_main>)
  ftt_compile_as_one(test_${name})
  target_include_directories(test_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_include_directories(test_${name} SYSTEM PRIVATE "${FTT_HEADERS}")
  target_link_libraries(test_${name} PRIVATE ftt_${name} ftt_flags)
  target_compile_definitions(test_${name} PRIVATE FTT_TESTS_DIR="${CMAKE_SOURCE_DIR}/tests")
  target_compile_options(test_${name} PRIVATE ${FTT_TEST_EXCEPTIONS})
  target_precompile_headers(test_${name} PRIVATE ${FTT_STANDARD_HEADERS} <doctest/doctest.h>)
  set_target_properties(test_${name} PROPERTIES DISABLE_PRECOMPILE_HEADERS OFF)
  # A test runs for less time than optimising it takes; what it tests is built as it is shipped.
  target_compile_options(test_${name} PRIVATE $<$<CONFIG:Release>:-O0>)
  if(EMSCRIPTEN)
    target_link_options(test_${name} PRIVATE ${FTT_TEST_EXCEPTIONS} -O1 ${FTT_NODE_OPTIONS} -s${FTT_STACK_SIZE}=1MB)
  endif()
  add_test(NAME ${name} COMMAND test_${name} --no-colors)
endfunction()
