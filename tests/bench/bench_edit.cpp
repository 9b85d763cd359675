// How long one edit takes, from the key to the patch: prints the mean over a typed fare, for each step of the wizard.
// Usage: bench_edit RATES_DIR. Not a test: it holds nothing to a number.
#include <chrono>
#include <cstdio>
#include <string>

#include "wizard/acts/session.h"
#include "wizard/state/steps.h"

namespace {

std::string read_file(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  char block[1 << 16];
  for (std::size_t count = 0; (count = std::fread(block, 1, sizeof block, file)) != 0;) bytes.append(block, count);
  std::fclose(file);
  return bytes;
}

double microseconds_per_edit(ftt::Session& session, const char* id) {
  constexpr int edits = 2000;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < edits; ++i) {
    session.edit({id, ftt::EditAction::input, i % 2 == 0 ? "412.6" : "412.60"});
    static_cast<void>(session.patch());
  }
  const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - begin;
  return taken.count() / edits;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string folder = count > 1 ? arguments[1] : "build/rates";
  ftt::Result<ftt::Rates> rates = ftt::Rates::load(read_file(folder + "/current.rates"));
  if (!rates || !rates->add_part(read_file(folder + "/zip.rates"))) {
    std::fprintf(stderr, "The rates in %s cannot be loaded.\n", folder.c_str());
    return 1;
  }
  ftt::Session session(*rates, ftt::calendar_date(2026, 11, 21), "bench", "seed");
  session.edit({"step:employee", ftt::EditAction::press, ""});
  session.edit({"employee.requested_worksite", ftt::EditAction::leave, "Bozeman, Gallatin County, MT"});
  session.edit({"position.agency_worksite", ftt::EditAction::leave, "20405"});
  session.edit({"position.pay_plan", ftt::EditAction::leave, "GS"});
  session.edit({"position.grade", ftt::EditAction::leave, "12"});
  session.edit({"position.step", ftt::EditAction::leave, "5"});
  session.edit({"step:travel", ftt::EditAction::press, ""});
  session.edit({"travel_budget.extra", ftt::EditAction::leave, "60"});
  session.edit({"travel_budget.nights", ftt::EditAction::leave, "3"});
  session.edit({"travel_budget.trips", ftt::EditAction::leave, "4"});
  static_cast<void>(session.patch());
  std::printf("one keystroke in E4 to the patch: %.1f microseconds\n",
              microseconds_per_edit(session, "travel_budget.transport"));
  session.edit({"step:employee", ftt::EditAction::press, ""});
  std::printf("one keystroke in B3 (suggestions) to the patch: %.1f microseconds\n",
              microseconds_per_edit(session, "employee.requested_worksite"));
  return 0;
}
