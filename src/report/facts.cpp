// What a packet says, column by column. See facts.h.
#include "report/facts.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "calc/half_years.h"
#include "packet/recorded_case.h"
#include "packet/review.h"
#include "rules/approval.h"
#include "rules/clocks.h"
#include "rules/document_paragraphs.h"
#include "rules/documents.h"

namespace ftt::report {
namespace {

struct FactInfo {
  std::string_view name;
  FactKind kind;
};
constexpr std::array<FactInfo, fact_count> fact_infos = {{
#define FTT_FACT(name) {#name, FactKind::column},
#define FTT_OF_DAY(name) {#name, FactKind::of_day},
#define FTT_HELD(name) {#name, FactKind::held},
#include "report/facts.inc"
#undef FTT_FACT
#undef FTT_OF_DAY
#undef FTT_HELD
}};

std::optional<std::string> text_or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}
std::optional<std::string> yes_or_no(bool is_so) {
  return is_so ? "yes" : "no";
}
std::optional<std::string> yes_or_no(const Known<bool>& known) {
  return known.has_value() ? yes_or_no(known.value()) : std::nullopt;
}
std::optional<std::string> iso(const std::optional<Date>& date) {
  return date ? std::optional(to_iso(*date)) : std::nullopt;
}
std::optional<Date> answered(const Answers& answers, Leaf leaf) {
  const Known<Date> date = answers.date(leaf);
  return date.has_value() ? std::optional(date.value()) : std::nullopt;
}
std::optional<std::string> decimal(const std::optional<Money>& money) {
  return money ? std::optional(to_decimal(*money)) : std::nullopt;
}
// The exact text of a good answer that applies.
std::optional<std::string> choice_of(const Answers& answers, Leaf leaf) {
  if (answers.is_empty(leaf) || answers.is_bad(leaf) || !applies(leaf, answers)) return std::nullopt;
  return answers.text(leaf);
}

// What stands beside the forms, also where this version has no field for it and keeps it as it is.
std::optional<std::string> beside(const Packet& packet, std::string_view id) {
  if (const LeafInfo* leaf = find_leaf(id)) return choice_of(packet.answers, leaf->leaf);
  const Json* value = &packet.extras;
  for (const std::string_view name : split(id, '.')) {
    value = value->find(name);
    if (value == nullptr) return std::nullopt;
  }
  const std::string* text = value->as_string();
  return text == nullptr ? std::nullopt : text_or_null(trim(*text));
}
std::optional<std::string> day_beside(const Packet& packet, std::string_view id) {
  const std::optional<std::string> text = beside(packet, id);
  return text && Date::from_iso(*text) ? text : std::nullopt;
}

// "Doe, Pat Q."; of a recruit who has no name in Part B, that of the Recruit Agreement.
std::optional<std::string> name_of(const Packet& packet) {
  if (packet.is_redacted) return std::nullopt;
  const Answers& answers = packet.answers;
  struct Name {
    Leaf last;
    Leaf first;
    Leaf middle;
  };
  constexpr std::array<Name, 2> names = {
      {{Leaf::employee_last_name, Leaf::employee_first_name, Leaf::employee_middle_initial},
       {Leaf::recruit_agreement_last_name, Leaf::recruit_agreement_first_name,
        Leaf::recruit_agreement_middle_initial}}};
  for (const Name& name : names) {
    const std::string_view last = answers.words(name.last);
    if (last.empty()) continue;
    const std::string_view first = answers.words(name.first);
    const std::string_view middle = answers.words(name.middle);
    return concat(last, first.empty() ? "" : ", ", first, middle.empty() ? "" : " ", middle);
  }
  return std::nullopt;
}

// ---- Where it stands ----

// By the chain where there is one, else by the typed Parts J to L.
struct Whereabouts : RecordedCase {
  std::optional<Date> since{};
  // A copy without names keeps too little of its chain, and of one in a form to come nothing is understood.
  bool is_unknown = false;
};

std::optional<Date> day_of(const ReadChain& chain, const std::optional<std::size_t>& entry) {
  return entry ? chain.entries[*entry].on : std::nullopt;
}

std::optional<Date> state_since(const RecordedCase& here) {
  const ChainStatus& status = here.status;
  const auto concurred = [&](ChainStep step) { return day_of(here.chain, here.standing.steps[number_of(step)].given); };
  if (!status.is_recorded) {
    const Approval approval = find_approval(here.answers);
    if (status.state == ChainState::denied && approval.denial) return approval.denial->on;
    const bool is_decided = status.state == ChainState::denied || status.state == ChainState::approved;
    return is_decided ? answered(here.answers, Leaf::determination_date) : status.since;
  }
  switch (status.state) {
    case ChainState::draft:
      return std::nullopt;
    case ChainState::in_chain: {
      // Found changed after a concurrence, or on its way since it was submitted.
      const bool is_void = here.standing.holder && here.standing.steps[number_of(*here.standing.holder)].given;
      return is_void ? status.since : day_of(here.chain, here.standing.submitted);
    }
    case ChainState::at_hr:
      return concurred(ChainStep::executive);
    case ChainState::at_deputy:
      return concurred(ChainStep::hr_director);
    case ChainState::returned:
      return day_of(here.chain, here.standing.returned);
    case ChainState::denied:
    case ChainState::withdrawn:
      return day_of(here.chain, here.standing.ended);
    case ChainState::approved:
      return status.approved_on;
  }
  return std::nullopt;
}

Whereabouts whereabouts_of(const Packet& packet, const Result<std::string>& content, const RuleContext& context) {
  Whereabouts here{find_recorded_case(packet, read_entries(packet), content, context)};
  if (!here.status.is_recorded && here.status.state == ChainState::approved) {
    here.status.approved_on = answered(packet.answers, Leaf::determination_date);
  }
  here.since = state_since(here);
  here.is_unknown =
      here.chain.soundness == ChainSoundness::redacted || (here.chain.entries.empty() && is_recorded(packet));
  return here;
}

// Nobody has what is decided or over.
std::optional<std::string> holder_of(const ChainStatus& status) {
  const bool is_over = status.state == ChainState::denied || status.state == ChainState::withdrawn ||
                       status.state == ChainState::approved || status.holder >= HolderKind::decided;
  return is_over ? std::nullopt : std::optional(std::string(ftt::name_of(status.holder)));
}

History history_of(const ReadChain& chain) {
  History history;
  if (!chain.after.empty()) history.emplace_back(hex_of(chain.after));
  for (std::size_t i = 0; i < chain.entries.size(); ++i) {
    if (chain.entries[i].is_sound) history.emplace_back(hex_of(chain.marks[i].digest));
  }
  return history;
}

// ---- The columns ----

class FactsOf {
 public:
  FactsOf(const OpenedPacket& opened, const FactsFor& by)
      : opened_(opened),
        packet_(opened.packet),
        by_(by),
        reviewed_(find_reviewed(opened.packet, ReadOf::figures_alone)),
        day_(packet_date(opened.packet, by.today)),
        context_{edition_of(packet_), by.today, by.policy.calendar},
        known_by_(known_by(packet_)),
        here_(whereabouts_of(packet_, known_by_.content, context_)),
        assessment_(
            assess_figures(by.rates, here_.answers, with_day(assessed_on(packet_, by.today)), by.calc, by.policy)) {
    if (reviewed_) before_ = whereabouts_of(reviewed_->packet, content_digest(reviewed_->packet), context_);
  }

