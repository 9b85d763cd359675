// A line of the worksheet as an object. See worksheet_json.h.
#include "packet/worksheet_json.h"

#include <utility>

namespace ftt {
namespace {

Json inputs_json(const WorksheetLine& line) {
  Json inputs = Json::object();
  for (const LineInput& input : line.inputs) {
    if (input.value.has_value()) inputs.set(input.id, Json::string(to_decimal(input.value)));
  }
  return inputs;
}

// The tables that went in, each with its year.
Json rates_of_line(const WorksheetLine& line) {
  Json rates = Json::array();
  for (const RateUse& use : line.rates) {
    Json rate = Json::object();
    rate.set("table", Json::string(use.table));
    rate.set("year", Json::number(use.year));
    if (!use.entry.empty()) rate.set("entry", Json::string(use.entry));
    rates.push_back(std::move(rate));
  }
  return rates;
}

// What has to be known about the figure, or why there is none.
Json notes_of_line(const WorksheetLine& line) {
  Json notes = Json::array();
  if (!line.note.empty()) notes.push_back(Json::string(line.note));
  if (!line.said.empty()) notes.push_back(Json::string(line.said));
  return notes;
}

Json line_json(const WorksheetLine& line) {
  Json json = Json::object();
  const LineInfo& about = info(line.id);
  json.set("id", Json::string(about.id));
  json.set("label", Json::string(about.label));
  if (line.value.has_value()) {
    json.set("value", Json::string(to_decimal(line.value)));
  } else {
    json.set("value", Json::null());
    Json needs = Json::array();
    for (const Leaf need : line.needs) needs.push_back(Json::string(info(need).id));
    json.set("needs", std::move(needs));
  }
  if (!line.reading.empty()) json.set("reading", Json::string(line.reading));
  if (line.value.has_value() && line.origin != Origin::derived) {
    json.set("origin", Json::string(name_of(line.origin)));
  }
  if (!line.formula.empty()) json.set("formula", Json::string(line.formula));
  json.set("inputs", inputs_json(line));
  if (!line.rates.empty()) json.set("rates", rates_of_line(line));
  if (Json notes = notes_of_line(line); !notes.as_array()->empty()) json.set("notes", std::move(notes));
  json.set("cite", Json::string(about.cite.text()));
  return json;
}

}  // namespace

Json worksheet_json(const Worksheet& worksheet) {
  Json lines = Json::array();
  for (const WorksheetLine& line : worksheet.lines) lines.push_back(line_json(line));
  Json json = Json::object();
  json.set("lines", std::move(lines));
  return json;
}

Json rates_json(const Assessment& assessment) {
  const Worksheet& worksheet = assessment.worksheet;
  Json json = Json::object();
  if (worksheet.pay_year != 0) json.set("pay_year", Json::number(worksheet.pay_year));
  if (worksheet.per_diem_fiscal_year != 0) {
    json.set("per_diem_fiscal_year", Json::number(worksheet.per_diem_fiscal_year));
  }
  json.set("digest", Json::string(assessment.rates_digest));
  return json;
}

}  // namespace ftt
