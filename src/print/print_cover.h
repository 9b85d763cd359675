// The cover: what the packet is, what it comes to, what is in it and in which state, what is missing, the next dates
// and where it goes. One page that a servicing HR office understands at once.
//
// Does not: decide which parts are printed (print_document.h does), or what is missing (packet/forms.h does).
#pragma once

#include <span>
#include <string>

#include "packet/redact.h"
#include "print/print_answers.h"
#include "print/print_settings.h"
#include "rules/contact.h"

namespace ftt::print {

struct CoverFacts {
  Date today;
  std::span<const PrintPart> printed;     // in this print
  std::span<const PrintPart> needed;      // by the case
  std::span<const LeftOut> left_out;      // redacted: what; else empty
  std::span<const TextLeft> texts;        // redacted: the texts that stay; else empty
  const std::optional<Contact>& contact;  // whom to ask, where an agency configures it
};

// Of an arrangement that takes no Analysis Tool (¶7a): what the print is. Else empty.
std::string estimate_note(const Source& source);

std::string cover(const Source& source, const CoverFacts& facts);

}  // namespace ftt::print
