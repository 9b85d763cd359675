// See actions.h.
#include "wizard/state/actions.h"

#include "base/text.h"

namespace ftt {

std::optional<Act> find_act(std::string_view id) {
  for (std::size_t number = 0; number < action_ids.size(); ++number) {
    const std::string_view known = action_ids[number];
    const std::size_t star = known.find('*');
    const ActionId action(static_cast<std::uint8_t>(number));
    if (star == std::string_view::npos) {
      if (known == id) return Act{action, {}};
      continue;
    }
    const std::string_view before = known.substr(0, star);
    const std::string_view behind = known.substr(star + 1);
    if (id.size() <= before.size() + behind.size() || !id.starts_with(before) || !id.ends_with(behind)) continue;
    return Act{action, id.substr(star, id.size() - before.size() - behind.size())};
  }
  return std::nullopt;
}

std::string id_of(ActionId action, std::string_view about) {
  const std::string_view id = action.id();
  const std::size_t star = id.find('*');
  return star == std::string_view::npos ? std::string(id) : concat(id.substr(0, star), about, id.substr(star + 1));
}

}  // namespace ftt
