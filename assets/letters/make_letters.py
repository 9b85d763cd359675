#!/usr/bin/env python3
"""Writes src/base/letters_table.inc: which characters make words, which are a letter or a mark on one, and what each
letter is without case and accent.

    make_letters.py > src/base/letters_table.inc

Source: the Unicode Character Database as the `unicodedata` of Debian's python3 holds it (its version stands in the
table's head). A letter is decomposed (NFKD), folded (casefold) and decomposed again; marks that are accents of Latin,
Greek and Cyrillic, points of Hebrew or vowel signs of Arabic are dropped. Letters with a stroke or a tail that Unicode
does not take apart are added below by hand, as people write them without it. Hangul syllables are not listed: the
program takes them apart by arithmetic. Compatibility forms beyond the full-width and the ligatures are not listed.

Letters and marks are listed place by place: what is unassigned is neither. A letter stands by itself: modifier letters
and the fillers, which nobody sees, are none; nor are signs of mathematics and the scripts beyond U+FFFF that no name is
written in today. A mark stands behind a letter and makes one sign with it, as an accent or a vowel sign does.
"""
import unicodedata

LAST = 0x10FFFF
MOST = 3  # letters that one letter becomes

BY_HAND = {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "ng", "ð": "d", "þ": "th", "æ": "ae",
           "œ": "oe", "ƀ": "b", "ɓ": "b", "ƈ": "c", "ɖ": "d", "ɗ": "d", "ǝ": "e", "ə": "e", "ɛ": "e", "ɠ": "g", "ɣ": "g",
           "ɨ": "i", "ɩ": "i", "ƙ": "k", "ƚ": "l", "ɲ": "n", "ɔ": "o", "ƥ": "p", "ƭ": "t", "ʈ": "t", "ʉ": "u", "ʋ": "v",
           "ƴ": "y", "ƶ": "z", "ȼ": "c", "ɉ": "j", "ɍ": "r", "ɏ": "y", "ƿ": "w", "ȝ": "y", "ς": "σ", "ґ": "г", "ұ": "у",
           "қ": "к", "ң": "н", "ғ": "г", "ҳ": "х", "ҷ": "ч", "ӏ": "і"}


def is_accent(c):
    n = ord(c)
    return unicodedata.category(c).startswith("M") and (
        0x300 <= n <= 0x36F or 0x483 <= n <= 0x487 or 0x591 <= n <= 0x5C7 or 0x610 <= n <= 0x61A or
        0x64B <= n <= 0x65F or n == 0x670 or 0x1AB0 <= n <= 0x1AFF or 0x1DC0 <= n <= 0x1DFF or
        0x20D0 <= n <= 0x20FF or 0xFE00 <= n <= 0xFE0F or 0xFE20 <= n <= 0xFE2F or 0xE0100 <= n <= 0xE01EF)


def folded(c):
    text = c
    for _ in range(3):
        text = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(BY_HAND.get(x, x) for x in text if not is_accent(x))
    return text


def is_listed(n):
    is_compatibility = 0xF900 <= n <= 0xFAFF or 0xFB50 <= n <= 0xFDFF or 0xFE70 <= n <= 0xFEFF or 0x3200 <= n <= 0x33FF
    return n <= 0xFFFF and not is_compatibility and not 0xAC00 <= n <= 0xD7A3 and not 0xD800 <= n <= 0xDFFF


def is_word(n):
    return unicodedata.category(chr(n)) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd")


# Ranges that only unassigned places part are one.
def ranges(is_in):
    found = []
    goes_on = False
    for n in range(LAST + 1):
        if is_in(n):
            if goes_on:
                found[-1][1] = n
            else:
                found.append([n, n])
            goes_on = True
        elif unicodedata.category(chr(n)) != "Cn":
            goes_on = False
    return found


def is_unseen(n):
    return n in (0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5) or 0x180B <= n <= 0x180F or 0xFE00 <= n <= 0xFE0F


# Deseret, Osage, Elbasan and Caucasian Albanian; Adlam; the ideographs.
def is_in_a_living_script(n):
    return n <= 0xFFFF or 0x10400 <= n <= 0x10563 or 0x1E900 <= n <= 0x1E94B or 0x20000 <= n <= 0x3134A


def is_letter(n):
    return unicodedata.category(chr(n)) in ("Lu", "Ll", "Lt", "Lo") and is_in_a_living_script(n) and not is_unseen(n)


def is_mark(n):
    return unicodedata.category(chr(n)) in ("Mn", "Mc") and is_in_a_living_script(n) and not is_unseen(n)


# Ranges of what is in itself.
def exact_ranges(is_in):
    found = []
    for n in range(LAST + 1):
        if is_in(n):
            if found and found[-1][1] == n - 1:
                found[-1][1] = n
            else:
                found.append([n, n])
    return found


def write_rows(name, kind, rows):
    print(f"constexpr {kind} {name}[] = {{")
    line = ""
    for row in rows:
        if len(line) + len(row) > 116:
            print(line.rstrip())
            line = ""
        line += row + " "
    print(line.rstrip() + "\n};")


def write_ranges(name, rows):
    write_rows(name, "CodePointRange", [f"{{0x{a:x},0x{b:x}}}," for a, b in rows])


def main():
    folds = []
    for n in range(0x80, 0x10000):
        c = chr(n)
        if not is_listed(n) or not unicodedata.category(c)[0] in "LM" or is_accent(c):
            continue
        text = folded(c)
        if text == c:
            continue
        if not text:
            continue
        assert len(text) <= MOST and all(ord(x) <= 0xFFFF for x in text), (hex(n), text)
        folds.append((n, [ord(x) for x in text]))
    print(f"// Made by assets/letters/make_letters.py from Unicode {unicodedata.unidata_version}; not to be edited.")
    print("// clang-format off")
    write_ranges("words", ranges(is_word))
    write_ranges("letters", exact_ranges(is_letter))
    write_ranges("marks", exact_ranges(is_mark))
    write_ranges("accents", ranges(lambda n: is_accent(chr(n))))
    write_rows("folds", "Fold", [f"{{0x{n:x},{{{','.join(hex(x) for x in to)}}}}}," for n, to in folds])
    print("// clang-format on")


main()
