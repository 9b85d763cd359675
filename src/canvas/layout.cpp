// The report of a frame as JSON. See layout.h.
#include "canvas/layout.h"

#include <charconv>
#include <cmath>

namespace ftt {
namespace {

void append_text(std::string& json, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  json += '"';
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      json.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    } else {
      if (c == '"' || c == '\\') json += '\\';
      json += c;
    }
  }
  json += '"';
}

// Two decimal places are finer than any screen shows.
void append_length(std::string& json, float length) {
  long hundredths = std::lround(length * 100.0F);
  if (hundredths < 0) json += '-';
  hundredths = hundredths < 0 ? -hundredths : hundredths;
  char digits[24];
  auto end = std::to_chars(digits, digits + sizeof digits, hundredths / 100).ptr;
  json.append(digits, end);
  if (hundredths % 100 != 0) {
    json += '.';
    json += static_cast<char>('0' + hundredths % 100 / 10);
    json += static_cast<char>('0' + hundredths % 10);
  }
}

void append_rect(std::string& json, const Rect& rect) {
  append_length(json, rect.x);
  json += ',';
  append_length(json, rect.y);
  json += ',';
  append_length(json, rect.w);
  json += ',';
  append_length(json, rect.h);
}

void append_layout(std::string& json, const Layout& layout) {
  json += "{\"stage\":{\"w\":";
  append_length(json, layout.width);
  json += ",\"h\":";
  append_length(json, layout.height);
  json += "},\"regions\":[";
  const char* separator = "";
  for (const PlacedRegion& region : layout.regions) {
    json.append(separator).append("{\"name\":\"").append(name_of(region.region));
    const Rect& rect = region.rect;
    const std::pair<const char*, float> members[] = {{"\",\"x\":", rect.x},
                                                     {",\"y\":", rect.y},
                                                     {",\"w\":", rect.w},
                                                     {",\"h\":", rect.h},
                                                     {",\"content_height\":", region.content_height},
                                                     {",\"content_width\":", region.content_width}};
    for (const auto& [name, length] : members) {
      json += name;
      append_length(json, length);
    }
    json += '}';
    separator = ",";
  }
  json += "],\"rects\":[";
  separator = "";
  for (const PlacedItem& item : layout.items) {
    json.append(separator).append("[");
    append_text(json, item.id);
    json.append(",\"").append(name_of(item.region)).append("\",");
    append_rect(json, item.rect);
    json += item.ink == Ink::element ? ",1]" : "]";
    separator = ",";
  }
  json += "]}";
}

}  // namespace

std::string to_json(const FrameReport& report) {
  std::string json = "{\"more\":";
  json += report.more ? "true" : "false";
  json += report.drawn ? ",\"drawn\":true" : ",\"drawn\":false";
  json.append(",\"cursor\":\"").append(report.cursor).append("\"");
  if (!report.focus.empty()) {
    json += ",\"focus\":";
    append_text(json, report.focus);
  }
  if (!report.edits.empty()) {
    json += ",\"edits\":[";
    const char* separator = "";
    for (const PointerEdit& edit : report.edits) {
      json.append(separator).append("{\"id\":");
      append_text(json, edit.id);
      json += edit.action == PointerAction::choose ? ",\"action\":\"choose\",\"value\":"
                                                   : ",\"action\":\"press\",\"value\":";
      append_text(json, edit.value);
      json += '}';
      separator = ",";
    }
    json += ']';
  }
  if (report.layout != nullptr) {
    json += ",\"layout\":";
    append_layout(json, *report.layout);
  }
  json += '}';
  return json;
}

}  // namespace ftt
