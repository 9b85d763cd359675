// PrintSettings: what of a packet is printed, when, and whether names are left out.
//
//   {"parts": ["cover", "agreement"], "redacted": true, "now": "November 21, 2026, 3:04 PM EST"}
//
// Every member may be left out. Does not: say what a part looks like (print_document.h), or which parts a case needs
// (packet/forms.h).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ftt {

// In the order in which they are printed.
enum class PrintPart : std::uint8_t {
  cover,
#define FTT_TOOL(name, ...) name,
#define FTT_FORM(name, ...) name,
#include "form/forms.inc"
  worksheet,
  findings,      // what the order decides, documents and dates
  history,       // of the chain, where acts are recorded in it
  estimate,      // the one page of the estimate, which no packet needs
  ending_record  // of ending or changing it, on a page of its own: printed where it is asked for
};
inline constexpr auto print_parts = std::to_array<PrintPart>({
    PrintPart::cover,
#define FTT_TOOL(name, ...) PrintPart::name,
#define FTT_FORM(name, ...) PrintPart::name,
#include "form/forms.inc"
    PrintPart::worksheet,
    PrintPart::findings,
    PrintPart::history,
    PrintPart::estimate,
    PrintPart::ending_record,
});
// "recruit_agreement", as settings name it.
std::string_view name_of(PrintPart part);
// "App. C, Recruit Agreement", for people.
std::string_view title_of(PrintPart part);

enum class Names : std::uint8_t { kept, left_out };

struct PrintSettings {
  std::string now;               // date and time with zone, for the foot of each page; may be empty
  std::vector<PrintPart> parts;  // none: all that the case needs
  Names names = Names::kept;     // left_out: the redacted copy, on paper and in the packet that the page carries
};

// "cover, agreement" or "cover,agreement". Errors: unknown_choice (there is no such part), empty.
Result<std::vector<PrintPart>> read_print_parts(std::string_view list);

// Errors: all of read_json; wrong_type, unknown_choice (a member or a part that there is none of), each with its
// place.
Result<PrintSettings> read_print_settings(std::string_view json);

}  // namespace ftt