  FactsToBe made() && {
    add_heading();
    add_office();
    add_whereabouts();
    add_arrangement();
    add_figures();
    add_half_years();
    add_papers();
    add_review();
    add_worksite();
    facts_.set(Fact::phase, text_or_null(phase_on(facts_, by_.today)));
    FactsToBe made{std::move(facts_), std::move(known_by_.answered), {history_of(here_.chain)}};
    if (before_) made.histories.push_back(history_of(before_->chain));
    return made;
  }

 private:
  // Nothing that is gathered hangs on the day but the phase.
  AssessedOn with_day(AssessedOn on) const {
    on.today = on.packet;
    return on;
  }

  void set(Fact fact, std::optional<std::string> value) { facts_.set(fact, std::move(value)); }
  // A review leaves empty what was signed, decided or entered in the round before.
  void set_or_before(Fact fact, std::optional<std::string> own, std::optional<std::string> before) {
    set(fact, own ? std::move(own) : std::move(before));
  }
  void set_beside(Fact fact, std::string_view id) {
    set_or_before(fact, beside(packet_, id), reviewed_ ? beside(reviewed_->packet, id) : std::nullopt);
  }
  void set_day_beside(Fact fact, std::string_view id) {
    set_or_before(fact, day_beside(packet_, id), reviewed_ ? day_beside(reviewed_->packet, id) : std::nullopt);
  }
  void set_day(Fact fact, Leaf leaf) { set(fact, iso(answered(packet_.answers, leaf))); }
  void set_day_or_before(Fact fact, Leaf leaf) {
    set_or_before(fact, iso(answered(packet_.answers, leaf)),
                  reviewed_ ? iso(answered(reviewed_->packet.answers, leaf)) : std::nullopt);
  }

