// Writes the sample report of the tests into a folder, for readers of other programs: `write_sample_report FOLDER`.
//
// Both editions, each in a folder of its own: report.xlsx, report.html, report.json and the files of CSV.
#include <sys/stat.h>

#include <cstdio>

#include "base/text.h"
#include "report/circulation.h"
#include "report/report_file.h"
#include "report/sample_report.h"
#include "report/words.h"

namespace {

bool write(const std::string& path, const std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && is_written;
}

bool write(const std::string& folder, const ftt::report::Report& report) {
  const std::string own = ftt::concat(folder, "/", ftt::report::words::id_of(report.edition));
  ::mkdir(own.c_str(), 0777);  // one that is there already serves as well; what cannot be written is said below
  const ftt::Result<std::string> workbook = ftt::report::report_xlsx(report);
  bool is_written = workbook.has_value() && write(own + "/report.xlsx", *workbook);
  is_written = write(own + "/report.html", ftt::report::report_html(report)) && is_written;
  is_written = write(own + "/report.json", ftt::report::report_json(report)) && is_written;
  for (const ftt::report::ReportFile& file : ftt::report::report_csv(report)) {
    is_written = write(ftt::concat(own, "/", file.name), file.bytes) && is_written;
  }
  return is_written;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const ftt::report::Report report = ftt::report::test::sample_report();
  return write(words[1], report) && write(words[1], ftt::report::for_circulation(report)) ? 0 : 1;
}
