// The frame: the regions placed on the stage, and what the pointer does with them. See canvas.h.
#include "canvas/canvas.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>

namespace ftt {
namespace {

constexpr float wide_stage = 1024, medium_stage = 641, lowest_fixed_stage = 480;
constexpr float steps_width = 256, result_width = 340, steps_padding = 8;
constexpr int frames_after_an_event = 3;

// A quick fingerprint of a piece of memory; equal pictures have equal ones.
std::uint64_t mixed(std::uint64_t hash, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  };
  for (; size >= 8; size -= 8, bytes += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    mix(word);
  }
  std::uint64_t rest = size;
  std::memcpy(&rest, bytes, size);
  mix(rest);
  return hash;
}

ImGuiMouseSource source_of(PointerKind kind) {
  switch (kind) {
    case PointerKind::touch:
      return ImGuiMouseSource_TouchScreen;
    case PointerKind::pen:
      return ImGuiMouseSource_Pen;
    case PointerKind::mouse:
    case PointerKind::gone:
      break;
  }
  return ImGuiMouseSource_Mouse;
}

}  // namespace

Canvas::Canvas() : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  style.AntiAliasedLinesUseTex = false;  // so that only glyphs read the texture
}

Canvas::~Canvas() {
  ImGui::SetCurrentContext(context_);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

Result<Unit> Canvas::set_fonts(std::string_view regular, std::string_view semibold) {
  ImGui::SetCurrentContext(context_);
  frames_wanted_ = frames_after_an_event;
  return typeface_.load(*ImGui::GetIO().Fonts, regular, semibold);
}

Result<Unit> Canvas::apply_patch(std::string_view answer) {
  frames_wanted_ = frames_after_an_event;
  return nodes_.apply(answer);
}

void Canvas::resize(float width, float height, float device_pixel_ratio) {
  width_ = width;
  height_ = height;
  typeface_.set_density(std::clamp(device_pixel_ratio, 0.5F, 8.0F));
  frames_wanted_ = frames_after_an_event;
}

void Canvas::set_theme(Theme theme) {
  theme_ = theme;
  frames_wanted_ = frames_after_an_event;
}

void Canvas::set_scroll(std::string_view region, float top, float left) {
  for (int i = 0; i <= static_cast<int>(Region::actions); ++i) {
    if (region == (i == 0 ? std::string_view("stage") : name_of(static_cast<Region>(i)))) scrolls_[i] = {top, left};
  }
  frames_wanted_ = frames_after_an_event;
}

void Canvas::set_focus(std::string_view id, FocusRing ring) {
  focus_ = {std::string(id), ring};
  frames_wanted_ = frames_after_an_event;
}

void Canvas::pointer(float x, float y, bool pressed, PointerKind kind) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  const bool is_gone = kind == PointerKind::gone;
  if (!is_gone) io.AddMouseSourceEvent(source_of(kind));
  // A press that is taken away ends outside of everything, so that it presses nothing.
  io.AddMousePosEvent(is_gone ? -FLT_MAX : x, is_gone ? -FLT_MAX : y);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, !is_gone && pressed);
  // A finger that has been lifted points at nothing.
  if (kind == PointerKind::touch && !pressed) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  frames_wanted_ = frames_after_an_event;
}

