// rates_pack SOURCE TARGET: builds current.rates, history.rates and zip.rates in TARGET from the CSV tables in SOURCE.
// Exit 0 when they are written, 1 when a table is refused (file:line and the mend on standard error), 2 on bad use.
// Runs while the project is built, on the building machine alone.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/text.h"
#include "rates/tools/pack_builder.h"

namespace {

ftt::Result<std::string> read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return ftt::Error{ftt::ErrorCode::not_found, path.filename().string() + ":1",
                      "The file cannot be read; bring it back."};
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

bool write_text(const std::filesystem::path& path, const std::string& text) {
  // Written aside and moved, so that a build that is stopped leaves no half of a part.
  const std::filesystem::path aside = path.string() + ".part";
  {
    std::ofstream file(aside, std::ios::binary);
    file << text;
    if (!file.flush()) return false;
  }
  std::error_code error;
  std::filesystem::rename(aside, path, error);
  return !error;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("use: rates_pack SOURCE TARGET\n", stderr);
    return 2;
  }
  const std::filesystem::path source = arguments[1];
  const std::filesystem::path target = arguments[2];
  const ftt::Result<ftt::BuiltPack> built =
      ftt::build_pack([&](std::string_view name) { return read_text(source / std::string(name)); });
  if (!built) {
    std::fprintf(stderr, "%s/%s\n", source.string().c_str(), to_string(built.error()).c_str());
    return 1;
  }
  std::error_code error;
  std::filesystem::create_directories(target, error);
  const bool is_written = write_text(target / "current.rates", built->current) &&
                          write_text(target / "history.rates", built->history) &&
                          write_text(target / "zip.rates", built->zip);
  if (!is_written) {
    std::fprintf(stderr, "%s: the parts cannot be written there; check the folder.\n", target.string().c_str());
    return 1;
  }
  return 0;
}
