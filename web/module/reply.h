// How both modules answer JavaScript: the address of one Reply, whose bytes are good until the next call. web/package/reply.mjs
// reads it.
//
// Does not know what is asked or answered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "base/result.h"
#include "base/text.h"

namespace ftt {

enum class ReplyStatus : std::uint32_t { good, problem };

struct Reply {
  ReplyStatus status = ReplyStatus::good;
  const void* address = nullptr;
  std::size_t size = 0;
};

// {"code":…,"where":…,"message":…}
inline void append_error(std::string& text, const Error& error) {
  append(text, "{\"code\":");
  append_json_string(text, name_of(error.code));
  append(text, ",\"where\":");
  append_json_string(text, error.where);
  append(text, ",\"message\":");
  append_json_string(text, error.message);
  append(text, "}");
}

// Holds the last reply of a module and the text in it.
class Answerer {
 public:
  const Reply* good(std::string text) { return text_reply(ReplyStatus::good, std::move(text)); }

  // Bytes that live elsewhere until the next call.
  const Reply* good(const void* address, std::size_t size) {
    reply_ = {ReplyStatus::good, address, size};
    return &reply_;
  }

  const Reply* problem(const Error& error) {
    std::string text;
    append_error(text, error);
    return text_reply(ReplyStatus::problem, std::move(text));
  }

 private:
  const Reply* text_reply(ReplyStatus status, std::string text) {
    text_ = std::move(text);
    reply_ = {status, text_.data(), text_.size()};
    return &reply_;
  }

  std::string text_;
  Reply reply_;
};

}  // namespace ftt