FrameReport Canvas::frame(double milliseconds) {
  FrameReport report;
  report.cursor = "default";
  if (!typeface_.is_loaded() || nodes_.root() == nullptr || width_ < 1 || height_ < 1) return report;
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  const float density = typeface_.density();
  io.DisplaySize = {width_, height_};
  io.DisplayFramebufferScale = {density, density};
  io.DeltaTime = std::clamp(static_cast<float>(milliseconds - last_milliseconds_) / 1000, 0.001F, 1.0F);
  last_milliseconds_ = milliseconds;
  ImGui::GetStyle().CircleTessellationMaxError = 0.3F / density;

  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("stage", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::GetWindowDrawList()->_FringeScale = 1 / density;
  draw_stage(report);
  ImGui::End();
  ImGui::Render();

  if (next_layout_ != layout_) {
    std::swap(layout_, next_layout_);
    report.layout = &layout_;
  }
  const std::uint64_t picture = fingerprint();
  report.drawn = picture != picture_;
  for (const ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    report.drawn = report.drawn || texture->Status != ImTextureStatus_OK;
  }
  frames_wanted_ = std::max(0, frames_wanted_ - 1);
  report.more = frames_wanted_ > 0 || picture != picture_ || !context_->InputEventsQueue.empty();
  picture_ = picture;
  return report;
}

ImDrawData* Canvas::draw_data() {
  ImGui::SetCurrentContext(context_);
  return ImGui::GetDrawData();
}

float Canvas::text_width(std::string_view text) const {
  ImGui::SetCurrentContext(context_);
  return typeface_.width(TextStyle::body, text);
}

void Canvas::textures_taken() {
  ImGui::SetCurrentContext(context_);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID));
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

void Canvas::textures_lost() {
  ImGui::SetCurrentContext(context_);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_OK) texture->SetStatus(ImTextureStatus_WantCreate);
  }
  picture_ = 0;
  frames_wanted_ = frames_after_an_event;
}

std::uint64_t Canvas::fingerprint() const {
  const float view[] = {width_, height_, typeface_.density(), static_cast<float>(theme_)};
  std::uint64_t hash = mixed(1, view, sizeof view);
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    hash = mixed(hash, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    hash = mixed(hash, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) hash = mixed(hash, &command.ClipRect, sizeof command.ClipRect);
  }
  return hash;
}

const NodeRecord* Canvas::region(Region wanted) const {
  for (const std::string& id : nodes_.root()->children) {
    const NodeRecord* record = nodes_.find(id);
    if (record != nullptr && record->node.region == wanted) return record;
  }
  return nullptr;
}

void Canvas::draw_stage(FrameReport& report) {
  next_layout_ = {};
  next_layout_.width = width_;
  Stage stage{nodes_, focus_, report, next_layout_};
  const bool has_result_beside = region(Region::result) == nullptr || width_ >= wide_stage;
  if (width_ >= medium_stage && height_ >= lowest_fixed_stage && has_result_beside) {
    draw_side_by_side(stage);
  } else {
    draw_stacked(stage);
  }
}

bool Canvas::is_folded(const NodeRecord& steps) const {
  const NodeRecord* first = steps.children.empty() ? nullptr : nodes_.find(steps.children.front());
  return first != nullptr && first->node.kind == NodeKind::disclosure;
}

float Canvas::measured(Stage& stage, const NodeRecord& record, Setting setting, float w, float padding) {
  const Painter painter(*ImGui::GetWindowDrawList(), typeface_, palette(theme_), {0, 0, w, height_}, 0, Pass::measure);
  return Scene(stage, painter, record.node.region).draw_region(record, setting, w, padding).h;
}

float Canvas::draw_region(Stage& stage, const Placement& placement) {
  const Palette& colors = palette(theme_);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& rect = placement.rect;
  const Region name = placement.record->node.region;
  const bool is_panel = name == Region::steps || name == Region::result;
  const Color ground = name == Region::banner ? colors.banner : is_panel ? colors.panel : colors.page;
  ImGui::PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
  Painter(list, typeface_, colors, rect, 0, Pass::draw).fill({0, 0, rect.w, rect.h}, ground);
  // Only what is in the window is worth drawing; the rest is laid out alone.
  Rect seen = rect;
  seen.y = std::clamp(rect.y, 0.0F, height_);
  seen.h = std::clamp(rect.bottom(), seen.y, std::max(seen.y, height_)) - seen.y;
  seen.x -= placement.scroll.left;
  seen.w += placement.scroll.left;
  const Painter painter(list, typeface_, colors, seen, placement.scroll.top + seen.y - rect.y, Pass::draw);
  const Extent content =
      Scene(stage, painter, name).draw_region(*placement.record, placement.setting, rect.w, placement.padding);
  ImGui::PopClipRect();
  stage.layout.regions.push_back({name, rect, content.h, content.w});
  return content.h;
}

