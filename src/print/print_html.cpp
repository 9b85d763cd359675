// Making a text inert, and the pieces around it. See print_html.h.
#include "print/print_html.h"

#include "base/text.h"

namespace ftt::print {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_control(char c) {
  const unsigned char byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

// How many letters may follow each other without a place to break. A browser shapes what stands between two such
// places as one piece, in scripts whose letters join again for each line of it.
constexpr std::size_t longest_run = 60;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// Marks that belong to the letter before them (U+0300 to U+036F), and what joins two signs into one (U+200D).
bool continues_a_letter(std::string_view from) {
  return from.starts_with('\xCC') || (from.starts_with('\xCD') && from[1] < '\xB0') || from.starts_with("\xE2\x80\x8D");
}

std::string term(std::string_view label, std::string_view content, std::string_view css_class) {
  return concat("<div class=\"", css_class, "\"><dt>", inert(label), "</dt><dd>", content, "</dd></div>");
}

// An answer above its rule, or the rule alone.
std::string ruled(std::string_view label, std::string_view value, std::string_view css_class) {
  const std::string content = value.empty() ? std::string("<span class=\"hidden\">not answered</span>")
                                            : concat("<bdi>", breakable(value), "</bdi>");
  return term(label, content, css_class);
}

}  // namespace

std::string inert(std::string_view text) {
  std::string harmless;
  harmless.reserve(text.size());
  for (const char c : text) {
    if (is_control(c)) {
      append(harmless, replacement);
    } else {
      harmless.push_back(c);
    }
  }
  return html_escape(harmless);
}

std::string inert_sentence(std::string_view text) {
  constexpr std::string_view minus = "−$";
  std::string html = inert(text);
  for (std::size_t at = html.find(minus); at != std::string::npos; at = html.find(minus, at + 1)) {
    html.insert(at + minus.size() - 1, "&#8288;");
  }
  return html;
}

std::string breakable(std::string_view text) {
  std::string html;
  std::size_t run = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    run = is_blank(text[at]) ? 0 : run + 1;
    if (run <= longest_run || continues_a_letter(text.substr(at))) continue;
    append(html, inert(text.substr(begin, at - begin)), "<wbr>");
    begin = at;
    run = 1;
  }
  return html + inert(text.substr(begin));
}

std::string small(std::string_view html) {
  return html.empty() ? "" : concat("<div class=\"small\">", html, "</div>");
}

std::string isolated(std::string_view text) {
  return text.empty() ? blank() : concat("<bdi>", breakable(text), "</bdi>");
}

std::string blank() {
  return "<span class=\"blank\"><span class=\"hidden\">not answered</span></span>";
}

std::string flowing_text(std::string_view of, std::string_view heading, std::string_view text) {
  std::string html =
      concat("<div class=\"item\"><div class=\"flow\"><h4 class=\"flow-head\"><span class=\"part-name\">", inert(of),
             "</span><span>", inert(heading), "</span></h4>");
  if (text.empty()) {
    append(html,
           "<div class=\"lines\"><span class=\"hidden\">not answered</span><span class=\"blank\"></span>"
           "<span class=\"blank\"></span><span class=\"blank\"></span></div>");
  } else {
    append(html, "<div class=\"long\" dir=\"auto\">", breakable(text), "</div>");
  }
  return html + "</div></div>";
}

std::string ticks(std::span<const Tick> choices) {
  std::string html = "<ul class=\"choices\">";
  for (const Tick& choice : choices) {
    append(html, "<li><span class=\"tick\" aria-hidden=\"true\">", choice.is_ticked ? "X" : "", "</span><span>",
           choice.label, choice.is_ticked ? "<span class=\"hidden\"> (chosen)</span>" : "", "</span></li>");
  }
  return html + "</ul>";
}

std::string part(const PartHead& head, std::string_view content) {
  return concat("<div class=\"part\" role=\"group\" aria-labelledby=\"", head.id, "\"><h3 id=\"", head.id,
                "\"><span class=\"letter\">Part ", head.letter, "</span> <span>", inert(head.title), "</span></h3>",
                head.note.empty() ? "" : concat("<p class=\"note\">", inert(head.note), "</p>"), content, "</div>\n");
}

std::string boxes(std::span<const Box> row) {
  std::string html = "<dl class=\"boxes\">";
  for (const Box& box : row) append(html, term(box.label, box.content, concat("box w", box.width)));
  return html + "</dl>";
}

std::string ledger(std::string_view caption, std::span<const LedgerRow> rows) {
  std::string html = concat("<table class=\"ledger\"><caption class=\"hidden\">", inert(caption),
                            "</caption><thead><tr><th scope=\"col\" class=\"line\">Line</th><th scope=\"col\">Item</th>"
                            "<th scope=\"col\" class=\"amount\">Entry</th></tr></thead><tbody>");
  for (const LedgerRow& row : rows) {
    append(html, row.emphasis == Emphasis::total ? "<tr class=\"total\">" : "<tr>", "<td class=\"line\">",
           inert(row.number), "</td><th scope=\"row\">", inert(row.label), small(breakable(row.note)),
           "</th><td class=\"amount\">", isolated(row.value), "</td></tr>");
  }
  return html + "</tbody></table>";
}

std::string signature(const Signature& block) {
  std::string html = concat("<div class=\"signature\"><h4>", inert(block.label), "</h4><dl>");
  append(html, ruled(block.name_label, block.name, "ruled half"), ruled(block.title_label, block.title, "ruled half"));
  append(html, ruled(block.signature_label, "", "ruled sign half"));
  if (block.decision.empty()) {
    append(html, ruled(block.date_label, block.date, "ruled date half"));
  } else {
    append(html, ruled(block.date_label, block.date, "ruled date quarter"),
           term(block.decision_label, ticks(block.decision), "decision quarter"));
  }
  append(html, "</dl>", small(block.note));
  return html + "</div>";
}

}  // namespace ftt::print
