// How long one whole assessment takes: the answers of worked example A, each time with another fare, so that nothing
// can be kept from the time before. Prints {"nanoseconds":…,"rounds":…}, the best of several runs.
//
// Does not measure drawing, reading or writing.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

#include "base/text.h"
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

// Nanoseconds of one assessment, and a sum of its figures, so that none of it can be left out.
std::int64_t measure(const ftt::Rates& rates, ftt::Answers answers, std::int64_t& sum) {
  constexpr ftt::Date today = ftt::calendar_date(2025, 5, 5);
  const Clock::time_point start = Clock::now();
  for (int round = 0; round < rounds; ++round) {
    answers.set(ftt::Leaf::travel_budget_transport, ftt::concat(400 + round % 100, ".60"));
    const ftt::Assessment assessment = ftt::assess(rates, answers, today);
    sum += assessment.worksheet.value("cost_benefit.net_annual_change").units();
  }
  return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count() / rounds;
}

}  // namespace

int main() {
  ftt::Result<ftt::Rates> rates = ftt::Rates::load(read_file(FTT_RATES_DIR "/current.rates"));
  FTT_ASSERT(rates.has_value(), "The built rates do not load.");
  FTT_ASSERT(rates->add_part(read_file(FTT_RATES_DIR "/history.rates")).has_value(), "The older rates do not load.");
  const ftt::Result<ftt::OpenedPacket> opened = ftt::read_packet(read_file(FTT_TESTS_DIR "/scenarios/example_a.json"));
  FTT_ASSERT(opened.has_value(), "The worked example does not open.");

  std::int64_t sum = 0;
  std::int64_t best = measure(*rates, opened->packet.answers, sum);
  for (int run = 1; run < runs; ++run) {
    const std::int64_t time = measure(*rates, opened->packet.answers, sum);
    if (time < best) best = time;
  }
  FTT_ASSERT(sum != 0, "The assessments gave no figures.");
  std::printf("{\"nanoseconds\":%lld,\"rounds\":%d}\n", static_cast<long long>(best), runs * rounds);
  return 0;
}