void Canvas::draw_side_by_side(Stage& stage) {
  const Palette& colors = palette(theme_);
  next_layout_.height = height_;
  const float bar_padding = 20;
  const NodeRecord *banner = region(Region::banner), *actions = region(Region::actions);
  const float top = banner != nullptr ? measured(stage, *banner, Setting::bar, width_, bar_padding) : 0;
  const NodeRecord *steps = region(Region::steps), *result = region(Region::result);
  const float left = steps == nullptr ? 0 : width_ >= wide_stage ? steps_width : 232;
  const float right = width_ - (result != nullptr ? result_width : 0);
  const float padding = width_ >= wide_stage ? 34 : 28, foot_padding = column_left(right - left, padding);
  const float bottom =
      height_ - (actions != nullptr ? measured(stage, *actions, Setting::bar, right - left, foot_padding) : 0);
  const auto scroll_of = [&](Region name) { return scrolls_[static_cast<int>(name)]; };

  if (banner != nullptr) draw_region(stage, {banner, Setting::bar, {0, 0, width_, top}, bar_padding, {}});
  Painter rules(*ImGui::GetWindowDrawList(), typeface_, colors, {0, 0, width_, height_}, 0, Pass::draw);
  if (steps != nullptr) {
    draw_region(stage, {steps, Setting::steps, {0, top, left, height_ - top}, 12, scroll_of(Region::steps)});
    rules.fill({left - 1, top, 1, height_ - top}, colors.hairline);
  }
  if (const NodeRecord* main = region(Region::main)) {
    draw_region(stage,
                {main, Setting::column, {left, top, right - left, bottom - top}, padding, scroll_of(Region::main)});
  }
  if (result != nullptr) {
    draw_region(stage,
                {result, Setting::column, {right, top, result_width, height_ - top}, 24, scroll_of(Region::result)});
    rules.fill({right, top, 1, height_ - top}, colors.hairline);
  }
  if (actions != nullptr) {
    draw_region(stage, {actions, Setting::bar, {left, bottom, right - left, height_ - bottom}, foot_padding, {}});
    rules.hairline(left, bottom, right - left, colors.hairline);
  }
}

void Canvas::draw_stacked(Stage& stage) {
  const Palette& colors = palette(theme_);
  const float scroll = std::round(scrolls_[0].top), padding = width_ < medium_stage ? 20 : 28;
  float top = 0;
  for (const Region name : {Region::banner, Region::steps, Region::main, Region::actions, Region::result}) {
    const NodeRecord* record = region(name);
    if (record == nullptr) continue;
    const bool is_bar = name == Region::banner || name == Region::actions;
    const bool is_fold = name == Region::steps && is_folded(*record);
    const Setting setting = is_bar                  ? Setting::bar
                            : is_fold               ? Setting::folded_steps
                            : name == Region::steps ? Setting::compact_steps
                                                    : Setting::column;
    const float own_padding = is_fold                   ? 0
                              : name == Region::steps   ? steps_padding
                              : name == Region::actions ? column_left(width_, padding)
                                                        : padding;
    const float high = std::ceil(measured(stage, *record, setting, width_, own_padding));
    const Scroll sideways{0, name == Region::steps ? scrolls_[static_cast<int>(name)].left : 0};
    draw_region(stage, {record, setting, {0, top - scroll, width_, high}, own_padding, sideways});
    next_layout_.regions.back().rect.y = top;
    Painter rule(*ImGui::GetWindowDrawList(), typeface_, colors, {0, 0, width_, height_}, scroll, Pass::draw);
    if (top > 0) rule.hairline(0, top, width_, colors.hairline);
    top += high;
  }
  next_layout_.height = top;
}

}  // namespace ftt
