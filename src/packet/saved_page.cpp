// Putting the packet into a page and finding it there. See saved_page.h.
#include "packet/saved_page.h"

#include <array>

#include "base/text.h"

namespace ftt {
namespace {

constexpr std::string_view opening = "<template id=\"telework-packet\">";
constexpr std::string_view closing = "</template>";

struct Reference {
  std::string_view name;
  std::string_view text;
};
// What html_escape writes, and what browsers write in its place when they save a page.
constexpr std::array<Reference, 7> references = {{{"&amp;", "&"},
                                                  {"&lt;", "<"},
                                                  {"&gt;", ">"},
                                                  {"&quot;", "\""},
                                                  {"&#39;", "'"},
                                                  {"&apos;", "'"},
                                                  {"&nbsp;", "\xC2\xA0"}}};

// The text that the references stand for; an ampersand that begins none of them is kept.
std::string unescape(std::string_view escaped) {
  std::string text;
  text.reserve(escaped.size());
  while (!escaped.empty()) {
    const std::size_t ampersand = escaped.find('&');
    append(text, escaped.substr(0, ampersand));
    if (ampersand == std::string_view::npos) break;
    escaped.remove_prefix(ampersand);
    std::string_view replacement = "&";
    std::size_t length = 1;
    for (const Reference& reference : references) {
      if (!escaped.starts_with(reference.name)) continue;
      replacement = reference.text;
      length = reference.name.size();
      break;
    }
    append(text, replacement);
    escaped.remove_prefix(length);
  }
  return text;
}

}  // namespace

std::string embed_packet(std::string_view packet_json) {
  return concat(opening, html_escape(packet_json), closing);
}

bool looks_like_a_page(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

Result<std::string> extract_packet(std::string_view page) {
  if (page.size() > max_page_bytes) {
    return Error{ErrorCode::limit_exceeded, "", "The page is larger than 48 MiB. Open the packet's JSON file instead."};
  }
  const std::size_t start = page.find(opening);
  if (start == std::string_view::npos) {
    return Error{
        ErrorCode::wrong_format, "",
        "This is a web page or an e-mail without a packet in it. Open the .json file that was saved with it, or "
        "the page saved by \"Save as page\"."};
  }
  const std::string_view rest = page.substr(start + opening.size());
  const std::size_t end = rest.find(closing);
  if (end == std::string_view::npos) {
    return Error{ErrorCode::truncated, "",
                 "The page ends inside of its packet. Copy the file again, or choose the packet's JSON file."};
  }
  return unescape(rest.substr(0, end));
}

}  // namespace ftt
