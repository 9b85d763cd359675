"""Public Sans, regular and semibold, cut to what the form writes: one pair of files for the canvas and for the page.

    make_fonts.py SOURCE_FOLDER OUTPUT_FOLDER

Reads the full TrueType files of the npm package, writes PublicSans-{Regular,SemiBold}.ttf and .woff2, and the license.
- Kept: Latin with its extensions and Vietnamese, punctuation, currency and arithmetic signs.
- Dropped: hinting, which neither ImGui's rasterizer nor the page uses at these sizes, and the layout tables: both faces
  set text without kerning and ligatures, so that they agree to a fraction of a pixel.
- Digits are proportional, for prose. Those of one width, for columns of figures, the page has by the feature `tnum`, and the
  canvas, which knows no features, from U+E000 on.
- Added, because the typeface lacks them: arrows, triangles and a check mark, drawn below in its own weights.
Does not fetch anything and does not change the metrics.
"""

import pathlib
import shutil
import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = {"Regular": "400Regular/PublicSans_400Regular.ttf", "SemiBold": "600SemiBold/PublicSans_600SemiBold.ttf"}
LICENSE = "LICENSE_FONT"
FIRST_FIGURE = 0xE000  # src/canvas/typeface.cpp knows it
STROKE = {"Regular": 150, "SemiBold": 210}  # the width of an upright stem, in font units

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02B0, 0x02FF), (0x0300, 0x036F), (0x1E00, 0x1EFF),
    (0x2010, 0x2044), (0x20A0, 0x20CF), (0x2100, 0x214F), (0x2200, 0x22FF),
]
SAME_SHAPE = {0x2011: 0x002D, 0x2007: 0x0030, 0x202F: 0x00A0, 0x2009: 0x00A0, 0x02BC: 0x2019}


def thick_line(points, stroke):
    """A polyline as filled quadrilaterals, one a segment; they may overlap."""
    contours = []
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        along_x, along_y = (x1 - x0) / length * stroke / 2, (y1 - y0) / length * stroke / 2
        start, end = (x0 - along_x, y0 - along_y), (x1 + along_x, y1 + along_y)
        contours.append([
            (start[0] - along_y, start[1] + along_x), (end[0] - along_y, end[1] + along_x),
            (end[0] + along_y, end[1] - along_x), (start[0] + along_y, start[1] - along_x),
        ])
    return contours


def mirrored(contours, width):
    return [[(width - x, y) for x, y in reversed(contour)] for contour in contours]


def turned(contours, width):
    """A shape that points right, turned about the middle of its box until it points up."""
    middle = width / 2
    return [[(middle - (y - 700), 700 + (x - middle)) for x, y in contour] for contour in contours]


def signs(stroke):
    """Code point to (advance width, contours); capitals are 1400 units high."""
    right = thick_line([(200, 700), (1360, 700)], stroke) + thick_line([(960, 1140), (1400, 700), (960, 260)], stroke)
    triangle = [[(260, 1160), (1140, 700), (260, 240)]]
    up, up_triangle = turned(right, 1600), turned(triangle, 1400)
    down = [[(x, 1400 - y) for x, y in reversed(contour)] for contour in up]
    down_triangle = [[(x, 1400 - y) for x, y in reversed(contour)] for contour in up_triangle]
    check = thick_line([(220, 640), (620, 240), (1340, 1160)], stroke)
    return {
        0x2190: (1600, mirrored(right, 1600)), 0x2191: (1600, up), 0x2192: (1600, right), 0x2193: (1600, down),
        0x25B2: (1400, up_triangle), 0x25B6: (1400, triangle), 0x25BC: (1400, down_triangle),
        0x25C0: (1400, mirrored(triangle, 1400)), 0x2713: (1560, check),
    }


def add_signs(font, stroke):
    for code, (width, contours) in signs(stroke).items():
        pen = TTGlyphPen(None)
        for contour in contours:
            pen.moveTo(tuple(round(value) for value in contour[0]))
            for point in contour[1:]:
                pen.lineTo(tuple(round(value) for value in point))
            pen.closePath()
        name = f"uni{code:04X}"
        font["glyf"][name] = pen.glyph()
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (width, font["glyf"][name].xMin)
        map_code(font, code, name)


def map_code(font, code, name):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def tabular_digits(font):
    """The digit names of the `tnum` feature: proportional name to tabular name."""
    substitution = font["GSUB"].table
    found = {}
    for record in substitution.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in substitution.LookupList.Lookup[index].SubTable:
                    found.update(getattr(table, "ExtSubTable", table).mapping)
    return found


def cut(source, target, stroke, face):
    font = TTFont(source, recalcTimestamp=False)  # the same bytes on every day
    is_canvas = face == ".ttf"
    figures = []
    if is_canvas:
        best = font.getBestCmap()
        tabular = tabular_digits(font)
        for digit in range(10):
            map_code(font, FIRST_FIGURE + digit, tabular[best[ord("0") + digit]])
            figures.append(FIRST_FIGURE + digit)
    for code, like in SAME_SHAPE.items():
        map_code(font, code, font.getBestCmap()[like])
    add_signs(font, stroke)

    font.getReverseGlyphMap(rebuild=True)

    options = Options()
    options.hinting = False
    options.layout_features = [] if is_canvas else ["tnum"]
    options.drop_tables += ["GPOS", "GDEF", "STAT", "gasp", "DSIG"] + (["GSUB"] if is_canvas else [])
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.glyph_names = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)] + list(signs(stroke)) + figures)
    subsetter.subset(font)

    font.flavor = None if is_canvas else "woff2"
    font.save(target.with_suffix(face))


def main():
    source, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    for weight, path in WEIGHTS.items():
        for face in (".ttf", ".woff2"):
            cut(source / path, output / f"PublicSans-{weight}", STROKE[weight], face)
    shutil.copyfile(source / LICENSE, output / "LICENSE.txt")


if __name__ == "__main__":
    main()