  void add_heading() {
    set(Fact::id, text_or_null(packet_.id));
    if (packet_.revision) set(Fact::revision, concat(*packet_.revision));
    set(Fact::content, text_or_null(here_.content));
    set(Fact::head, text_or_null(hex_of(here_.chain.head())));
    set(Fact::recorded, yes_or_no(here_.status.is_recorded));
    if (!packet_.is_redacted) return;
    set(Fact::redacted, "yes");
    set(Fact::redacted_from, text_or_null(packet_.redacted_from));
  }

  void add_office() {
    const Answers& answers = packet_.answers;
    set(Fact::component, text_or_null(answers.words(Leaf::position_office_component)));
    set(Fact::region, text_or_null(answers.words(Leaf::position_office_region)));
    set(Fact::organization, text_or_null(answers.words(Leaf::position_office_organization)));
    set(Fact::name, name_of(packet_));
  }

  // ¶11. While it is reviewed an arrangement stays in the state that it was in; a review that is approved carries it
  // on.
  void add_whereabouts() {
    const ChainStatus& own = here_.status;
    if (here_.is_unknown) return;
    const bool carries_itself = !is_review(packet_.answers) || own.state == ChainState::approved;
    const Whereabouts* stands_in = carries_itself ? &here_ : before_ ? &*before_ : nullptr;
    if (stands_in != nullptr && !stands_in->is_unknown) {
      set(Fact::state, std::string(ftt::name_of(stands_in->status.state)));
      set(Fact::state_since, iso(stands_in->since));
    }
    const std::optional<Date> before = before_ ? before_->status.approved_on : std::nullopt;
    set_or_before(Fact::approved_on, iso(before), iso(own.approved_on));
    set(Fact::holder, holder_of(own));
    if (holder_of(own)) {
      set(Fact::holder_since, iso(own.since));
      set(Fact::due, iso(own.due));
    }
    const Answers& recorded = here_.answers;
    set(Fact::requested_on, iso(answered(recorded, Leaf::clock_requested_on)));
    set(Fact::submitted_on, iso(own.is_recorded ? day_of(here_.chain, here_.standing.submitted)
                                                : answered(recorded, Leaf::concurring_supervisor_date)));
    set(Fact::hr_received_on, iso(answered(recorded, Leaf::clock_hr_received_on)));
    set(Fact::deputy_received_on, iso(answered(recorded, Leaf::clock_deputy_received_on)));
    if (!own.is_recorded) return;
    const auto is_void = [](const StepStanding& step) { return step.given.has_value() && !step.stands(); };
    const auto& steps = here_.standing.steps;
    set(Fact::void_concurrences, concat(std::count_if(steps.begin(), steps.end(), is_void)));
  }

  void add_arrangement() {
    const Answers& answers = packet_.answers;
    set(Fact::action, choice_of(answers, Leaf::arrangement_action));
    set(Fact::type, choice_of(answers, Leaf::arrangement_type));
    set(Fact::term, choice_of(answers, Leaf::arrangement_term));
    set_day(Fact::effective, Leaf::arrangement_start);
    set_day(Fact::end, Leaf::arrangement_end);
    set_day_or_before(Fact::ended_on, Leaf::ending_effective);
    set_day(Fact::suspended_from, Leaf::ending_suspension_from);
    set_day(Fact::suspended_through, Leaf::ending_suspension_through);
    set_beside(Fact::replaces, "record.replaces");
    set_beside(Fact::rationale_kind, "record.rationale_kind");
    const std::string_view reason = answers.words(Leaf::justification_best_interest_reason);
    set(Fact::rationale, text_or_null(reason.empty() ? answers.words(Leaf::justification_cost) : reason));
    set(Fact::same_commuting_area, yes_or_no(answers.yes_no(Leaf::agreement_same_commuting_area)));
    set(Fact::transit_subsidy, yes_or_no(answers.yes_no(Leaf::additional_transit_subsidy)));
  }

