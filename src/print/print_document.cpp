// The document's parts put together, with margins, seal and packet. See print_document.h.
#include "print/print_document.h"

#include <algorithm>

#include "base/text.h"
#include "packet/field_words.h"
#include "packet/review.h"
#include "packet/saved_page.h"
#include "print/print_analysis_tool.h"
#include "print/print_cover.h"
#include "print/print_ending.h"
#include "print/print_estimate.h"
#include "print/print_findings.h"
#include "print/print_history.h"
#include "print/print_html.h"
#include "print/print_style.h"
#include "print/print_worksheet.h"
#include "view/estimate_page.h"
#include "view/file_name.h"

namespace ftt {
namespace {

constexpr std::string_view document_name = "Full-Time Telework Packet";

// The first digits of a "sha256:…" in groups of four; empty where there is none.
std::string short_digest(std::string_view digest) {
  return digest.starts_with("sha256:") ? digest_words(digest, print::groups_of_a_seal) : std::string();
}

std::string short_seal(const Packet& packet) {
  return short_digest(content_seal(packet));
}

// "Packet 7b0c…, revision 3"
std::string identity(const Packet& packet) {
  std::string text;
  if (!packet.id.empty()) append(text, "Packet ", packet.id);
  if (packet.revision) append(text, text.empty() ? "R" : ", r", "evision ", *packet.revision);
  return text;
}

std::string fact(std::string_view label, std::string_view value) {
  return concat("<div><dt>", label, "</dt><dd>", print::isolated(value), "</dd></div>");
}

std::string identity_list(const Packet& packet) {
  return concat("<dl class=\"identity\">", fact("Packet", packet.id),
                fact("Revision", packet.revision ? concat(*packet.revision) : ""),
                fact("Prepared on", packet.prepared_on ? to_display_without_weekday(*packet.prepared_on) : ""),
                fact("Prepared by", words_of_answer(Leaf::prepared_by, packet.answers).words), "</dl>");
}

// A saved page runs no script, asks for nothing and sends nothing, whatever should come to stand in it.
constexpr std::string_view content_policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri "
    "'none'; form-action 'none'\">\n";

// ---- The heads of the sheets ----

struct SheetHead {
  std::string_view title;
  std::string line;          // below the title
  std::string_view running;  // in the margin of each page, with the edition behind it
};

SheetHead head_of(PrintPart part, const Edition& edition) {
  const std::string order = concat("GSA Order ", edition.name);
  switch (part) {
    case PrintPart::cover:
      return {document_name, concat(order, ", Full-time Telework Arrangements"), document_name};
    case PrintPart::analysis_tool:
      return {"Full-Time Telework Arrangement Analysis Tool", concat("GSA Form 3703, Appendix A of ", order),
              "App. A, GSA Form 3703"};
#define FTT_FORM(name, letter, title, paper, head, ...) \
  case PrintPart::name:                                 \
    return {head, concat("Appendix " letter " of ", order), "App. " letter ", " paper};
#include "form/forms.inc"
    case PrintPart::worksheet:
      return {"Worksheet behind the forms", "App. A, Parts D to H, line by line", "Worksheet"};
    case PrintPart::findings:
      return {"Findings, documents and dates", "What the order decides about the answers",
              "Findings, documents and dates"};
    case PrintPart::history:
      return {"History of the concurrences", concat("What the packet's chain records, ", order, ", paragraph 9"),
              "History"};
    case PrintPart::estimate:
      return {estimate_title, concat(order, ", Full-time Telework Arrangements"), "Estimate"};
    case PrintPart::ending_record:
      return {"Record of ending or changing an arrangement", concat(order, ", paragraph 12"),
              "Record of ending or changing it"};
  }
  return {};
}

// The one page of the estimate by itself names nobody: neither the packet that it is of nor what that holds.
bool is_estimate_alone(const PrintSettings& settings) {
  return settings.parts == std::vector<PrintPart>{PrintPart::estimate};
}

// Stands once, on the first sheet.
std::string lead(const Edition& edition) {
  return concat("<p class=\"lead\">One set of answers fills in all forms. The software follows the edition of ",
                to_display_without_weekday(edition.day),
                "; later telework orders may change when an arrangement is open to someone.</p>\n");
}

// Below the title: each form says for itself in whose words it is, since each may be signed and kept alone. App. A has
// no clauses that an agency words.
std::string line_of(PrintPart part, std::string_view line, const Wording* wording) {
  if (!print::appendix_of(part)) return std::string(line);
  const bool is_agencys = wording != nullptr && part != PrintPart::analysis_tool;
  if (!is_agencys) return concat(line, ". Restated in plain language; the order governs.");
  return concat(line, ". The clauses are in the agency's own wording (<span class=\"number\">",
                short_digest(wording->digest()), "</span>); the order governs.");
}

// The first sheet says which packet it is; on the others the margin names the packet.
std::string head_html(PrintPart part, const print::Source& source, bool is_first, const PrintSettings& settings) {
  const SheetHead head = head_of(part, source.edition());
  const bool is_of_the_packet = is_first && !is_estimate_alone(settings);
  const std::string_view level = part == PrintPart::cover || is_estimate_alone(settings) ? "h1" : "h2";
  return concat("<header class=\"sheet-head\"><div><p>U.S. General Services Administration</p><", level,
                " class=\"title\" id=\"title-", name_of(part), "\">", head.title, "</", level, "><p>",
                line_of(part, head.line, source.basis.wording), "</p></div>",
                is_of_the_packet ? identity_list(source.packet) : "", "</header>\n",
                is_of_the_packet ? lead(source.edition()) : "");
}

// ---- The sheets ----

std::string content_of(PrintPart part, const print::Source& source, const print::CoverFacts& facts) {
  switch (part) {
    case PrintPart::cover:
      return print::cover(source, facts);
    case PrintPart::analysis_tool:
      return concat(print::estimate_note(source), print::analysis_tool(source));
#define FTT_FORM(name, ...) \
  case PrintPart::name:     \
    return print::name(source);
#include "form/forms.inc"
    case PrintPart::worksheet:
      return print::worksheet(source.packet, source.assessment);
    case PrintPart::findings:
      return print::findings(source);
    case PrintPart::history:
      return print::history(source);
    case PrintPart::estimate:
      return print::estimate(source, facts.printed.size() == 1);
    case PrintPart::ending_record:
      return print::ending_sheet(source);
  }
  return "";
}

// "App. B; Findings": for the margin.
std::string short_titles_of(std::span<const PrintPart> parts) {
  std::string text;
  for (const PrintPart part : parts) {
    const std::string_view title = title_of(part);
    append(text, text.empty() ? "" : "; ", title.substr(0, title.find(',')));
  }
  return text;
}

std::string titles_of(std::span<const PrintPart> parts) {
  std::string text;
  for (const PrintPart part : parts) append(text, text.empty() ? "" : "; ", title_of(part));
  return text;
}

// The head of the chain as it stands on each page; of a copy without names as it is recorded. Empty without a chain.
std::string head_of_chain(const print::Source& source) {
  if (source.recorded == nullptr) return head_words(read_chain(source.packet).head());
  const ReadChain& chain = source.recorded->chain;
  if (!source.has_redacted_chain()) return head_words(chain.head());
  return concat("(as recorded) ", head_words(chain.marks.back().digest));
}

// Of a saved page: its sheets as links, where there are several. On paper the cover says what is in it.
std::string links_to(std::span<const PrintPart> parts) {
  if (parts.size() < 2) return "";
  std::string html = "<nav class=\"links\" aria-label=\"Contents\"><ul>";
  for (const PrintPart part : parts) {
    append(html, "<li><a href=\"#sheet-", name_of(part), "\">", title_of(part), "</a></li>");
  }
  return html + "</ul></nav>\n";
}

// What stands in the margins of the pages, beside the sheet's own words.
print::Margins margins_of(const print::Source& source, const PrintSettings& settings) {
  const Packet& packet = source.packet;
  const std::string_view sample = packet.is_sample ? words_of_sample : std::string_view();
  if (is_estimate_alone(settings)) return {"", "", "", "", settings.now, sample};
  const std::string seal = short_seal(packet);
  const std::string chain = head_of_chain(source);
  return {packet.is_redacted ? "REDACTED COPY: names and home address left out" : "",
          identity(packet),
          settings.parts.empty() ? std::string() : concat("Chosen parts: ", short_titles_of(settings.parts)),
          seal.empty() ? "" : concat("Seal ", seal),
          settings.now,
          sample,
          chain.empty() ? "" : concat("Chain ", chain)};
}

std::string wording_used(const print::Source& source) {
  if (source.basis.wording == nullptr) return "";
  return concat("The agency's wording of Appendices B to D <span class=\"digest\">", source.basis.wording->digest(),
                "</span>. ");
}

std::string colophon(const print::Source& source, const PrintSettings& settings) {
  const Packet& packet = source.packet;
  const bool is_of_the_packet = !is_estimate_alone(settings);
  const std::string seal = is_of_the_packet ? short_seal(packet) : std::string();
  std::string html = "<footer class=\"colophon\"><p>";
  if (is_of_the_packet && !settings.parts.empty())
    append(html, "This print has only some parts: ", titles_of(settings.parts), ". ");
  if (packet.is_sample) append(html, words_of_sample, ". ");
  if (packet.is_redacted) append(html, "This is a redacted copy: names and home addresses are left out. ");
  if (!seal.empty()) {
    append(html, "Seal <b class=\"number\">", seal, "</b>", packet.is_redacted ? " of the redacted copy" : "",
           ": the first sixteen digits of a SHA-256 over Parts A to I. It "
           "shows whether they have been changed since; it does not prove who signed. ");
  }
  if (const std::string chain = is_of_the_packet ? head_of_chain(source) : std::string(); !chain.empty()) {
    append(html, "Chain <b class=\"number\">", print::inert(chain),
           "</b>: the head of what is recorded in the packet. A copy whose chain does not lead to it is an older one, "
           "or was cut off. ");
  }
  append(html, "Rate tables <span class=\"digest\">", print::inert(source.assessment.rates_digest), "</span>. ",
         wording_used(source), "Edition followed: GSA Order ", source.edition().name, ", ",
         to_display_without_weekday(source.edition().day), ".");
  if (!settings.now.empty()) append(html, " Printed ", print::inert(settings.now), ".");
  return html + "</p></footer>\n";
}

// "Full-Time Telework Packet, O'Brien": how a browser names the page and the file of a print.
std::string page_title(const Packet& packet, const PrintSettings& settings) {
  const std::string_view mark = packet.is_sample ? "Sample: " : "";
  if (is_estimate_alone(settings)) return concat(mark, estimate_title);
  const std::string name = name_for_file(print::shown(packet.answers, Leaf::employee_last_name), " ");
  const bool is_named = !name.empty() && !packet.is_redacted;
  return print::inert(
      concat(mark, document_name, is_named ? concat(", ", name) : std::string(packet.is_redacted ? ", redacted" : "")));
}

// `copy`: what the copy leaves out, where the packet is one that was made here.
std::string document_of(const Packet& packet, const Redacted* copy, const PrintBasis& basis,
                        const PrintSettings& settings) {
  const Assessment assessment = assess(basis.rates, packet, basis.day, basis.calc, basis.policy);
  const std::vector<FormStatus> forms = find_forms(packet, assessment);
  std::optional<RecordedCase> recorded;
  if (is_recorded(packet)) recorded = find_recorded_case(packet, basis.day.context(basis.policy.calendar));
  const print::Source source{packet, answers_that_count(packet, assessment), assessment, forms,
                             basis,  recorded ? &*recorded : nullptr};
  const std::vector<PrintPart> needed = needed_parts(packet, assessment);
  const std::vector<PrintPart>& printed = settings.parts.empty() ? needed : settings.parts;
  const print::CoverFacts facts{basis.day.today,
                                printed,
                                needed,
                                copy ? copy->left_out : std::span<const LeftOut>(),
                                copy ? copy->texts : std::span<const TextLeft>(),
                                basis.policy.contact};
  const print::Margins margins = margins_of(source, settings);

  std::vector<print::NamedPage> pages;
  std::string sheets;
  const std::string order =
      concat(" · ", source.edition().name, " (", to_display_without_weekday(source.edition().day), ")");
  for (const PrintPart part : printed) {
    pages.push_back({name_of(part), concat(head_of(part, source.edition()).running, order)});
    const bool is_first = sheets.empty();
    append(sheets, print::open_sheet(margins, pages.back()), head_html(part, source, is_first, settings),
           content_of(part, source, facts));
    if (part == printed.back()) append(sheets, colophon(source, settings));
    append(sheets, "</section>\n");
  }
  const bool has_title = printed.front() == PrintPart::cover || is_estimate_alone(settings);
  const std::string carried =
      is_estimate_alone(settings) ? std::string() : concat(embed_packet(write_packet(packet, assessment)), "\n");
  return concat("<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\">\n", content_policy,
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
                page_title(packet, settings), "</title>\n<style>", print::style_sheet(margins, pages),
                "</style>\n</head>\n<body>\n", links_to(printed), print::open_main(margins),
                has_title ? "" : concat("<h1 class=\"hidden\">", document_name, "</h1>\n"), sheets, "</main>\n",
                carried, "</body>\n</html>\n");
}

}  // namespace

std::vector<PrintPart> needed_parts(const Packet& packet, const Assessment& assessment) {
  const std::vector<FormStatus> forms = find_forms(packet, assessment);
  const auto requirement = [&](Appendix appendix) { return forms[static_cast<std::size_t>(appendix)].requirement; };
  const auto is_needed = [&](PrintPart part) {
    if (part == PrintPart::estimate || part == PrintPart::ending_record) return false;
    if (part == PrintPart::history) return is_recorded(packet);
    const std::optional<Appendix> form = print::appendix_of(part);
    if (!form || form == Appendix::analysis_tool) return true;
    return spec_of(*form).use == FormUse::where_required ? requirement(*form) == Requirement::required
                                                         : requirement(*form) != Requirement::not_required;
  };
  std::vector<PrintPart> parts;
  std::copy_if(print_parts.begin(), print_parts.end(), std::back_inserter(parts), is_needed);
  return parts;
}

std::string print_document(const Packet& packet, const PrintBasis& basis, const PrintSettings& settings) {
  if (settings.names == Names::left_out) return print_copy(redact(packet, basis.rates), basis, settings);
  return document_of(packet, nullptr, basis, settings);
}

std::string print_copy(const Redacted& copy, const PrintBasis& basis, const PrintSettings& settings) {
  return document_of(copy.packet, &copy, basis, settings);
}

}  // namespace ftt
