// Kinds of files by their first bytes. See other_file.h.
#include "packet/other_file.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace ftt {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view open_this =
    "Open the .json file that was saved with it, or the page saved by \"Save as page\".";

struct FileKind {
  std::string_view beginning;
  std::string_view name;  // "a PDF"
};
constexpr auto kinds_by_beginning = std::to_array<FileKind>({
    {"\x89PNG\r\n\x1A\n"sv, "a picture (PNG)"},
    {"\xFF\xD8\xFF"sv, "a picture (JPEG)"},
    {"GIF87a"sv, "a picture (GIF)"},
    {"GIF89a"sv, "a picture (GIF)"},
    {"II*\0"sv, "a picture (TIFF)"},
    {"MM\0*"sv, "a picture (TIFF)"},
    {"{\\rtf"sv, "a document of a word processor (RTF)"},
    {"\x1F\x8B"sv, "a compressed file (gzip)"},
    {"7z\xBC\xAF\x27\x1C"sv, "a compressed file (7z)"},
    {"Rar!\x1A\x07"sv, "a compressed file (RAR)"},
    {"BEGIN:VCALENDAR"sv, "a calendar file, which has only the packet's dates"},
});

// The first of these are at most so far into a file.
constexpr std::size_t most_before_pdf = 1024;
constexpr std::size_t most_looked_at = std::size_t{64} * 1024;

bool has(std::string_view bytes, std::string_view part) {
  return bytes.find(part) != std::string_view::npos;
}

// Text as Windows writes it into Outlook's files: each letter with a zero byte behind it.
std::string wide(std::string_view text) {
  std::string bytes;
  for (const char letter : text) {
    bytes.push_back(letter);
    bytes.push_back('\0');
  }
  return bytes;
}

// What lies in a ZIP container: its first entries are named in its first bytes, all of them in its last.
std::string_view kind_of_container(std::string_view bytes) {
  const std::string_view first = bytes.substr(0, most_looked_at);
  const std::string_view last = bytes.substr(bytes.size() - std::min(bytes.size(), most_looked_at));
  const auto holds = [&](std::string_view part) { return has(first, part) || has(last, part); };
  if (holds("word/"sv)) return "a Word document";
  if (holds("xl/"sv)) return "an Excel workbook";
  if (holds("ppt/"sv)) return "a PowerPoint presentation";
  if (holds("application/vnd.oasis.opendocument"sv)) return "an OpenDocument file";
  return {};
}

// Names of the lines that an e-mail begins with.
constexpr auto mail_headers = std::to_array<std::string_view>(
    {"received", "return-path", "delivered-to", "from", "to", "cc", "subject", "date", "message-id", "mime-version",
     "content-type", "reply-to", "sender", "thread-topic", "dkim-signature", "arc-seal", "authentication-results"});

// "From: …" and one more such line: an e-mail, or a page that a browser has saved as one file in the form of an e-mail.
bool is_mail(std::string_view text) {
  std::size_t headers = 0;
  for (const std::string_view line : split(text.substr(0, most_looked_at), '\n')) {
    if (trim(line).empty()) break;
    if (line.front() == ' ' || line.front() == '\t') continue;  // the line before goes on
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      if (headers == 0 && line.starts_with("From ")) continue;  // a mailbox
      return false;
    }
    const std::string name = to_ascii_lower(line.substr(0, colon));
    const bool is_header =
        name.starts_with("x-") || std::find(mail_headers.begin(), mail_headers.end(), name) != mail_headers.end();
    if (!is_header && headers == 0) return false;
    headers += is_header ? 1 : 0;
  }
  return headers >= 2;
}

Error is_no_packet(std::string_view kind, std::string_view mend = open_this) {
  return {ErrorCode::wrong_format, "", concat("This is ", kind, ", not a packet. ", mend)};
}

constexpr std::string_view save_attachment =
    "Open it in your mail program, save the .json file or the page that is attached to it, and open that.";

}  // namespace

std::optional<Error> what_other_file(std::string_view bytes) {
  const std::string_view text = trim(bytes.substr(0, most_looked_at));
  if (text.empty() && bytes.size() <= most_looked_at) {
    return Error{ErrorCode::empty, "", concat("The file is empty: nothing was saved or sent in it. ", open_this)};
  }
  if (text.empty()) return std::nullopt;
  // A packet and a saved page are what they are, whatever people have typed into them.
  const bool may_be_packet = text.starts_with('{') && !text.starts_with("{\\rtf");
  if (may_be_packet || text.starts_with('<')) return std::nullopt;
  if (has(bytes.substr(0, most_before_pdf), "%PDF-")) {
    return is_no_packet("a PDF", concat("A PDF shows the forms but does not have the answers in it. ", open_this));
  }
  for (const FileKind& kind : kinds_by_beginning) {
    if (bytes.starts_with(kind.beginning)) return is_no_packet(kind.name);
  }
  if (bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP")) return is_no_packet("a picture (WebP)");
  if (bytes.size() > 12 && bytes.substr(4).starts_with("ftyp"))
    return is_no_packet(bytes.substr(8).starts_with("hei") || bytes.substr(8).starts_with("mif")
                            ? "a picture (HEIC)"
                            : "a video or a sound");
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) {
    const std::string_view document = kind_of_container(bytes);
    if (!document.empty()) return is_no_packet(document);
    return is_no_packet("a ZIP archive", "Take the .json file or the saved page out of it, and open that.");
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    if (has(bytes, wide("__substg1.0_")) || has(bytes, wide("__properties_version1.0")))
      return is_no_packet("an e-mail of Outlook", save_attachment);
    return is_no_packet("an Office document");
  }
  if (is_mail(text)) {
    const bool is_saved_page = has(text, "Snapshot-Content-Location:") || has(text, "<Saved by ");
    if (is_saved_page) return is_no_packet("a page that a browser has saved as a web archive");
    return is_no_packet("an e-mail", save_attachment);
  }
  if (is_ascii_letter(text.front()) && text.find('\0') == std::string_view::npos) {
    return Error{ErrorCode::malformed, "", concat("This is text, not a packet. ", open_this)};
  }
  return std::nullopt;
}

}  // namespace ftt
