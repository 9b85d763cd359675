// Which kinds of node a person can go to and use, by pointer or by keyboard, for every test of a screen. The options of
// a place's suggestions do not count as links.
#pragma once

#include "view/node.h"

namespace ftt::test {

inline bool is_interactive(const Node& node) {
  switch (node.kind) {
    case NodeKind::field:
    case NodeKind::combo:
    case NodeKind::choice:
    case NodeKind::select:
    case NodeKind::checkbox:
    case NodeKind::button:
    case NodeKind::link:
    case NodeKind::answer:
    case NodeKind::disclosure:
      return true;
    case NodeKind::screen:
    case NodeKind::region:
    case NodeKind::group:
    case NodeKind::heading:
    case NodeKind::text:
    case NodeKind::figure:
    case NodeKind::table:
    case NodeKind::chart:
    case NodeKind::finding:
      break;
  }
  return false;
}

}  // namespace ftt::test
