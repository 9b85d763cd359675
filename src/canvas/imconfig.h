// What Dear ImGui is compiled without: nothing here opens files, writes to a terminal, starts a shell or shows tools
// for its own developers, and the font is always ours. Included by imgui.h in every file that sees it (the target
// ftt_imgui says so), so that the library and its users agree. Does not choose colors, fonts or sizes.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_TTY_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
