// The flat functions that both modules of the core have: memory to lend, the rate tables in, and what an agency sets.
//
// Every function that answers gives the address of one Reply; its bytes are good until the next call. Text comes in as
// address and size, in memory that ftt_allocate lent.
//
// Does not: look anything up.
#include <cstddef>
#include <cstdlib>
#include <string>

#include "base/json_writer.h"
#include "base/text.h"
#include "rules/settings.h"
#include "web/module/rates_host.h"

namespace ftt {

RatesHost& rates_host() {
  static RatesHost the_host;
  return the_host;
}

Error no_rates() {
  return {ErrorCode::not_found, "rates", "The rate tables are not loaded. Add the part `current` first."};
}

namespace {

template <class T>
const Reply* nothing_or_problem(const Result<T>& result) {
  return result ? good("") : problem(result.error());
}

}  // namespace
}  // namespace ftt

using ftt::Reply;

extern "C" {

char* ftt_allocate(std::size_t size) {
  return static_cast<char*>(std::malloc(size));
}
void ftt_release(char* address) {
  std::free(address);
}

// `current` first, then `history` and `zip` in any order.
const Reply* ftt_rates_add(const char* text, std::size_t size) {
  std::optional<ftt::Rates>& rates = ftt::rates_host().rates;
  if (rates) return ftt::nothing_or_problem(rates->add_part(std::string(text, size)));
  ftt::Result<ftt::Rates> loaded = ftt::Rates::load(std::string(text, size));
  if (loaded) rates.emplace(std::move(*loaded));
  return ftt::nothing_or_problem(loaded);
}

// An agency's newer tables, any time after the first.
const Reply* ftt_rates_overlay(const char* text, std::size_t size) {
  std::optional<ftt::Rates>& rates = ftt::rates_host().rates;
  return rates ? ftt::nothing_or_problem(rates->overlay(std::string(text, size))) : ftt::problem(ftt::no_rates());
}

const Reply* ftt_rates_digest() {
  const std::optional<ftt::Rates>& rates = ftt::rates_host().rates;
  return rates ? ftt::good(rates->digest()) : ftt::problem(ftt::no_rates());
}

// {"members": {…}, "refused": [{"code", "where", "message"}], "refused_whole": false}: what holds of a configuration,
// what does not, and whether that is all of it.
const Reply* ftt_configuration(const char* json, std::size_t size) {
  const ftt::ReadSettings read = ftt::read_settings({json, size});
  std::string text = ftt::concat("{\"members\":", ftt::write_json_compact(read.members), ",\"refused\":[");
  for (const ftt::Error& error : read.refused) {
    if (text.back() != '[') text += ',';
    ftt::append_error(text, error);
  }
  ftt::append(text, "],\"refused_whole\":", read.is_refused_whole ? "true" : "false", "}");
  return ftt::good(text);
}

}  // extern "C"
