// Lines in, answers out, on several threads. See lines.h.
#include "cli/lines.h"

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "base/text.h"
#include "packet/evaluation.h"
#include "packet/packet.h"

namespace ftt::cli {
namespace {

// As many as are held at a time, or as much text.
constexpr std::size_t most_lines = 256;

struct Line {
  std::size_t number = 0;
  std::string text;
  bool is_too_long = false;  // the text is not kept then
};

struct Answered {
  std::string text;
  bool is_error = false;
};

Answered refused(std::size_t number, const Error& error) {
  std::string text = concat("{\"line\":", number, ",\"error\":{\"code\":");
  append_json_string(text, name_of(error.code));
  append(text, ",\"message\":");
  append_json_string(text, to_string(error));
  return {text + "}}\n", true};
}

Answered answer(const Line& line, const Rates& rates, const FileUse& use) {
  if (line.is_too_long) {
    return refused(line.number,
                   {ErrorCode::limit_exceeded, "",
                    concat("The line has more than ", with_thousands_commas(static_cast<long long>(largest_packet)),
                           " bytes; a packet has at most so many.")});
  }
  const Result<OpenedPacket> opened = read_packet(line.text);
  if (!opened) return refused(line.number, opened.error());
  const Evaluation evaluation = evaluate(rates, *opened, use.today, use.agency.calc(), use.agency.policy);
  std::string text = concat("{\"line\":", line.number, ",\"id\":");
  if (opened->packet.id.empty()) {
    text += "null";
  } else {
    append_json_string(text, opened->packet.id);
  }
  // The members of the answer go on in the same object.
  append(text, ",", std::string_view(write_json_compact(evaluation.json)).substr(1), "\n");
  return {std::move(text), false};
}

// Takes the lines apart as the bytes come, and answers them in their order.
class LineByLine {
 public:
  LineByLine(const FileUse& use, const Environment& environment)
      : use_(use), rates_(use.rates(environment)), write_(environment.write) {}

  // Whether it goes on: not once an answer could not be written.
  bool take(std::string_view block) {
    while (!block.empty()) {
      const std::size_t end = std::min(block.find('\n'), block.size());
      add(block.substr(0, end));
      const bool is_whole = end < block.size();
      block.remove_prefix(end + (is_whole ? 1 : 0));
      if (is_whole) end_line();
      if ((lines_.size() >= most_lines || text_ >= largest_packet) && !answer_all()) return false;
    }
    return answer_all();
  }

  // The last line needs no line end.
  bool finish() {
    if (!line_.text.empty() || line_.is_too_long) end_line();
    return answer_all();
  }

  bool had_error() const { return had_error_; }

 private:
  void add(std::string_view part) {
    line_.is_too_long = line_.is_too_long || line_.text.size() + part.size() > largest_packet;
    if (line_.is_too_long) {
      line_.text = std::string();
    } else {
      line_.text += part;
    }
  }

  void end_line() {
    line_.number = ++number_;
    text_ += line_.text.size();
    if (line_.is_too_long || !trim(line_.text).empty()) lines_.push_back(std::move(line_));
    line_ = Line();
  }

  // Each thread takes the next line that nobody has.
  bool answer_all() {
    if (lines_.empty()) return true;
    std::vector<Answered> answers(lines_.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < lines_.size(); i = next++) answers[i] = answer(lines_[i], rates_, use_);
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < std::min(use_.jobs.value_or(1), lines_.size()); ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
    lines_.clear();
    text_ = 0;
    return std::all_of(answers.begin(), answers.end(), [&](const Answered& one) {
      had_error_ = had_error_ || one.is_error;
      return write_(one.text);
    });
  }

  const FileUse& use_;
  const Rates& rates_;
  const std::function<bool(std::string_view)>& write_;
  Line line_;  // the one that is coming
  std::size_t number_ = 0;
  std::vector<Line> lines_;  // those that wait for their answers
  std::size_t text_ = 0;     // the bytes of them
  bool had_error_ = false;
};

}  // namespace

Outcome evaluate_lines(std::string_view file, const FileUse& use, const Environment& environment) {
  LineByLine lines(use, environment);
  const Result<Unit> read = environment.stream(file, [&](std::string_view block) { return lines.take(block); });
  if (!read) return {Exit::bad_use, "", concat(use.messages, "telework: ", read.error().message, "\n")};
  lines.finish();
  return {lines.had_error() ? Exit::packet_has_problems : Exit::good, "", use.messages};
}

}  // namespace ftt::cli
