// The restatements behind the citations, and the look-up of one by its text. See citation.h.
#include "order/citation.h"

namespace ftt {

namespace {

constexpr Paragraph paragraphs[] = {
#define FTT_PARAGRAPH(cite, heading, restatement) {cite, heading, restatement},
#include "order/paragraphs.inc"
#undef FTT_PARAGRAPH
};
static_assert(sizeof paragraphs / sizeof *paragraphs == order_detail::citations.size());

constexpr bool each_citation_stands_once() {
  for (std::size_t i = 0; i < order_detail::citations.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (order_detail::citations[i] == order_detail::citations[j]) return false;
    }
  }
  return true;
}
static_assert(each_citation_stands_once());

}  // namespace

const Paragraph& Citation::paragraph() const {
  return paragraphs[number_];
}

const Paragraph* find_citation(std::string_view text) {
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.cite == text) return &paragraph;
  }
  return nullptr;
}

}  // namespace ftt
