// Runs a fuzzer over files, its committed seeds, where there is no libFuzzer: replay NAME FILE...
// Does not invent anything; that is libFuzzer's.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#define FTT_FUZZERS(X) \
  X(json)              \
  X(json_events)       \
  X(typed_text)        \
  X(wording)           \
  X(packet)            \
  X(chain)             \
  X(rates)             \
  X(settings)          \
  X(page)              \
  X(compare)           \
  X(merge)             \
  X(redact)            \
  X(calendar)          \
  X(print)             \
  X(session)

extern "C" {
#define FTT_DECLARE(name) int fuzz_##name(const std::uint8_t* data, std::size_t size);
FTT_FUZZERS(FTT_DECLARE)
#undef FTT_DECLARE
}

namespace {

struct Fuzzer {
  std::string_view name;
  int (*run)(const std::uint8_t* data, std::size_t size);
};
constexpr Fuzzer fuzzers[] = {
#define FTT_LIST(name) {#name, fuzz_##name},
    FTT_FUZZERS(FTT_LIST)
#undef FTT_LIST
};

int replay(const Fuzzer& fuzzer, int file_count, char** files) {
  for (int i = 0; i < file_count; ++i) {
    std::ifstream file(files[i], std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "%s cannot be read\n", files[i]);
      return 2;
    }
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    fuzzer.run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  std::printf("%d files replayed\n", file_count);
  return 0;
}

}  // namespace

int main(int argument_count, char** arguments) {
  for (const Fuzzer& fuzzer : fuzzers) {
    if (argument_count > 2 && fuzzer.name == arguments[1]) return replay(fuzzer, argument_count - 2, arguments + 2);
  }
  std::fprintf(stderr, "name a fuzzer and the files to replay\n");
  return 2;
}
