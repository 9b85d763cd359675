// Parts A to M of the Analysis Tool (GSA Form 3703; App. A) as the print document sets them, in the form's own order,
// with its item numbers. What is not answered is a ruled blank; what is set aside is not printed.
//
// Does not: hold the head of the form, or the worksheet behind it (print_worksheet.h).
#pragma once

#include <string>

#include "print/print_answers.h"

namespace ftt::print {

std::string analysis_tool(const Source& source);

}  // namespace ftt::print
