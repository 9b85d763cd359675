// How long one whole assessment takes, with the answers of worked example A and each time another fare: with nothing
// kept from the time before, and as the wizard does it while the fare is typed, where what hangs on no figure is kept.
// Prints {"nanoseconds":…,"typed_nanoseconds":…,"rounds":…}, the best of several runs.
//
// Does not measure drawing, reading or writing.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

#include "base/text.h"
#include "packet/assessor.h"
#include "packet/packet.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int runs = 7;
constexpr int rounds = 2'000;

std::string read_file(const char* path) {
  std::string bytes;
  std::FILE* file = std::fopen(path, "rb");
  FTT_ASSERT(file != nullptr, "A file of the benchmark is missing.");
  char block[1 << 16];
  for (std::size_t count = 0; (count = std::fread(block, 1, sizeof block, file)) != 0;) bytes.append(block, count);
  std::fclose(file);
  return bytes;
}

// Nanoseconds of one assessment by `act`, and a sum of its figures, so that none of it can be left out.
template <class Act>
std::int64_t measure(ftt::Answers answers, std::int64_t& sum, Act act) {
  std::int64_t best = 0;
  for (int run = 0; run < runs; ++run) {
    const Clock::time_point start = Clock::now();
    for (int round = 0; round < rounds; ++round) {
      answers.set(ftt::Leaf::travel_budget_transport, ftt::concat(400 + round % 100, ".60"));
      const ftt::Assessment& assessment = act(answers);
      sum += assessment.worksheet.value(ftt::Line::cost_benefit_net_annual_change).units();
    }
    const std::chrono::nanoseconds taken = Clock::now() - start;
    if (run == 0 || taken.count() / rounds < best) best = taken.count() / rounds;
  }
  return best;
}

}  // namespace

int main() {
  ftt::Result<ftt::Rates> rates = ftt::Rates::load(read_file(FTT_RATES_DIR "/current.rates"));
  FTT_ASSERT(rates.has_value(), "The built rates do not load.");
  FTT_ASSERT(rates->add_part(read_file(FTT_RATES_DIR "/history.rates")).has_value(), "The older rates do not load.");
  const ftt::Result<ftt::OpenedPacket> opened = ftt::read_packet(read_file(FTT_TESTS_DIR "/scenarios/example_a.json"));
  FTT_ASSERT(opened.has_value(), "The worked example does not open.");

  const ftt::AssessedOn today{ftt::hrm_6040_2, ftt::calendar_date(2025, 5, 5)};
  const ftt::Answers& answers = opened->packet.answers;
  std::int64_t sum = 0;
  ftt::Assessment assessment;
  const std::int64_t anew = measure(answers, sum, [&](const ftt::Answers& now) -> const ftt::Assessment& {
    return assessment = ftt::assess(*rates, now, today);
  });
  ftt::Assessor assessor(*rates);
  assessor.bring_up_to_date(assessment, answers, today);
  const std::int64_t typed = measure(answers, sum, [&](const ftt::Answers& now) -> const ftt::Assessment& {
    assessor.bring_up_to_date(assessment, now, today);
    return assessment;
  });
  FTT_ASSERT(sum != 0, "The assessments gave no figures.");
  std::printf("{\"nanoseconds\":%lld,\"typed_nanoseconds\":%lld,\"rounds\":%d}\n", static_cast<long long>(anew),
              static_cast<long long>(typed), runs * rounds);
  return 0;
}
