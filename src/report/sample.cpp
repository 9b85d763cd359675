// An invented agency, packet by packet. See sample.h.
#include "report/sample.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "base/text.h"
#include "packet/record_entry.h"
#include "packet/redact.h"
#include "packet/review.h"
#include "rules/terms.h"

namespace ftt::report {
namespace {

// The same numbers on every machine (splitmix64).
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t number) : state_(seed * 0x9E3779B97F4A7C15ULL + number) { next(); }

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  std::int64_t below(std::int64_t limit) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(limit));
  }
  bool one_in(std::int64_t chances) { return below(chances) == 0; }
  template <class List>
  const auto& of(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(list))))];
  }
  std::string hex(std::size_t digits) {
    constexpr std::string_view letters = "0123456789abcdef";
    std::string text;
    while (text.size() < digits) text += letters[static_cast<std::size_t>(below(16))];
    return text;
  }
  // As browsers draw them (RFC 9562, version 4).
  std::string uuid() {
    return concat(hex(8), "-", hex(4), "-4", hex(3), "-", std::string(1, "89ab"[below(4)]), hex(3), "-", hex(12));
  }

 private:
  std::uint64_t state_;
};

struct Place {
  std::string_view city;
  std::string_view county;
  std::string_view state;
};
constexpr std::array<Place, 5> offices = {{{"Washington", "District of Columbia", "DC"},
                                           {"Kansas City", "Jackson County", "MO"},
                                           {"Denver", "Denver County", "CO"},
                                           {"Atlanta", "Fulton County", "GA"},
                                           {"Fort Worth", "Tarrant County", "TX"}}};
constexpr std::array<Place, 8> homes = {{{"Bozeman", "Gallatin County", "MT"},
                                         {"Boise", "Ada County", "ID"},
                                         {"Portland", "Multnomah County", "OR"},
                                         {"Omaha", "Douglas County", "NE"},
                                         {"Chicago", "Cook County", "IL"},
                                         {"Albuquerque", "Bernalillo County", "NM"},
                                         {"Denver", "Denver County", "CO"},
                                         {"Asheville", "Buncombe County", "NC"}}};
// Spelled as people spell them; the last one nobody has named.
constexpr std::array<std::string_view, 14> components = {"PBS",
                                                         "PBS",
                                                         "PBS",
                                                         "Public Buildings Service",
                                                         "FAS",
                                                         "FAS",
                                                         "Federal Acquisition Service (FAS)",
                                                         "GSA IT",
                                                         "GSA IT",
                                                         "OCFO",
                                                         "OHRM",
                                                         "OGC",
                                                         "OMA",
                                                         "Pub. Bldgs."};
constexpr std::array<std::string_view, 16> first_names = {"Avery",  "Blair",  "Casey",  "Devin", "Ellis", "Frankie",
                                                          "Gray",   "Harper", "Indigo", "Jules", "Kerry", "Lane",
                                                          "Morgan", "Noel",   "Oakley", "Parker"};
constexpr std::array<std::string_view, 16> last_names = {
    "Ashgrove", "Birchwood", "Cedarlake", "Dunmarsh", "Elmhurst", "Fernhill",    "Glenrock", "Hazelton",
    "Ivystone", "Juniperay", "Kelpshore", "Larkmoor", "Mossbank", "Nettlecombe", "Oakhaven", "Pinecrest"};
constexpr std::array<std::string_view, 4> titles = {"Program Analyst", "Contract Specialist", "IT Specialist",
                                                    "Realty Specialist"};
constexpr std::array<std::string_view, 4> methods = {"as_worded", "per_night", "per_diem", "extras_only"};
constexpr std::array<std::string_view, 5> rationales = {"retain", "recruit", "near_customers", "space", "other"};

enum class Stage : std::uint8_t {
  draft,
  requested,
  submitted,
  in_chain,
  at_hr,
  at_deputy,
  returned,
  denied,
  withdrawn,
  approved,
  edited_after
};

std::string dollars(std::int64_t cents) {
  return to_decimal(Money::from_cents(cents));
}

void set_place(Answers& answers, const PlaceLeaves& leaves, const Place& place, std::string address) {
  answers.set(leaves.address, address);
  answers.set(leaves.city(), place.city);
  answers.set(leaves.county(), place.county);
  answers.set(leaves.state(), place.state);
}

// One arrangement from its first answer to where it stands.
class Maker {
 public:
  Maker(const Rates& rates, std::uint64_t seed, std::uint64_t number, Date today)
      : rates_(rates), random_(seed, number), today_(today) {}

