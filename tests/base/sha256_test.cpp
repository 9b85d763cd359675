// SHA-256 against the published examples of FIPS 180-4.
#include "base/sha256.h"

#include <doctest/doctest.h>

namespace ftt {
namespace {

TEST_CASE("sha256: the published examples") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("sha256: what is one in hexadecimal, and what is not") {
  CHECK(is_sha256_hex(sha256_hex("abc")));
  CHECK_FALSE(is_sha256_hex(""));
  CHECK_FALSE(is_sha256_hex(sha256_hex("abc").substr(1)));
  CHECK_FALSE(is_sha256_hex(sha256_hex("abc").replace(0, 1, "B")));
}

TEST_CASE("sha256: bytes taken in by parts give the digest of the whole, at every length around a block") {
  for (std::size_t length = 0; length < 200; ++length) {
    const std::string bytes(length, 'x');
    Sha256 whole;
    whole.update(bytes);
    Sha256 parts;
    for (const char& byte : bytes) parts.update(std::string_view(&byte, 1));
    REQUIRE(whole.finish() == parts.finish());
  }
}

TEST_CASE("sha256: several texts side by side have the digests that each has by itself, whatever their lengths") {
  CHECK(sha256_hex_of_each({}).empty());
  std::vector<std::string> texts;
  for (std::size_t count = 1; count < 40; ++count) {
    // Lengths on both sides of a block and of its last eight bytes, in no order.
    texts.emplace_back((count * 53) % 300, static_cast<char>('a' + count % 26));
    const std::vector<std::string> digests = sha256_hex_of_each(texts);
    REQUIRE(digests.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) REQUIRE(digests[i] == sha256_hex(texts[i]));
  }
  for (std::size_t length = 0; length < 200; ++length) {
    const std::vector<std::string> alike(9, std::string(length, 'x'));
    for (const std::string& digest : sha256_hex_of_each(alike)) REQUIRE(digest == sha256_hex(alike.front()));
  }
}

}  // namespace
}  // namespace ftt
