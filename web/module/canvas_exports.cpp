// The canvas's flat functions for JavaScript; web/canvas/canvas_host.mjs and the two renderers are their only callers.
//
// A module's instance is one canvas: several on a page are several instances. Every function that answers gives the
// address of one Reply, good until the next call. What a frame drew is read by exactly one of two calls: triangles, for
// WebGL, or pixels.
//
// Does not: decide what is on the screen (the patches do), or keep state but the canvas.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "canvas/canvas.h"
#include "canvas/rasterizer.h"
#include "web/module/reply.h"

namespace ftt {
namespace {

struct Host {
  Canvas canvas;
  Rasterizer rasterizer;
  std::vector<std::uint32_t> words;  // of the last triangles or pixels
  Answerer answerer;
};

Host& host() {
  static Host the_host;
  return the_host;
}

const Reply* done(const Result<Unit>& result) {
  return result ? host().answerer.good("") : host().answerer.problem(result.error());
}

std::uint32_t address_of(const void* pointer) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

std::uint32_t pixel(float length, float scale) {
  return static_cast<std::uint32_t>(std::max(0.0F, std::round(length * scale)));
}

// What is to be done with a texture: nothing, make it, or write some of its rows.
enum class TextureTask : std::uint32_t { keep, create, update, destroy };

TextureTask task_of(const ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      return TextureTask::create;
    case ImTextureStatus_WantUpdates:
      return TextureTask::update;
    case ImTextureStatus_WantDestroy:
      return TextureTask::destroy;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
      break;
  }
  return TextureTask::keep;
}

}  // namespace
}  // namespace ftt

using ftt::Reply;

extern "C" {

// Dear ImGui can read its windows' places from a file, which it is never given here. The C library's reader, which
// would come along for that, is a twentieth of this module.
int sscanf(const char*, const char*, ...) {
  return 0;
}

char* ftt_allocate(std::size_t size) {
  return static_cast<char*>(std::malloc(size));
}
void ftt_release(char* address) {
  std::free(address);
}

const Reply* ftt_canvas_fonts(const char* regular, std::size_t regular_size, const char* semibold,
                              std::size_t semibold_size) {
  return ftt::done(ftt::host().canvas.set_fonts({regular, regular_size}, {semibold, semibold_size}));
}

// Takes what a session answered, as it came.
const Reply* ftt_canvas_patch(const char* answer, std::size_t size) {
  return ftt::done(ftt::host().canvas.apply_patch({answer, size}));
}

void ftt_canvas_resize(float width, float height, float device_pixel_ratio) {
  ftt::host().canvas.resize(width, height, device_pixel_ratio);
}

// 0 light, 1 dark; 2 more for more contrast.
void ftt_canvas_theme(std::uint32_t theme) {
  ftt::host().canvas.set_theme(theme < 4 ? static_cast<ftt::Theme>(theme) : ftt::Theme::light);
}

void ftt_canvas_scroll(const char* region, std::size_t size, float top, float left) {
  ftt::host().canvas.set_scroll({region, size}, top, left);
}

// Kinds: 0 mouse, 1 touch, 2 pen, 3 gone.
void ftt_canvas_pointer(float x, float y, std::uint32_t is_pressed, std::uint32_t kind) {
  const auto known = kind < 3 ? static_cast<ftt::PointerKind>(kind) : ftt::PointerKind::gone;
  ftt::host().canvas.pointer(x, y, is_pressed != 0, known);
}

void ftt_canvas_focus(const char* id, std::size_t size, std::uint32_t is_visible) {
  ftt::host().canvas.set_focus({id, size}, is_visible != 0 ? ftt::FocusRing::shown : ftt::FocusRing::hidden);
}

// The report of canvas/layout.h as JSON.
const Reply* ftt_canvas_frame(double milliseconds) {
  return ftt::host().answerer.good(to_json(ftt::host().canvas.frame(milliseconds)));
}

// What the last frame drew, as 32-bit words: ground color, count of textures, count of lists; for each texture
// id, task (keep, create, update, destroy), width, height, address of its alpha bytes, first row and count of rows to
// write; for each list address and bytes of its vertices, address and bytes of its indices, count of commands; for each
// command left, top, right, bottom in device pixels, texture id, count of indices, first index, first vertex.
const Reply* ftt_canvas_triangles() {
  ftt::Host& here = ftt::host();
  std::vector<std::uint32_t>& words = here.words;
  const ImDrawData& data = *here.canvas.draw_data();
  words.assign({here.canvas.ground_color(), 0, static_cast<std::uint32_t>(data.CmdLists.Size)});
  for (const ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    const ftt::TextureTask task = ftt::task_of(*texture);
    const bool whole = task != ftt::TextureTask::update;
    for (const int word : {texture->UniqueID, static_cast<int>(task), texture->Width, texture->Height}) {
      words.push_back(static_cast<std::uint32_t>(word));
    }
    words.push_back(ftt::address_of(texture->Pixels));
    words.push_back(whole ? 0 : texture->UpdateRect.y);
    words.push_back(whole ? static_cast<std::uint32_t>(texture->Height) : texture->UpdateRect.h);
    ++words[1];
  }
  here.canvas.textures_taken();
  const float scale = data.FramebufferScale.x;
  for (const ImDrawList* list : data.CmdLists) {
    words.push_back(ftt::address_of(list->VtxBuffer.Data));
    words.push_back(static_cast<std::uint32_t>(list->VtxBuffer.size_in_bytes()));
    words.push_back(ftt::address_of(list->IdxBuffer.Data));
    words.push_back(static_cast<std::uint32_t>(list->IdxBuffer.size_in_bytes()));
    words.push_back(static_cast<std::uint32_t>(list->CmdBuffer.Size));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const ImVec4& clip = command.ClipRect;
      for (const float edge : {clip.x, clip.y, clip.z, clip.w}) words.push_back(ftt::pixel(edge, scale));
      words.push_back(static_cast<std::uint32_t>(command.GetTexID()));
      words.push_back(command.ElemCount);
      words.push_back(command.IdxOffset);
      words.push_back(command.VtxOffset);
    }
  }
  return here.answerer.good(words.data(), words.size() * sizeof(std::uint32_t));
}

// The last frame, drawn here, as 32-bit words: the address of its RGBA bytes, rows from the top; its width and height
// in device pixels; left, top, width and height of what differs from the frame before.
const Reply* ftt_canvas_pixels() {
  ftt::Host& here = ftt::host();
  ftt::Rasterizer& rasterizer = here.rasterizer;
  rasterizer.draw(*here.canvas.draw_data(), here.canvas.ground_color());
  here.canvas.textures_taken();
  const ftt::PixelArea& changed = rasterizer.changed();
  here.words.assign({ftt::address_of(rasterizer.pixels().data())});
  for (const int word : {rasterizer.width(), rasterizer.height(), changed.left, changed.top,
                         std::max(0, changed.right - changed.left), std::max(0, changed.bottom - changed.top)}) {
    here.words.push_back(static_cast<std::uint32_t>(word));
  }
  return here.answerer.good(here.words.data(), here.words.size() * sizeof(std::uint32_t));
}

void ftt_canvas_textures_lost() {
  ftt::host().canvas.textures_lost();
}

// How wide a text of the body's size is in CSS pixels.
float ftt_canvas_text_width(const char* text, std::size_t size) {
  return ftt::host().canvas.text_width({text, size});
}

}  // extern "C"
