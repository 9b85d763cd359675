// Taking packs in: what is built in, and an agency's newer one over it. See rates.h.
#include "rates/rates.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "base/sha256.h"
#include "base/text.h"
#include "rates/pack.h"
#include "rates/pack_check.h"
#include "rates/tables.h"

namespace ftt {

void RateTables::add(std::vector<RateTable> tables) {
  tables_.insert(tables_.end(), std::make_move_iterator(tables.begin()), std::make_move_iterator(tables.end()));
}

const RateTable* RateTables::find(TableKind kind, int year) const {
  for (auto table = tables_.rbegin(); table != tables_.rend(); ++table) {
    if (table->kind == kind && table->year == year) return &*table;
  }
  return nullptr;
}

const RateTable* RateTables::newest(TableKind kind) const {
  const RateTable* newest = nullptr;
  for (const RateTable& table : tables_) {
    if (table.kind == kind && (newest == nullptr || table.year >= newest->year)) newest = &table;
  }
  return newest;
}

std::vector<int> RateTables::years(TableKind kind) const {
  std::vector<int> years;
  for (const RateTable& table : tables_) {
    if (table.kind == kind) years.push_back(table.year);
  }
  std::sort(years.begin(), years.end(), std::greater<>());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

RateSource source_of(const RateTable& table) {
  return {name_of_table(table.kind), table.year, table.source};
}

Rates::Rates(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Rates::Rates(Rates&&) noexcept = default;
Rates& Rates::operator=(Rates&&) noexcept = default;
Rates::~Rates() = default;

Result<Rates> Rates::load(std::string current) {
  auto parts = std::make_unique<Parts>();
  const std::string& text = *parts->texts.emplace_back(std::make_unique<const std::string>(std::move(current)));
  Pack pack = FTT_TRY(read_pack(text));
  if (pack.part != "current") {
    return Error{ErrorCode::wrong_format, "line 1",
                 concat("The part ", in_quotes(pack.part), " cannot be loaded first; load the part current.")};
  }
  parts->tables.add(std::move(pack.tables));
  parts->pins = std::move(pack.pins);
  const std::string digest = sha256_hex(text);
  parts->chain = concat(digest, "\n");
  parts->digest = concat("sha256:", digest);
  return Rates(std::move(parts));
}

Result<Unit> Rates::add_part(std::string text) {
  const std::string digest = sha256_hex(text);
  const auto pin = std::find_if(parts_->pins.begin(), parts_->pins.end(),
                                [&](const PinnedPart& pinned) { return pinned.digest == digest; });
  if (pin == parts_->pins.end()) {
    return Error{ErrorCode::inconsistent, "line 1",
                 "This part does not belong to the rates that are loaded (its SHA-256 is another); "
                 "bring the files of one build together."};
  }
  if ((pin->part == "history" && has_history()) || (pin->part == "zip" && has_zips())) {
    return Error{ErrorCode::repeated, "line 1", concat("The part ", pin->part, " is loaded already.")};
  }
  auto owned = std::make_unique<const std::string>(std::move(text));
  Pack pack = FTT_TRY(read_pack(*owned));
  if (pack.part == "zip") {
    parts_->zip_table = std::move(pack.tables.front());
    parts_->zips.emplace(*parts_->zip_table);
  } else {
    // Older years go below what is there, so that an overlay laid before stays on top.
    RateTables tables;
    tables.add(std::move(pack.tables));
    tables.add(std::vector<RateTable>(parts_->tables.all().begin(), parts_->tables.all().end()));
    parts_->tables = std::move(tables);
    parts_->has_history = true;
  }
  parts_->texts.push_back(std::move(owned));
  return Unit{};
}

Result<Unit> Rates::overlay(std::string text) {
  auto owned = std::make_unique<const std::string>(std::move(text));
  const Pack pack = FTT_TRY(read_pack(*owned));
  if (pack.part != "overlay") {
    return Error{ErrorCode::wrong_format, "line 1",
                 concat("An agency's own pack begins with ", rates_format, "|overlay, not with the part ",
                        in_quotes(pack.part), ".")};
  }
  for (const RateTable& table : pack.tables) {
    if (table.kind != TableKind::zip) continue;
    return Error{ErrorCode::unknown_choice, concat("line ", table.first_line),
                 "ZIP codes come only with the built-in rates; take the table zip out."};
  }
  FTT_TRY(check_pack(pack, parts_->tables));
  parts_->tables.add(pack.tables);
  append(parts_->chain, sha256_hex(*owned), "\n");
  parts_->digest = concat("sha256:", sha256_hex(parts_->chain));
  parts_->texts.push_back(std::move(owned));
  return Unit{};
}

bool Rates::has_history() const {
  return parts_->has_history;
}

bool Rates::has_zips() const {
  return parts_->zips.has_value();
}

const std::string& Rates::digest() const {
  return parts_->digest;
}

}  // namespace ftt