  void add_figures() {
    const Worksheet& worksheet = assessment_.worksheet;
    const auto area = [](const FoundSalary& found) {
      return text_or_null(found.area_name.empty() ? std::string_view(found.area_code) : found.area_name);
    };
    set(Fact::requested_area, area(assessment_.found.requested));
    set(Fact::agency_area, area(assessment_.found.agency));
    set(Fact::salary_difference, decimal(worksheet.money(Line::locality_pay_difference)));
    const auto in_use = std::find_if(worksheet.readings.begin(), worksheet.readings.end(),
                                     [](const ReadingRow& row) { return row.in_use; });
    if (in_use != worksheet.readings.end()) {
      const auto& choices = info(Leaf::travel_budget_trip_cost_method).choices;
      set(Fact::trip_cost_method, std::string(choices[static_cast<std::size_t>(in_use->method)].value));
    }
    constexpr std::array<Fact, 4> annual = {Fact::annual_as_worded, Fact::annual_per_night, Fact::annual_per_diem,
                                            Fact::annual_extras_only};
    for (std::size_t i = 0; i < annual.size(); ++i) set(annual[i], decimal(worksheet.readings[i].annual));
    const Known<Count> trips = packet_.answers.count(Leaf::travel_budget_trips);
    if (trips.has_value()) set(Fact::trips, to_decimal(trips.value()));
    set(Fact::net_change, decimal(worksheet.net_annual_change));
    if (worksheet.pay_year != 0) set(Fact::pay_year, concat(worksheet.pay_year));
    set(Fact::rates, text_or_null(assessment_.rates_digest));
    const bool can_be_told = !opened_.stored_lines.empty() && opened_.stored_rates_digest == assessment_.rates_digest;
    if (can_be_told) set(Fact::stored_figures_differ, yes_or_no(has_other_figures(opened_, worksheet)));
  }

  // ¶13b, ¶13e; ¶11a: by what was reviewed, for the halves that had begun before the review took effect.
  void add_half_years() {
    TravelBudget budget{travel_plan(assessment_.worksheet, packet_.answers), {}, {}};
    if (reviewed_) {
      const Packet& before = reviewed_->packet;
      const Date day = review_day(packet_, before);
      const Worksheet worksheet = calculate(by_.rates, before.answers, packet_date(before, day), by_.calc);
      budget = budget_of_review(assessment_.worksheet, packet_.answers, here_.answers, worksheet, before.answers, day);
    }
    set(Fact::fiscal_year, concat(by_.year.year()));
    const HalfYear first = HalfYear::of(*Date::from_year_month_day(by_.year.year() - 1, 10, 1));
    set(Fact::budget_h1, decimal(planned_in(budget, first)));
    set(Fact::budget_h2, decimal(planned_in(budget, first.next())));
    set(Fact::spent_h1, decimal(spent_in(first)));
    set(Fact::spent_h2, decimal(spent_in(first.next())));
  }

  // Of two entries for a half the first one counts, and the form's check names the other.
  std::optional<Money> spent_in(HalfYear half) const {
    for (const Actual& actual : packet_.answers.actuals()) {
      const bool is_of_half = HalfYear::parse(actual.half_year) == half && problem_of_spent(actual.spent).empty();
      if (!is_of_half) continue;
      const Result<Money> spent = parse_money(actual.spent);
      if (spent) return *spent;
    }
    return std::nullopt;
  }

