// The packet: one JSON object with what people answered, what was worked out of it, and under which rates.
//
// Only answers are truth. What is derived (worksheet, rates, seal) is written for readers, worked out again on opening
// and compared; a difference is told line by line and never replaced in silence. The same answers give the same bytes.
// What the chain attests is a third kind: kept as it was written and verified, neither worked out nor replaced.
// Members that this version does not know are kept, at every level, and written back unchanged at the end of their
// object.
//
// Does not: open files, read a clock, or keep what stands inside of derived lines.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/json_reader.h"
#include "base/result.h"
#include "form/answers.h"
#include "form/checks.h"
#include "order/edition.h"
#include "packet/assess.h"

namespace ftt {

inline constexpr std::string_view packet_format = "telework-packet/1";

// Where the packet under review stands in its review.
inline constexpr std::string_view reviewed_place = "annual_review.reviewed";

struct Packet {
  std::string format{packet_format};
  std::string id;
  std::optional<std::int64_t> revision;
  std::optional<Date> prepared_on;
  std::string order{editions.front()->id};
  bool is_redacted = false;  // names and home address were left out (redact.h)
  // Of such a copy: the digest of the id of the packet that it is a copy of; empty where none is said.
  std::string redacted_from;
  bool is_sample = false;  // of an invented person: an example, not a request
  Answers answers;
  // At reviewed_place: the packet under review as it was written, without one of its own; null where there is none.
  Json reviewed;
  // Attested: the chain as it was written (chain_entries.h), neither worked out again nor edited; null where there is
  // none.
  Json chain;
  // Members that are unknown, or known and of no readable type: an object shaped like the packet that holds them alone.
  Json extras = Json::object();
};

// The edition that the packet names; the first one where this program knows none of that name.
const Edition& edition_of(const Packet& packet);

// What a sample is called wherever it is shown or printed.
inline constexpr std::string_view words_of_sample = "Sample: invented person, not a request";

// Something wrong with a packet: where, how bad, what and the mend.
struct PacketProblem {
  std::string field;  // "travel_budget.nights", "actuals.0.spent"; empty for the packet as a whole
  Severity severity = Severity::error;
  std::string message;
  ProblemKind kind = ProblemKind::form;
  bool follows = false;  // from the verdict on the file, which stands before it
};

// A derived value as a file has it, with what tells of the answers that it was worked out of.
struct StoredLine {
  std::string id;
  std::optional<std::string> value;  // nothing for null: unknown
  std::string origin;                // "entered" where the value is the answer itself
  std::string reading;
  std::string formula;
  std::vector<std::pair<std::string, std::string>> inputs;  // by id, what went in
};

// The digest of a part as a file has it.
struct StoredPart {
  std::string member;  // "travel_budget"
  std::string digest;
};

enum class Access { writable, read_only };

struct OpenedPacket {
  Packet packet;
  // What is wrong with the file itself. What is wrong with the answers, check() of the form says.
  std::vector<PacketProblem> problems;
  std::vector<StoredLine> stored_lines;
  std::string stored_rates_digest;
  std::string stored_seal;
  std::vector<StoredPart> stored_parts;  // seal.parts
  Access access = Access::writable;      // read_only: a newer version wrote it
  std::string notice;                    // why it is read-only, or what was left out of it; else empty
};

// The bytes of the largest file that is opened again.
inline constexpr std::size_t largest_packet = JsonLimits().max_bytes;

// What is taken of a file: all of it; or, for whoever writes no packet and asks for its figures, of each line of the
// worksheet id and value alone, so that the rest is never built (and not kept either). Its chain and what stands in the
// packet under review are kept then and not looked into: whoever needs them reads them (read_chain, read_reviewed).
enum class ReadOf : std::uint8_t { everything, figures_alone };

// The packet in the bytes: JSON, or a saved page that carries it, of at most so many bytes. What can be read is kept
// and the rest is listed. An answer is kept however long it is, and is a problem of its field where that holds less;
// any other text of more than 20,000 characters is refused. Errors: all of read_json and extract_packet; wrong_type
// (not an object), wrong_format.
Result<OpenedPacket> read_packet(std::string_view bytes, std::size_t max_bytes = largest_packet,
                                 ReadOf read_of = ReadOf::everything);

// The revision after this one, the first where there is none; that of the largest number that a file can have is
// itself.
std::int64_t next_revision(const std::optional<std::int64_t>& revision);

// The packet that stands in annual_review.reviewed; a packet under review of its own is not looked into. Errors: as
// read_packet; not_found where there is none.
Result<OpenedPacket> read_reviewed(const Packet& packet, ReadOf read_of = ReadOf::everything);

// The packet's heading and answers with all that is kept, in the fixed member order; nothing of what follows from it.
Json answered_json(const Packet& packet);
// The same with worksheet, rates and seal.
Json packet_json(const Packet& packet, const Assessment& assessment);
// The bytes of packet_json: two-space indent, with a final line end.
std::string write_packet(const Packet& packet, const Assessment& assessment);

// "sha256:…" over the RFC 8785 form of Parts A to I as write_packet writes them: the members arrangement to
// justification. Empty where an unknown member holds a number that the form cannot express.
std::string content_seal(const Packet& packet);

// The same digest in hexadecimal, as an entry's saw.content has it. Errors: too_precise, with the place
// ("additional.parking") and the mend: such content cannot be concurred on.
Result<std::string> content_digest(const Packet& packet);

// What a packet with all that it holds is known by, worked out in one walk.
struct KnownBy {
  Result<std::string> content;  // content_digest
  // What the digest of the packet is taken over: the RFC 8785 form of answered_json without what follows from it
  // (worksheet, rates, seal); its compact form where an unknown member holds a number that the other cannot express.
  std::string answered;
};
KnownBy known_by(const Packet& packet);

// Their names, in their order.
std::span<const std::string_view> members_of_parts_a_to_i();

// The digest of one of the eight members by itself.
struct PartSeal {
  std::string_view member;  // "travel_budget"
  std::string_view part;    // "Part E"
  std::string digest;       // "sha256:…"; empty where the part has no answers
};
// Parts A to I one by one, in their order; none where there is no content_seal.
std::vector<PartSeal> part_seals(const Packet& packet);

// The hexadecimal digits of "sha256:…" and "sha256-jcs:…".
constexpr std::string_view hex_of(std::string_view digest) {
  return digest.substr(digest.find(':') + 1);
}

// What a file says otherwise than what follows from its answers.
enum class DifferenceKind : std::uint8_t {
  verdict,      // what was done to the file: at most one, and the first
  answer,       // an answer of a changed part of which the file still has the old value
  consequence,  // a figure that the file has otherwise
  concurrence   // given on other content
};
struct Difference {
  DifferenceKind kind = DifferenceKind::verdict;
  std::string field;
  // Whole sentences: "Part E was changed after it was sealed. …", "E9 Total cost per trip to agency worksite: the file
  // says $2,521.80, its answers give $1,622.60."
  std::string message;
  // Of an answer and a consequence, as people read them.
  std::string name{};     // "E9 Total cost per trip to agency worksite"
  std::string in_file{};  // "$2,521.80"
  std::string here{};     // "$1,622.60"
};
// The sentences of the verdict; empty where there is none.
std::string verdict_of(std::span<const Difference> differences);
// Whether they leave a doubt about the file, so that nothing on it is called good. Other rate tables with which every
// figure comes out the same leave none.
bool leave_doubt(std::span<const Difference> differences);
// "9 figures in the file are not what its answers give": the heading of the consequences; empty where there are none.
std::string heading_of_consequences(std::span<const Difference> differences);
// The concurrences of seal.concurrences ({"supervisor": "sha256:…"}, by member of Part K) whose digest is not that of
// Parts A to I as they are: each was given on other content.
std::vector<Difference> concurrences_on_other_content(const Packet& packet);
// What the file says otherwise than its answers: the verdict first, then the old values of changed answers that its own
// worksheet shows, then the figures and the rates, and the concurrences on other content. Figures that wait for rates
// are not compared.
std::vector<Difference> differences(const OpenedPacket& opened, const Assessment& assessment);
// Whether the file has a figure that does not come out here while tables of older years are still to be loaded: none of
// its figures is called another one before they are there.
bool waits_for_rates(const OpenedPacket& opened, const Assessment& assessment);

// Whether a figure of the file's worksheet is another one than its answers give.
bool has_other_figures(const OpenedPacket& opened, const Worksheet& worksheet);

// The day that the packet is worked out for: its own date, else the day given.
Date packet_date(const Packet& packet, Date today);
// The days of its assessment: its own, today, and that of the round under review, where that packet is there.
AssessedOn assessed_on(const Packet& packet, Date today);

}  // namespace ftt