  Packet made() && {
    fill_in();
    const std::int64_t roll = random_.below(100);
    is_recorded_ = !random_.one_in(4);
    stage_ = roll < 8    ? Stage::draft
             : roll < 10 ? Stage::requested
             : roll < 13 ? Stage::submitted
             : roll < 18 ? Stage::in_chain
             : roll < 22 ? Stage::at_hr
             : roll < 26 ? Stage::at_deputy
             : roll < 29 ? Stage::returned
             : roll < 32 ? Stage::denied
             : roll < 34 ? Stage::withdrawn
             : roll < 36 ? Stage::edited_after
                         : Stage::approved;
    set_days();
    if (is_recorded_) {
      record_all();
    } else {
      type_all();
    }
    if (stage_ == Stage::approved) begin();
    return std::move(packet_);
  }

 private:
  Answers& answers() { return packet_.answers; }

  void fill_in() {
    packet_.id = random_.uuid();
    packet_.is_sample = true;
    packet_.revision = 1 + random_.below(4);
    Answers& all = answers();
    is_recruit_ = random_.one_in(10);
    is_short_ = random_.one_in(12);
    all.set(Leaf::prepared_by, "employee");
    all.set(Leaf::arrangement_action, is_recruit_ ? "recruit" : "incumbent");
    all.set(Leaf::arrangement_type, "new");
    all.set(Leaf::arrangement_term, is_short_ ? "short" : "long");
    const Place& office = random_.of(offices);
    const Place& home = random_.of(homes);
    if (!is_recruit_) {
      all.set(Leaf::employee_last_name, random_.of(last_names));
      all.set(Leaf::employee_first_name, random_.of(first_names));
      set_place(all, current_worksite, office, "1 Federal Plaza");
    } else {
      all.set(Leaf::recruit_agreement_last_name, random_.of(last_names));
      all.set(Leaf::recruit_agreement_first_name, random_.of(first_names));
    }
    set_place(all, requested_worksite, home, concat(1 + random_.below(900), " Main Street"));
    set_place(all, agency_worksite, office, "1 Federal Plaza");
    if (!random_.one_in(60)) all.set(Leaf::position_office_component, random_.of(components));
    all.set(Leaf::position_office_region, concat(1 + random_.below(11)));
    all.set(Leaf::position_office_organization, concat("Division ", 1 + random_.below(9)));
    all.set(Leaf::position_title, random_.of(titles));
    all.set(Leaf::position_series, "0343");
    all.set(Leaf::position_pay_plan, "GS");
    all.set(Leaf::position_grade, concat(11 + random_.below(4)));
    all.set(Leaf::position_step, concat(1 + random_.below(10)));
    all.set(Leaf::position_supervisory, random_.one_in(6) ? "yes" : "no");
    all.set(Leaf::travel_budget_share_requested, "0.95");
    all.set(Leaf::travel_budget_share_agency, "0.05");
    all.set(Leaf::travel_budget_share_travel, "0");
    all.set(Leaf::travel_budget_transport, dollars(20'000 + random_.below(60'000)));
    all.set(Leaf::travel_budget_extra, dollars(random_.below(9) * 1'000));
    all.set(Leaf::travel_budget_nights, concat(1 + random_.below(4)));
    all.set(Leaf::travel_budget_trips, concat(random_.below(7)));
    if (is_short_) all.set(Leaf::travel_budget_trips_in_term, concat(random_.below(4)));
    if (random_.one_in(2)) all.set(Leaf::travel_budget_trip_cost_method, random_.of(methods));
    if (random_.one_in(2)) all.set(Leaf::additional_transit_savings, dollars(12 * random_.below(326) * 100));
    if (!random_.one_in(5)) all.set(Leaf::additional_transit_subsidy, random_.one_in(15) ? "yes" : "no");
    all.set(Leaf::relocation_estimate, dollars(random_.below(50'000) * 100));
    all.set(Leaf::justification_cost, "The planning weeks in person keep the team together.");
    all.set(Leaf::justification_items, "Transit subsidy that is no longer received.");
    all.set(Leaf::justification_likelihood_of_leaving, "The family moves.");
    all.set(Leaf::justification_qualifications, "Knows the portfolio of the region.");
    all.set(Leaf::justification_best_interest, "yes");
    all.set(Leaf::justification_best_interest_reason, "It keeps an experienced colleague.");
    if (!random_.one_in(6)) all.set(Leaf::agreement_same_commuting_area, random_.one_in(4) ? "yes" : "no");
    if (!random_.one_in(9)) {
      all.set(Leaf::eligibility_telework_agreement_approved, random_.one_in(20) ? "no" : "yes");
    }
    all.set(Leaf::record_budget_contact_name, "Sage Tallow");
    if (!random_.one_in(4)) set_record("rationale_kind", Json::string(random_.of(rationales)));
  }

  // What this version has a field for goes there; else it stands where a newer one finds it.
  void set_record(std::string_view member, Json value) {
    const std::string id = concat("record.", member);
    if (const LeafInfo* leaf = find_leaf(id); leaf != nullptr && value.is_string()) {
      answers().set(leaf->leaf, *value.as_string());
      return;
    }
    Json* record = packet_.extras.find("record");
    if (record == nullptr) record = &packet_.extras.set("record", Json::object());
    record->set(member, std::move(value));
  }

  void set_days() {
    // Decided up to three years ago, and begun a month after; what is pending begins ahead.
    const bool is_past = stage_ == Stage::approved || stage_ == Stage::edited_after || stage_ == Stage::denied;
    const auto ago = static_cast<std::int32_t>(is_past ? 60 + random_.below(1'000) : 5 + random_.below(70));
    day_ = calendar_.first_work_day_on_or_after(today_ - Days(ago));
    packet_.prepared_on = day_;
    const Date first = day_ + Days(75 + static_cast<std::int32_t>(random_.below(30)));
    // One in thirty has begun before it was decided.
    const Date start = !is_past && random_.one_in(30) ? day_ : first;
    answers().set(Leaf::arrangement_start, to_iso(start));
    if (is_short_)
      answers().set(Leaf::arrangement_end, to_iso(start + Days(120 + static_cast<std::int32_t>(random_.below(200)))));
    if (is_recruit_) answers().set(Leaf::recruit_agreement_entry_on_duty, to_iso(start));
  }

  // A work day later; nothing is recorded ahead of today.
  Date next_day(std::int64_t most = 5) {
    const Date next = calendar_.add_work_days(day_, static_cast<int>(1 + random_.below(most)));
    if (next <= today_) day_ = next;
    return day_;
  }

  // ---- Recorded in the chain ----

  NewEntry entry_of(ChainAct act, std::optional<ChainStep> step = std::nullopt) {
    NewEntry entry;
    entry.says.act = act;
    entry.says.step = step;
    entry.says.on = next_day();
    entry.says.by = {concat(random_.of(first_names), " ", random_.of(last_names)), "Director"};
    entry.nonce = random_.hex(32);
    entry.nonce_of_edited = random_.hex(32);
    return entry;
  }
  void record(const NewEntry& entry) {
    const RuleContext context{edition_of(packet_), today_, calendar_};
    Result<Packet> recorded = record_entry(packet_, assessment(), entry, context);
    if (recorded) packet_ = std::move(recorded).value();
  }
  const Assessment& assessment() {
    if (!assessment_) assessment_ = assess(rates_, answers(), assessed_on(packet_, today_));
    return *assessment_;
  }
  void concur(ChainStep step) { record(entry_of(ChainAct::concurred, step)); }

  void record_all() {
    if (stage_ == Stage::draft) return;
    if (!is_recruit_) record(entry_of(ChainAct::requested));
    if (stage_ == Stage::requested) return;
    NewEntry submission = entry_of(ChainAct::submitted);
    ChainRoute& route = submission.says.route.emplace();
    const bool has_second = random_.one_in(3);
    route.stops[number_of(ChainStep::second_level)].applies = has_second;
    if (has_second) route.stops[number_of(ChainStep::second_level)].who = {"Rowan Teasel", "Branch Chief"};
    route.stops[number_of(ChainStep::third_level)].applies = false;
    route.stops[number_of(ChainStep::executive)].who = {"Quinn Sorrel", "Assistant Commissioner"};
    record(submission);
    if (stage_ == Stage::submitted) return;
    concur(ChainStep::supervisor);
    if (stage_ == Stage::withdrawn) {
      NewEntry withdrawn = entry_of(ChainAct::withdrawn);
      withdrawn.says.reason = "The employee stays.";
      return record(withdrawn);
    }
    if (stage_ == Stage::in_chain) return;
    if (has_second) concur(ChainStep::second_level);
    concur(ChainStep::executive);
    if (stage_ == Stage::at_hr && random_.one_in(2)) return;
    record(entry_of(ChainAct::received, ChainStep::hr_director));
    if (stage_ == Stage::at_hr) return;
    if (stage_ == Stage::returned || stage_ == Stage::denied) {
      NewEntry entry =
          entry_of(stage_ == Stage::denied ? ChainAct::denied : ChainAct::returned, ChainStep::hr_director);
      entry.says.reason = "Part E does not say how the fare was found.";
      if (stage_ == Stage::returned) entry.says.to_step = ChainStep::supervisor;
      return record(entry);
    }
    concur(ChainStep::hr_director);
    if (stage_ == Stage::at_deputy && random_.one_in(2)) return;
    record(entry_of(ChainAct::received, ChainStep::deputy_administrator));
    if (stage_ == Stage::at_deputy) return;
    concur(ChainStep::deputy_administrator);
    if (stage_ == Stage::edited_after) answers().set(Leaf::travel_budget_trips, "9");
  }

  // ---- Typed in Parts J to L ----

  void type_all() {
    if (stage_ == Stage::draft) return;
    Answers& all = answers();
    all.set(Leaf::clock_requested_on, to_iso(day_));
    const auto sign = [&](Leaf decision, Leaf date, std::string_view what) {
      all.set(decision, what);
      all.set(date, to_iso(next_day()));
    };
    if (stage_ == Stage::requested || stage_ == Stage::submitted || stage_ == Stage::withdrawn) return;
    sign(Leaf::concurring_supervisor_decision, Leaf::concurring_supervisor_date, "concur");
    sign(Leaf::concurrences_supervisor_decision, Leaf::concurrences_supervisor_date, "concur");
    if (stage_ == Stage::in_chain || stage_ == Stage::returned) return;
    sign(Leaf::concurrences_executive_decision, Leaf::concurrences_executive_date, "concur");
    all.set(Leaf::clock_hr_received_on, to_iso(next_day()));
    if (stage_ == Stage::at_hr) return;
    sign(Leaf::concurrences_hr_director_decision, Leaf::concurrences_hr_director_date,
         stage_ == Stage::denied ? "deny" : "concur");
    if (stage_ == Stage::denied) return;
    all.set(Leaf::clock_deputy_received_on, to_iso(next_day()));
    if (stage_ == Stage::at_deputy) return;
    sign(Leaf::concurrences_deputy_administrator_decision, Leaf::concurrences_deputy_administrator_date, "concur");
    all.set(Leaf::determination_outcome, "approved");
    all.set(Leaf::determination_date, to_iso(day_));
  }

  // ---- Approved: papers, spending, reviews, an end ----

  // What is done is done by today.
  void set_done(Leaf leaf, Date on) {
    if (on <= today_) answers().set(leaf, to_iso(on));
  }

  void begin() {
    const Date start = answers().date(Leaf::arrangement_start).value_or(today_);
    if (!random_.one_in(12)) {
      const Date on = random_.one_in(15) ? start + Days(9) : start - Days(6);
      set_done(Leaf::agreement_employee_signature_date, on);
      set_done(Leaf::agreement_supervisor_signature_date, on);
    }
    if (is_recruit_ && !random_.one_in(5)) {
      set_done(Leaf::recruit_agreement_training_completed,
               start + Days(20 + static_cast<std::int32_t>(random_.below(60))));
      set_done(Leaf::recruit_agreement_employee_signature_date, start + Days(40));
      set_done(Leaf::recruit_agreement_supervisor_signature_date, start + Days(40));
    }
    if (!random_.one_in(7)) {
      set_done(Leaf::worksite_change_proposed, start - Days(14));
      set_done(Leaf::worksite_change_completed, random_.one_in(9) ? start + Days(30) : start);
    }
    if (!random_.one_in(4) && start + Days(10) <= today_) {
      Json verified = Json::object();
      verified.set("name", Json::string("Tarn Willow"));
      verified.set("date", Json::string(to_iso(start + Days(10))));
      set_record("worksite_verified", std::move(verified));
    }
    spend(start);
    if (random_.one_in(25)) {
      answers().set(Leaf::ending_reason, "business_need");
      answers().set(Leaf::ending_effective, to_iso(start + Days(200)));
    } else if (!is_short_) {
      review(start);
    }
  }

  // Within the budget, over it, over double, or not reported.
  void spend(Date start) {
    const TravelPlan plan = travel_plan(assessment().worksheet, answers());
    std::vector<Actual> actuals;
    for (HalfYear half = HalfYear::of(start); half.first() <= today_; half = half.next()) {
      const std::optional<Money> planned = planned_in(plan, half);
      if (!planned || *planned < Money() || random_.one_in(4)) continue;
      const std::int64_t percent = random_.one_in(8) ? 210 : random_.one_in(3) ? 115 : 60 + random_.below(40);
      actuals.push_back(
          {name_of(half), dollars(planned->cents() / 100 * percent), concat(random_.below(4)), "Travel report"});
    }
    answers().set_actuals(std::move(actuals));
  }

  // ¶11: each round a new revision of the one before.
  void review(Date start) {
    for (int year = start.year() + 1; year <= today_.year(); ++year) {
      const Date day = *Date::from_year_month_day(year, 7, 15);
      if (day > today_ || random_.one_in(5)) return;
      const Assessment before = assess(rates_, answers(), assessed_on(packet_, day));
      Packet next = start_review(packet_, before, day);
      next.is_sample = true;
      packet_ = std::move(next);
      assessment_.reset();
      answers().set(Leaf::annual_review_outcome, "no_update");
      answers().set(Leaf::annual_review_supervisor_signature_date, to_iso(day + Days(7)));
      const Date filed = day + Days(14 + static_cast<std::int32_t>(random_.below(30)));
      if (filed <= today_ && !random_.one_in(6)) answers().set(Leaf::annual_review_hr_signature_date, to_iso(filed));
    }
  }

  const Rates& rates_;
  Random random_;
  Date today_;
  Date day_ = today_;
  WorkCalendar calendar_;
  Packet packet_;
  Stage stage_ = Stage::draft;
  bool is_recorded_ = false;
  bool is_recruit_ = false;
  bool is_short_ = false;
  std::optional<Assessment> assessment_;
};

// A copy from before its last entry, or the revision before.
Packet older_copy(Packet packet) {
  std::vector<Json>* entries = nullptr;
  if (Json* list = packet.chain.find("entries")) entries = list->as_array();
  if (entries != nullptr && entries->size() > 1) {
    entries->pop_back();
    packet.chain.erase("handed_over");
  } else {
    packet.revision = 0;
  }
  return packet;
}

// The same packet with its last entry written anew.
Packet rewritten_copy(Packet packet, const Rates& rates, Date today, Random& random) {
  Json* list = packet.chain.find("entries");
  if (list == nullptr || list->as_array()->size() < 2) {
    packet.answers.set(Leaf::notes, "Another copy.");
    return packet;
  }
  list->as_array()->pop_back();
  packet.chain.erase("handed_over");
  NewEntry note;
  note.says.act = ChainAct::note;
  note.says.on = today;
  note.says.by = {"Reed Yarrow", "Clerk"};
  note.statement = "Written again.";
  note.nonce = random.hex(32);
  note.nonce_of_edited = random.hex(32);
  const WorkCalendar calendar;
  const Assessment assessment = assess(rates, packet.answers, assessed_on(packet, today));
  Result<Packet> recorded = record_entry(packet, assessment, note, {edition_of(packet), today, calendar});
  return recorded ? std::move(recorded).value() : packet;
}

}  // namespace

Packet SampleAgency::packet(std::uint64_t number) const {
  Packet made = Maker(*rates_, seed_, number, today_).made();
  // ¶12a: a mover's new arrangement says which one it replaces.
  Random random(seed_ ^ 0x5DEECE66DULL, number);
  if (number > 0 && random.one_in(40)) {
    made.answers.set(Leaf::record_replaces, Maker(*rates_, seed_, number - 1, today_).made().id);
  }
  return made;
}

std::string SampleAgency::line(std::uint64_t number) const {
  Random random(seed_ + 1, number);
  const std::int64_t roll = number == 0 ? 1'000 : random.below(1'000);
  const bool is_another_copy = roll < 50;
  Packet made = packet(is_another_copy ? number - 1 : number);
  if (roll >= 20 && roll < 35) made = older_copy(std::move(made));
  if (roll >= 35 && roll < 40) made = rewritten_copy(std::move(made), *rates_, today_, random);
  if (roll >= 40 && roll < 45) made.answers.set(Leaf::notes, "Edited beside the chain.");
  if (roll >= 45 && roll < 50) made = redact(made, *rates_).packet;
  const Assessment assessment = assess(*rates_, made.answers, assessed_on(made, today_));
  return concat(write_json_compact(packet_json(made, assessment)), "\n");
}

}  // namespace ftt::report
