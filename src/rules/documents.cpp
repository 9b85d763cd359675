// Every document of the order, each by its paragraph's file. See documents.h.
#include "rules/documents.h"

#include "rules/document_paragraphs.h"

namespace ftt {

std::vector<Document> find_documents(const Answers& answers, const Worksheet& worksheet, Date today) {
  using namespace rules_detail;
  std::vector<Document> documents;
  documents.reserve(9);
  documents.push_back(analysis_tool(answers, today));
  documents.push_back(arrangement_agreement(answers, today));
  documents.push_back(telework_agreement(answers));
  documents.push_back(recruit_agreement(answers));
  documents.push_back(annual_review(answers, today));
  documents.push_back(cost_justification(answers, worksheet));
  documents.push_back(item_explanation(answers));
  documents.push_back(retention_justification(answers, worksheet));
  documents.push_back(relocation_estimate());
  return documents;
}

}  // namespace ftt
