// Prints the first patch of a step as JSON: view_dump RATES_DIR [STEP] [empty|example] [wide|medium|narrow]
// For whoever draws the view model and wants to see what arrives. Not a test.
#include <cstdio>
#include <string>

#include "wizard/acts/session.h"

namespace {

std::string read_file(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "%s cannot be read.\n", path.c_str());
    return bytes;
  }
  char block[1 << 16];
  for (std::size_t count = 0; (count = std::fread(block, 1, sizeof block, file)) != 0;) bytes.append(block, count);
  std::fclose(file);
  return bytes;
}

void answer(ftt::Session& session) {
  constexpr struct {
    const char* id;
    ftt::EditAction action;
    const char* value;
  } edits[] = {
      {"step:arrangement", ftt::EditAction::press, ""},
      {"arrangement.action", ftt::EditAction::choose, "incumbent"},
      {"arrangement.type", ftt::EditAction::choose, "new"},
      {"arrangement.term", ftt::EditAction::choose, "long"},
      {"arrangement.start", ftt::EditAction::leave, "2/1/2027"},
      {"step:employee", ftt::EditAction::press, ""},
      {"employee.last_name", ftt::EditAction::leave, "Kealoha"},
      {"employee.requested_worksite", ftt::EditAction::leave, "Boise, Ada County, ID"},
      {"position.agency_worksite", ftt::EditAction::leave, "Washington, DC"},
      {"position.pay_plan", ftt::EditAction::leave, "GS"},
      {"position.grade", ftt::EditAction::leave, "12"},
      {"position.step", ftt::EditAction::leave, "5"},
      {"step:travel", ftt::EditAction::press, ""},
      {"travel_budget.share_requested", ftt::EditAction::leave, "0.33"},
      {"travel_budget.share_agency", ftt::EditAction::leave, "0.33"},
      {"travel_budget.share_travel", ftt::EditAction::leave, "0.33"},
      {"travel_budget.transport", ftt::EditAction::leave, "412.6"},
      {"travel_budget.extra", ftt::EditAction::leave, "60"},
      {"travel_budget.nights", ftt::EditAction::leave, "3"},
      {"travel_budget.trips", ftt::EditAction::leave, "4"},
      {"step:additional", ftt::EditAction::press, ""},
      {"additional.transit_savings", ftt::EditAction::leave, "3900"},
  };
  for (const auto& edit : edits) session.edit({edit.id, edit.action, edit.value});
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "view_dump RATES_DIR [STEP] [empty|example] [wide|medium|narrow]\n");
    return 2;
  }
  const std::string folder = arguments[1];
  ftt::Result<ftt::Rates> rates = ftt::Rates::load(read_file(folder + "/current.rates"));
  if (!rates || !rates->add_part(read_file(folder + "/history.rates")) ||
      !rates->add_part(read_file(folder + "/zip.rates"))) {
    std::fprintf(stderr, "The rates in %s cannot be loaded.\n", folder.c_str());
    return 1;
  }
  ftt::Session session(*rates, ftt::calendar_date(2026, 11, 21), "sample", "seed");
  if (count > 3 && std::string(arguments[3]) == "example") answer(session);
  const std::string step = std::string("step:") + (count > 2 ? arguments[2] : "start");
  session.edit({step, ftt::EditAction::press, ""});
  const std::string width = count > 4 ? arguments[4] : "wide";
  if (width == "medium") session.set_width(ftt::WidthClass::medium);
  if (width == "narrow") session.set_width(ftt::WidthClass::narrow);
  std::puts(session.patch().c_str());
  return 0;
}
