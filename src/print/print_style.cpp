// The style sheet's rules. See print_style.h.
#include "print/print_style.h"

#include "base/text.h"
#include "print/print_html.h"

namespace ftt::print {
namespace {

constexpr std::string_view typefaces =
    "\"Public Sans\",\"Source Sans 3\",\"Helvetica Neue\",Helvetica,Arial,\"Liberation Sans\",\"DejaVu Sans "
    "Condensed\",sans-serif";

constexpr std::string_view sheet = R"css(
*,*::before,*::after{box-sizing:border-box}
:root{color-scheme:light}
html{background:#fff;color:#000;font:11pt/1.35 "Public Sans","Source Sans 3","Helvetica Neue",Helvetica,Arial,"Liberation Sans","DejaVu Sans Condensed",sans-serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:7in;padding:.5in 0;overflow-wrap:anywhere}
h1,h2,h3,h4,p,dl,dd,ul,table{margin:0}
p{orphans:3;widows:3}
thead th{overflow-wrap:normal}
.sheet{break-before:page}.sheet:first-of-type{break-before:auto}
.sheet-head{break-inside:avoid;break-after:avoid;display:flex;justify-content:space-between;align-items:flex-end;gap:.3in;border-bottom:2.25pt solid #000;padding-bottom:8pt}
.sheet-head p{font-size:8.5pt;line-height:1.4}
.title{font-size:19pt;line-height:1.12;font-weight:700;letter-spacing:-.01em;margin:2pt 0 4pt;text-wrap:balance}
.identity{font-size:7.5pt;line-height:1.4;flex:none;min-width:2.1in;max-width:2.9in}
.identity div{display:flex;gap:8pt;justify-content:space-between;border-top:.5pt solid #000;padding:1.5pt 0}
.identity dt{white-space:nowrap}
.identity dd{text-align:right;font-weight:600;font-variant-numeric:tabular-nums}
.identity .blank{min-width:1.2in;min-height:10pt}
.lead{font-size:8.5pt;line-height:1.45;margin:7pt 0 0}
.part{margin-top:11pt;break-inside:avoid}
.part:has(.flow,.clauses,.signature+.signature){break-inside:auto}
h3,.section{font-size:11.5pt;line-height:1.2;font-weight:700;border-top:1.5pt solid #000;padding:4pt 0;margin-top:12pt;break-after:avoid;break-inside:avoid}
.part>h3{display:flex;align-items:baseline;gap:9pt;margin-top:0}
.letter{font-size:8.5pt;letter-spacing:.09em;text-transform:uppercase;white-space:nowrap;min-width:.46in}
.sheet-head+h3{border-top:0;margin-top:6pt}
h4{font-size:9pt;line-height:1.35;font-weight:600;padding-top:5pt;break-after:avoid}
.note{font-size:8.5pt;line-height:1.4;padding:0 0 4pt;break-after:avoid;break-inside:avoid}
/* boxes with a small label above the answer */
.boxes,.ledger{break-inside:avoid}
.boxes{display:grid;grid-template-columns:repeat(12,1fr);border-top:.5pt solid #000;border-left:.5pt solid #000}
.box{grid-column:span 12;border-right:.5pt solid #000;border-bottom:.5pt solid #000;padding:2pt 5pt 3pt;min-height:27pt;break-inside:avoid}
.w1{grid-column:span 1}.w2{grid-column:span 2}.w3{grid-column:span 3}.w4{grid-column:span 4}.w5{grid-column:span 5}.w6{grid-column:span 6}.w7{grid-column:span 7}.w8{grid-column:span 8}.w9{grid-column:span 9}
dt,.label{font-size:7.75pt;line-height:1.3;color:#222}
.box dd{min-height:13pt;padding-top:1pt}
.blank{border-bottom:.75pt solid #000;display:block;min-height:13pt;text-align:left}
.box .blank{margin:0 0 2pt}
/* one of several */
.choices{display:flex;flex-wrap:wrap;gap:2pt 16pt;list-style:none;margin:0;padding:1pt 0 0}
.choices li{display:flex;gap:5pt;align-items:flex-start}
.tick{flex:none;width:9pt;height:9pt;border:.75pt solid #000;font-size:8.5pt;line-height:7.4pt;text-align:center;font-weight:700;margin-top:2.6pt}
/* ledgers */
table{border-collapse:collapse;width:100%;font-size:10.5pt}
caption{text-align:left;font-weight:600;padding:0 0 3pt;break-after:avoid}
thead th{font-size:7.75pt;line-height:1.3;font-weight:400;text-align:left;border-bottom:.75pt solid #000;padding:2pt 5pt;vertical-align:bottom}
tbody th,tbody td{border-bottom:.5pt solid #8a8a8a;padding:3.5pt 5pt;vertical-align:top;text-align:left;font-weight:400}
tr{break-inside:avoid}
thead{break-after:avoid}tbody tr:first-child{break-before:avoid}
.line{width:.34in;white-space:nowrap;font-variant-numeric:tabular-nums}
td.amount,th.amount{width:1.45in;text-align:right;font-variant-numeric:tabular-nums lining-nums}
.total th,.total td{font-weight:700;border-top:.75pt solid #000;border-bottom:.75pt solid #000}
.small{font-size:8.5pt;line-height:1.4}
.amount .blank{width:1.1in;margin-left:auto}
/* long texts flow over the pages; the heading stands again on each, and begins where some lines have room below it */
.item::before{content:"";display:block;height:66pt;margin-bottom:-66pt;break-inside:avoid}
.flow{display:table;table-layout:fixed;width:100%;margin:2pt 0 8pt}
.flow-head{display:table-header-group;break-inside:avoid}
.flow-head .part-name{font-weight:400}
.long{white-space:pre-wrap;padding:2pt 0 4pt;orphans:3;widows:3}
.lines{display:grid;gap:0;break-inside:avoid}.lines .blank{min-height:20pt}
/* signatures */
.signature{border:.5pt solid #000;margin-top:-.5pt;padding:2pt 6pt 3pt;break-inside:avoid}
.part>.signature+.signature:last-child{break-after:avoid}
.signature h4{padding:0}
.signatures{padding-top:10pt;display:inline-grid;width:100%;grid-template-columns:1fr 1fr}
.signatures .signature+.signature{border-left:0}
.signature dl{display:grid;grid-template-columns:repeat(12,1fr);gap:1pt 12pt}
.half{grid-column:span 6}.quarter{grid-column:span 3}
.signatures .sign{grid-column:span 7}.signatures .date{grid-column:span 5}
.ruled dd{border-bottom:.75pt solid #000;min-height:14pt}
.sign dd,.date dd{min-height:19pt;padding-top:3pt}
.decision .choices{padding-top:4pt}
/* the worksheet */
.total .small{font-weight:400}
caption{padding-top:10pt}
.readings,.worksheet{font-size:9pt;line-height:1.35}
.readings{break-inside:avoid}
.number{font-variant-numeric:tabular-nums lining-nums}
.readings td,.readings thead th.number{text-align:right;white-space:nowrap}
.used th,.used td{font-weight:700}
.used .small{font-weight:400}
.worksheet tbody th{padding-right:12pt}
.worksheet td.amount,.worksheet th.amount{width:1.1in}
.worksheet td.amount{font-weight:700}
.readings+.small{margin-top:3pt}
.what{font-weight:600}
.formula{padding-top:1pt}
.inputs{list-style:none;display:flex;flex-wrap:wrap;gap:0 12pt;margin:1pt 0;padding:0;font-size:8.5pt;line-height:1.4}
figure.picture{margin:8pt 0 12pt;break-inside:avoid}
.together{margin:8pt 0}
.together p{font-size:10pt}
.plain{margin:2pt 0 8pt;padding-left:14pt;font-size:9.5pt;line-height:1.4}
.colophon{break-before:avoid;margin-top:8pt;border-top:.5pt solid #000;padding-top:4pt;font-size:8pt;line-height:1.35;break-inside:avoid}
/* clauses */
cite{font-style:normal;font-size:8.5pt;color:#222;white-space:nowrap}
.clauses{list-style:none;padding:0;font-size:9pt;line-height:1.3}
.clauses li{display:flex;gap:6pt;padding:1pt 0;break-inside:avoid}
.clauses li:first-child,.clauses li:last-child,.clauses:has(+.signature){break-after:avoid}
.clauses li>:last-child{white-space:pre-line}
.clauses .line{flex:none;width:.4in}
.clauses li:has(>[aria-hidden])>.line{width:10pt}
.level-1{margin-left:.16in}.level-2{margin-left:.32in}
.beside{margin-top:12pt}
.finding{border:.75pt solid #000;padding:5pt 7pt;margin:6pt 0;break-inside:avoid}
.grave{border-width:2pt}
.lead+.boxes,.finding+.boxes{margin-top:10pt}
.answer{font-size:15pt;line-height:1.28;font-weight:700;font-variant-numeric:tabular-nums lining-nums;margin:9pt 0 3pt;text-wrap:balance}
.beside-answer{margin:0 0 2pt}
.beside-answer+.boxes{margin-top:8pt}
.page-cover .answer{font-size:13pt}
.estimate{font-size:9pt;line-height:1.3}
.estimate tbody th{width:2.1in;font-weight:400}
.estimate tbody :is(th,td){padding-top:2pt;padding-bottom:2pt}
.page-estimate :is(h3,.section){margin-top:8pt;padding:3pt 0 1pt}
.estimate .used :is(th,td){font-weight:700}
.page-cover .section{margin-top:9pt;padding:3pt 0 1pt}
.page-cover .box{min-height:0;padding:2pt 5pt 2pt}
.page-cover .box dd,.page-cover td{font-size:9.5pt;line-height:1.3}
.page-cover p,.page-cover li{font-size:9pt;line-height:1.33}
.page-cover .plain{margin:2pt 0 0}
.page-cover .small,.page-cover .lead,.page-cover cite{font-size:8pt;line-height:1.35}
.page-cover li{font-size:8.5pt}
.clauses+.signature{margin-top:6pt}
.sheet-head+.note{padding-top:6pt}
.beside-each-other{display:grid;grid-template-columns:1fr 1fr;gap:.3in;break-inside:avoid}
.page-cover td,.page-cover tbody th{padding-top:2pt;padding-bottom:2pt}
.contents,.findings,.documents,.dates,.answered,.changes,.spending{font-size:9pt;line-height:1.35}
.contents tbody th{width:1.75in;font-weight:600}
.documents :is(th,td),.dates :is(th,td),.findings :is(th,td){padding-top:2.5pt;padding-bottom:2.5pt}
.findings tbody th{width:1.7in}.group th{font-weight:700}.documents tbody th{width:2in}.dates tbody th{width:2.3in}
.documents td:last-child,.dates td:last-child{width:2.1in}.dates td[colspan]{width:auto}
.answered td{width:1.6in}.record tbody th{width:2in}.record td{width:auto}.changes td{width:1.9in}
.kind{font-size:8.5pt;border:.5pt solid #000;padding:0 3pt}
/* for a screen reader, also in a PDF, which leaves out what is clipped */
.hidden{position:absolute;font-size:1px;line-height:1px;padding:0;color:transparent;white-space:nowrap}
@media screen{html{background:#e6e6e6}body{background:#fff;max-width:8.5in;padding:.75in;margin:.3in auto;box-shadow:0 0 0 1px #bbb}}
.contents a{color:inherit}
.links ul{display:flex;flex-wrap:wrap;gap:4pt 16pt;list-style:none;margin:0 0 16pt;padding:0}
/* on a narrow screen one column: boxes below each other, and nothing that cannot be broken */
@media screen and (max-width:40em){body{padding:1em;margin:0}.sheet-head,.boxes,.signatures,.signature dl,.beside-each-other{display:block}
.identity{max-width:none}.part>h3{flex-wrap:wrap}.clauses li,.choices li{min-width:0}
:is(.identity dt,.letter,cite,.line,.readings td,.readings thead th.number){white-space:normal}thead th{overflow-wrap:anywhere}
th,td,td.amount,th.amount,.amount .blank{width:auto!important}.level-1,.level-2{margin-left:.1in}}
@media print{body{max-width:none;padding:0;margin:0}.links{display:none}.contents a{text-decoration:none}}
/* Firefox has no margin boxes: where nobody lays out the pages for it, the head of a table stands again on each of them */
.running{display:none}
@media print{@supports (-moz-appearance:none){.sheet{display:table;table-layout:fixed;width:100%}.running{display:table-header-group}.running p{font-size:7.5pt;line-height:1.25;border-bottom:.5pt solid #000;padding-bottom:5pt;margin-bottom:10pt}}}
)css";

// The mark of a sample on the screen, and for a screen reader; on paper it stands in the margin of each page.
constexpr std::string_view sample_rules =
    ".sample{border:2pt solid #000;padding:3pt 7pt;margin-bottom:8pt;font-weight:700}\n"
    "@media print{.sample{position:absolute;font-size:1px;line-height:1px;padding:0;border:0;color:transparent}}\n";

// The sheet of the history, and the notes of the forms on what is recorded.
constexpr std::string_view chain_rules =
    ".signature .small{padding-top:2pt}\n"
    ".page-history tbody th{width:1.6in}.page-history td:last-child{width:2.2in}\n"
    ".page-history .entries td:nth-child(2){width:1.05in}.page-history .entries "
    "td:last-child{width:1.5in;font-size:8pt}\n";

// One margin box of the page; `content` is CSS.
std::string margin_box(std::string_view place, std::string_view width, std::string_view content,
                       std::string_view font = "7.5pt/1.25") {
  const std::string_view edge = place.starts_with("top")
                                    ? "vertical-align:bottom;padding-bottom:5pt;margin-bottom:10pt;border-bottom"
                                    : "vertical-align:top;padding-top:5pt;margin-top:10pt;border-top";
  return concat("@", place, "{content:", content, ";width:", width, ";font:", font, " ", typefaces,
                ";white-space:pre-line;", edge, ":.5pt solid #000}");
}

// Two lines as one CSS string; an empty line takes no room.
std::string two_lines(std::string_view upper, std::string_view lower) {
  if (upper.empty() || lower.empty()) return css_string(upper.empty() ? lower : upper);
  return concat(css_string(upper), " \"\\a\" ", css_string(lower));
}

// "Sample: invented person" as two lines, broken behind the colon.
std::string words_on_two_lines(std::string_view mark) {
  const std::size_t colon = mark.find(": ");
  return colon == std::string_view::npos ? css_string(mark)
                                         : two_lines(mark.substr(0, colon + 1), mark.substr(colon + 2));
}

}  // namespace

std::string css_string(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string quoted_text = "\"";
  for (const char c : text) {
    const unsigned char byte = static_cast<unsigned char>(c);
    const bool is_safe = is_ascii_letter(c) || is_digit(c) || byte >= 0x80 ||
                         std::string_view(" .,:;-_()/+").find(c) != std::string_view::npos;
    if (is_safe) {
      quoted_text.push_back(c);
    } else {
      append(quoted_text, "\\", digits[byte >> 4], digits[byte & 15], " ");
    }
  }
  return quoted_text + "\"";
}

std::string style_sheet(const Margins& margins, std::span<const NamedPage> pages) {
  const std::string_view side = margins.mark.empty() ? "50%" : "32%";
  const bool has_chain = !margins.chain.empty();
  std::string css =
      concat(sheet, margins.mark.empty() ? "" : sample_rules, has_chain ? chain_rules : "",
             "@page{size:Letter;margin:.9in .75in .8in;\n",
             margin_box("top-right", side, two_lines(margins.identity, margins.parts)),
             margin_box("bottom-left", has_chain ? "38%" : "33%", two_lines(margins.seal, margins.chain)),
             margin_box("bottom-center", has_chain ? "24%" : "34%", css_string(margins.time)),
             margin_box("bottom-right", has_chain ? "38%" : "33%", "\"Page \" counter(page) \" of \" counter(pages)"));
  if (!margins.mark.empty())
    append(css, margin_box("top-center", "36%", words_on_two_lines(margins.mark), "700 9pt/1.25"));
  css += "}\n";
  for (const NamedPage& page : pages) {
    append(css, ".page-", page.name, "{page:", page.name, "}\n@page ", page.name, "{",
           margin_box("top-left", side, two_lines(margins.notice, page.running)), "}\n");
  }
  return css;
}

std::string open_main(const Margins& margins) {
  return concat("<main data-notice=\"", inert(margins.notice), "\" data-identity=\"", inert(margins.identity),
                "\" data-parts=\"", inert(margins.parts), "\" data-seal=\"", inert(margins.seal), "\" data-time=\"",
                inert(margins.time), margins.mark.empty() ? "" : "\" data-mark=\"", margins.mark,
                margins.chain.empty() ? "" : "\" data-chain=\"", inert(margins.chain), "\">\n");
}

std::string open_sheet(const Margins& margins, const NamedPage& page) {
  std::string running(margins.mark);
  for (const std::string_view one :
       {std::string_view(margins.notice), std::string_view(page.running), std::string_view(margins.identity),
        std::string_view(margins.parts), std::string_view(margins.chain)}) {
    if (!one.empty()) append(running, running.empty() ? "" : " · ", one);
  }
  return concat("<section class=\"sheet page-", page.name, "\" id=\"sheet-", page.name, "\" aria-labelledby=\"title-",
                page.name, "\" data-running=\"", inert(page.running),
                "\">\n<div class=\"running\" aria-hidden=\"true\"><p>", inert(running), "</p></div>\n",
                margins.mark.empty() ? "" : concat("<p class=\"sample\">", margins.mark, "</p>\n"));
}

}  // namespace ftt::print
