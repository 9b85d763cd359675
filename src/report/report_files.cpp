// Which function makes the file of a format. Does not: make one itself.
#include "base/text.h"
#include "report/report_file.h"

namespace ftt::report {

Result<std::vector<ReportFile>> report_files(const Report& report, std::string_view format) {
  if (format == "csv") return report_csv(report);
  const auto one = [&](std::string bytes) {
    return std::vector<ReportFile>{{concat("report.", format), std::move(bytes)}};
  };
  if (format == "html") return one(report_html(report));
  if (format == "xlsx") return one(FTT_TRY(report_xlsx(report)));
  if (format == "json") return one(report_json(report));
  return Error{ErrorCode::unknown_choice, "format", concat(in_quotes(format), " is none of html, xlsx, csv, json.")};
}

}  // namespace ftt::report
