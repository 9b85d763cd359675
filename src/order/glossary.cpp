// The entries of the glossary. See glossary.h.
#include "order/glossary.h"

namespace ftt {

namespace {

constexpr GlossaryTerm terms[] = {
#define FTT_TERM(name, never, meaning) {name, never, meaning},
#include "order/glossary.inc"
#undef FTT_TERM
};

}  // namespace

std::span<const GlossaryTerm> glossary() {
  return terms;
}

}  // namespace ftt
