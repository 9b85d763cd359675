// Setting the page of the estimate. See print_estimate.h.
#include "print/print_estimate.h"

#include "base/text.h"
#include "view/estimate_page.h"

namespace ftt::print {
namespace {

std::string section_of(const EstimateSection& section, bool is_alone) {
  const std::string heading = inert(section.heading);
  std::string html =
      concat(is_alone ? concat("<h2 class=\"section\">", heading, "</h2>") : concat("<h3>", heading, "</h3>"),
             "<table class=\"estimate\"><caption class=\"hidden\">", heading, "</caption><tbody>");
  for (const EstimateRow& row : section.rows) {
    append(html, row.is_used ? "<tr class=\"used\">" : "<tr>", "<th scope=\"row\">", inert(row.label), "</th><td>",
           inert(row.value), "</td></tr>");
  }
  return html + "</tbody></table>";
}

}  // namespace

std::string estimate(const Source& source, bool is_alone) {
  const EstimatePage page = estimate_page(source.packet, source.assessment, source.basis.day);
  std::string html = concat("<p class=\"answer\">", inert_sentence(page.answer), "</p>");
  for (const std::string& sentence : page.beside) append(html, "<p class=\"beside-answer\">", inert(sentence), "</p>");
  for (const EstimateSection& section : page.sections) append(html, section_of(section, is_alone));
  return concat(html, "<p class=\"lead\">", inert(page.day), " ", inert(page.disclaimer), "</p>");
}

}  // namespace ftt::print