  // ¶8e; App. B; ¶10b, ¶10c; App. C.
  void add_papers() {
    const Answers& answers = packet_.answers;
    const std::vector<Document>& documents = assessment_.policy.documents;
    const auto justification = std::find_if(documents.begin(), documents.end(), [](const Document& document) {
      return document.id == "doc.cost_justification";
    });
    if (justification != documents.end() && justification->requirement != Requirement::unknown) {
      set(Fact::justification_required, yes_or_no(justification->requirement == Requirement::required));
    }
    const auto is_of_justification = [](const MissingAnswer& missing) {
      return missing.reason == MissingReason::cost_justification || missing.reason == MissingReason::retention;
    };
    const bool lacks = std::any_of(assessment_.missing.begin(), assessment_.missing.end(), is_of_justification);
    set(Fact::justification_given, yes_or_no(!lacks && !answers.words(Leaf::justification_cost).empty()));

    const auto signed_on = [](const Answers& one) {
      return rules_detail::both_signed(one, Leaf::agreement_employee_signature_date,
                                       Leaf::agreement_supervisor_signature_date);
    };
    const std::optional<Date> before = reviewed_ ? signed_on(reviewed_->packet.answers) : std::nullopt;
    set_or_before(Fact::agreement_signed_on, iso(signed_on(answers)), iso(before));
    if (!is_review(answers)) {
      set(Fact::first_agreement, iso(signed_on(answers)));
    } else if (reviewed_ && !is_review(reviewed_->packet.answers)) {
      set(Fact::first_agreement, iso(before));
    }
    const Known<bool> agreement = telework_agreement_stands(answers);
    set(Fact::telework_agreement, yes_or_no(agreement));
    add_recruit();
  }

  // A recruit is an incumbent by the first review; the clocks are those of the packet under review then.
  void add_recruit() {
    std::vector<Deadline> of_before;
    if (reviewed_) {
      const Edition& edition = edition_of(reviewed_->packet);
      of_before = find_deadlines(reviewed_->packet.answers, {edition, day_, by_.policy.calendar});
    }
    const auto is_recruit = [](const Answers& answers) {
      const Known<Action> action = answers.action();
      return action.has_value() && action.value() == Action::recruit;
    };
    const bool is_own = is_recruit(packet_.answers);
    if (!is_own && !(reviewed_ && is_recruit(reviewed_->packet.answers))) return;
    for (const Deadline& deadline : is_own ? assessment_.policy.deadlines : of_before) {
      if (deadline.id == "clock.recruit_training") {
        set(Fact::recruit_training_due, iso(deadline.due));
        set(Fact::recruit_training_done, iso(deadline.done));
      } else if (deadline.id == "clock.recruit_agreement") {
        set(Fact::recruit_agreement_due, iso(deadline.due));
        set(Fact::recruit_agreement_done, iso(deadline.done));
      }
    }
  }

  // ¶11a, ¶11c.
  void add_review() {
    const Answers& answers = packet_.answers;
    const Numbers& numbers = context_.numbers();
    if (!is_refused(here_.answers) || is_review(answers)) {
      const std::optional<Date> first = rules_detail::first_review_of(answers, numbers);
      set(Fact::first_review_due, iso(first));
      if (!is_review(answers)) set(Fact::review_due, iso(first));
    }
    if (!is_review(answers)) return;
    const std::optional<Date> written = answered(answers, Leaf::annual_review_date);
    if (written || packet_.prepared_on) {
      RuleContext then = assessed_on(packet_, day_).context(by_.policy.calendar);
      then.today = day_;
      set(Fact::review_due, iso(rules_detail::this_review_due(answers, then)));
    }
    set_day(Fact::review_done, Leaf::annual_review_hr_signature_date);
    const std::optional<std::string> received = day_beside(packet_, "record.review_received_on");
    set_or_before(Fact::review_received_on, received, iso(answered(answers, Leaf::annual_review_hr_signature_date)));
    if (!here_.is_unknown) set(Fact::review_state, std::string(state_of_review()));
  }

  // ¶11c. As the chain of an updated Analysis Tool says. Where none has begun App. D goes to the servicing HR office by
  // itself, and is done once that has signed it.
  std::string_view state_of_review() const {
    const ChainState in_chain = here_.status.state;
    if (in_chain != ChainState::draft) return ftt::name_of(in_chain);
    if (facts_.text(Fact::review_done)) return "done";
    return ftt::name_of(facts_.text(Fact::review_received_on) ? ChainState::at_hr : ChainState::draft);
  }

  // Part M.
  void add_worksite() {
    set_day_or_before(Fact::worksite_change_proposed, Leaf::worksite_change_proposed);
    set_day_or_before(Fact::worksite_change_completed, Leaf::worksite_change_completed);
    set_day_beside(Fact::worksite_verified_on, "record.worksite_verified.date");
  }

