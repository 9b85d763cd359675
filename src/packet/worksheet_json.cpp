#include "packet/worksheet_json.h"

namespace ftt {
namespace {

Json inputs_json(const WorksheetLine& line) {
  Json inputs = Json::object();
  for (const LineInput& input : line.inputs) {
    if (input.value.has_value()) inputs.set(input.id, Json::string(to_decimal(input.value)));
  }
  return inputs;
}

Json line_json(const WorksheetLine& line) {
  Json json = Json::object();
  json.set("id", Json::string(line.id));
  json.set("label", Json::string(line.label));
  if (line.value.has_value()) {
    json.set("value", Json::string(to_decimal(line.value)));
  } else {
    json.set("value", Json::null());
    Json needs = Json::array();
    for (const std::string_view need : line.needs) needs.push_back(Json::string(need));
    json.set("needs", std::move(needs));
  }
  if (!line.reading.empty()) json.set("reading", Json::string(line.reading));
  if (!line.formula.empty()) json.set("formula", Json::string(line.formula));
  json.set("inputs", inputs_json(line));
  if (!line.said.empty()) json.set("note", Json::string(line.said));
  json.set("cite", Json::string(line.cite.text()));
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
