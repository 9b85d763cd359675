// Wording: an agency's own official words for the clauses of App. B, C and D, in place of our restatement.
//
// A UTF-8 text file of sections: a line with the clause's id in brackets, then its words, over as many lines as they
// take.
//
//   [agreement.travel]
//   The full-time teleworker is entitled to …
//
// Each clause stands in it once. The file is taken or refused whole: nobody signs half of the one and half of the
// other. Does not: read files, or judge whether the words say what the order says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "order/clauses.h"

namespace ftt {

// The largest file that is read: some twenty times what the forms say.
inline constexpr std::size_t max_wording_bytes = std::size_t{256} * 1024;

class Wording {
 public:
  Wording(std::vector<std::string> texts, std::string digest);

  // The agency's words for a clause of clauses().
  std::string_view of(const Clause& clause) const;
  // "sha256:…" over the bytes of the file.
  std::string_view digest() const { return digest_; }

 private:
  std::vector<std::string> texts_;  // in the order of clauses()
  std::string digest_;
};

// Errors, each with its line, "line 12": limit_exceeded; wrong_encoding; malformed (words before the first section, a
// section without words); unknown_choice (there is no such clause); repeated (it stands twice); truncated (a clause is
// missing).
Result<Wording> read_wording(std::string_view bytes);

// The file with our restatement of each clause, to write the agency's words into.
std::string wording_template();

}  // namespace ftt