  const OpenedPacket& opened_;
  const Packet& packet_;
  const FactsFor& by_;
  std::optional<OpenedPacket> reviewed_;
  Date day_;
  RuleContext context_;
  KnownBy known_by_;
  Whereabouts here_;
  Assessment assessment_;              // by the answers that count
  std::optional<Whereabouts> before_;  // of the packet under review
  Facts facts_;
};

void append_columns(std::string& target, const Facts& facts, bool is_first, bool (*is_taken)(FactKind)) {
  for (std::size_t i = 0; i < fact_count; ++i) {
    if (!is_taken(fact_infos[i].kind)) continue;
    append(target, is_first ? "" : ",", "\"", fact_infos[i].name, "\":");
    is_first = false;
    const std::optional<std::string>& value = facts.text(static_cast<Fact>(i));
    if (value) {
      append_json_string(target, *value);
    } else {
      target += "null";
    }
  }
}

}  // namespace

std::string_view name_of(Fact fact) {
  return fact_infos[static_cast<std::size_t>(fact)].name;
}
FactKind kind_of(Fact fact) {
  return fact_infos[static_cast<std::size_t>(fact)].kind;
}
std::optional<Fact> fact_of(std::string_view name) {
  const auto found =
      std::find_if(fact_infos.begin(), fact_infos.end(), [&](const FactInfo& one) { return one.name == name; });
  if (found == fact_infos.end()) return std::nullopt;
  return static_cast<Fact>(found - fact_infos.begin());
}

std::string_view Facts::words(Fact fact) const {
  const std::optional<std::string>& value = text(fact);
  return value ? std::string_view(*value) : std::string_view();
}
std::optional<Date> Facts::date(Fact fact) const {
  const Result<Date> date = Date::from_iso(words(fact));
  return date ? std::optional(*date) : std::nullopt;
}
std::optional<Money> Facts::money(Fact fact) const {
  if (words(fact).empty()) return std::nullopt;
  const Result<Money> money = parse_money(words(fact));
  return money ? std::optional(*money) : std::nullopt;
}
std::optional<bool> Facts::yes_no(Fact fact) const {
  if (is(fact, "yes")) return true;
  return is(fact, "no") ? std::optional(false) : std::nullopt;
}
std::optional<std::int64_t> Facts::number(Fact fact) const {
  const std::string_view digits = words(fact);
  std::int64_t number = 0;
  const std::from_chars_result read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_whole = !digits.empty() && read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

FactsToBe facts_to_be(const OpenedPacket& opened, const FactsFor& by) {
  return FactsOf(opened, by).made();
}

Facts facts_of(const OpenedPacket& opened, const FactsFor& by) {
  FactsToBe made = facts_to_be(opened, by);
  made.facts.set(Fact::packet, sha256_hex(made.answered));
  return std::move(made.facts);
}

// ¶12. It ends after its last day, or on the day from which the end is effective; a suspension is for a limited time.
std::string_view phase_on(const Facts& facts, Date day) {
  const std::optional<Date> first = facts.date(Fact::effective);
  if (!first) return {};
  const std::optional<Date> ended = facts.date(Fact::ended_on);
  const std::optional<Date> last = facts.date(Fact::end);
  if ((ended && day >= *ended) || (last && day > *last)) return name_of(ArrangementPhase::ended);
  if (day < *first) return name_of(ArrangementPhase::not_begun);
  const std::optional<Date> from = facts.date(Fact::suspended_from);
  const std::optional<Date> through = facts.date(Fact::suspended_through);
  const bool is_suspended = from && day >= *from && !(through && day > *through);
  return name_of(is_suspended ? ArrangementPhase::suspended : ArrangementPhase::active);
}

std::string facts_line(const Facts& facts) {
  std::string line = concat("{\"format\":\"", facts_format, "\"");
  append_columns(line, facts, false, [](FactKind kind) { return kind != FactKind::held; });
  return line + "}";
}

void append_held(std::string& target, const Facts& facts) {
  target += '{';
  append_columns(target, facts, true, [](FactKind kind) { return kind != FactKind::of_day; });
  target += '}';
}

}  // namespace ftt::report
