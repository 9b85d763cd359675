# Dear ImGui as the static library ftt_imgui, from the source that `make setup` unpacked or that IMGUI_DIR names.
#
# Its own warnings are its own affair (-w); those who link it see its headers as a system's. Does not fetch anything.
set(FTT_IMGUI_DIR "$ENV{IMGUI_DIR}" CACHE PATH "the source of Dear ImGui 1.92.2b")
if(NOT FTT_IMGUI_DIR)
  set(FTT_IMGUI_DIR "${CMAKE_SOURCE_DIR}/build/deps/imgui" CACHE PATH "the source of Dear ImGui 1.92.2b" FORCE)
endif()

if(EXISTS "${FTT_IMGUI_DIR}/imgui.cpp")
  add_library(ftt_imgui STATIC EXCLUDE_FROM_ALL
    "${FTT_IMGUI_DIR}/imgui.cpp"
    "${FTT_IMGUI_DIR}/imgui_draw.cpp"
    "${FTT_IMGUI_DIR}/imgui_tables.cpp"
    "${FTT_IMGUI_DIR}/imgui_widgets.cpp")
  target_include_directories(ftt_imgui SYSTEM PUBLIC "${FTT_IMGUI_DIR}")
  target_include_directories(ftt_imgui PRIVATE "${CMAKE_SOURCE_DIR}/src")
  target_compile_definitions(ftt_imgui PUBLIC IMGUI_USER_CONFIG="canvas/imconfig.h")
  target_compile_options(ftt_imgui PRIVATE -w -fno-exceptions -fno-rtti)
  if(EMSCRIPTEN)
    target_compile_options(ftt_imgui PRIVATE -Oz)  # 6% of the canvas's module
  endif()
else()
  message(FATAL_ERROR "Dear ImGui is not at ${FTT_IMGUI_DIR}; `make setup` brings it, or IMGUI_DIR names a copy.")
endif()
