// What a citation says, in plain words of our own, for the person who asks at the place where it is cited.
//
// Covers the paragraphs of HRM 6040.2 and the items of its Appendix A that the screens cite, and the regulations behind
// pay areas and per diem. The order governs, not these words.
//
// Does not quote the order and does not decide anything.
#pragma once

#include <string_view>

namespace ftt {

// The restatement of a citation as the screens write it ("HRM 6040.2 ¶8e(1)", "App. A, Part E, line 9"). A paragraph
// without words of its own is answered by the one that it lies in; empty where nothing is held.
std::string_view restatement_of(std::string_view citation);

}  // namespace ftt
