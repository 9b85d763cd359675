"""The report on an invented agency, whole: `sample_agency.py PROGRAM INPUTS GOLDENS`, PROGRAM being the command.

INPUTS says how many packets, of which seed and day, and has the sheets beside them (assets/sample_agency). Both editions,
as JSON and as a page, are held against GOLDENS; FTT_UPDATE_GOLDENS=1 writes them, and the difference is then to be read.
The digest of the rate tables stands in none of them. Beside that: the page and the JSON have the same tables with the same
rows, no name and no case of the one edition is in the other, and the same bytes come out for one thread and for two.

Ends with 1 and says where, if anything differs. Writes to a temporary folder and, where it is told so, to GOLDENS alone.
"""

import difflib
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

EDITIONS = ("ohrm", "circulation")
FORMATS = ("json", "html")
failures = []


def check(is_so, where):
    if not is_so:
        failures.append(where)


def make(program, inputs, folder):
    """The files by edition and format."""
    agency = json.loads((inputs / "agency.json").read_text("utf-8"))
    seed = ["--seed", str(agency["seed"]), "--today", agency["today"]]
    with open(folder / "packets.ndjson", "wb") as file:
        subprocess.run([program, "sample", "--packets", str(agency["packets"]), *seed], check=True, stdout=file)
    sheets = ["--headcount", str(inputs / "headcount.csv"), "--time-codes", str(inputs / "time_codes.csv")]
    made = {}
    for edition in EDITIONS:
        for form in FORMATS:
            roll_up = [program, "rollup", "packets.ndjson", "--today", agency["today"], *sheets]
            roll_up += ["--edition", edition, "--format", form]
            # The places of what is left out are as the file is named, so it is named from its own folder.
            one, two = (subprocess.run([*roll_up, "--jobs", jobs], check=True, stdout=subprocess.PIPE, cwd=folder).stdout
                        for jobs in ("1", "2"))
            check(one == two, f"{edition}.{form}: one thread and two give different bytes")
            made[edition, form] = one.decode("utf-8")
    return made


def rows_by_table(page):
    """How many rows each table of the page has; one in parts has them in each part."""
    rows = {}
    for section in re.findall(r'<section aria-labelledby="(\w+)">(.*?)</section>', page, re.DOTALL):
        parts = re.findall(r"<tbody>(.*?)</tbody>", section[1], re.DOTALL)
        counts = {part.count("<tr") for part in parts} or {0}
        check(len(counts) == 1, f"{section[0]}: its parts have different rows")
        rows[section[0]] = counts.pop()
    return rows


def compare_formats(edition, text, page):
    report = json.loads(text)
    in_json = {table["id"]: len(table["rows"]) for table in report["tables"]}
    check(in_json == rows_by_table(page), f"{edition}: the page and the JSON have different tables or rows")
    for table in report["tables"]:
        check(table["shows"] in html.unescape(page), f"{edition}: the page lacks the sentence of {table['id']}")
    return {table["id"]: table for table in report["tables"]}


def check_nobody(ohrm, circulation):
    """No case and no whole name of the edition for OHRM is in a file of the other."""
    people = [row["cells"] for row in ohrm["R1_cases"]["rows"]]
    check(len(people) > 300, "there are too few cases to look for")
    for form in FORMATS:
        for cells in people:
            for said in (cells["case"], cells["name"]):
                if said is not None:
                    check(said not in circulation[form], f"circulation.{form} names {said}")


def hold_against(goldens, name, text):
    path = goldens / name
    plain = re.sub(r"sha256:[0-9a-f]{64}", "(digest of the rate tables)", text)
    if os.environ.get("FTT_UPDATE_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(plain, "utf-8", newline="")
        return
    before = path.read_text("utf-8") if path.exists() else ""
    if plain == before:
        return
    lines = list(difflib.unified_diff(before.splitlines(), plain.splitlines(), name, "now", lineterm="", n=0))
    failures.append(f"{name} differs from the golden in {len(lines)} lines; the first ones:")
    failures.extend(line[:400] for line in lines[:20])


def main(program, inputs, goldens):
    with tempfile.TemporaryDirectory() as name:
        made = make(program, pathlib.Path(inputs).resolve(), pathlib.Path(name))
    ohrm, _ = (compare_formats(edition, made[edition, "json"], made[edition, "html"]) for edition in EDITIONS)
    check_nobody(ohrm, {form: made["circulation", form] for form in FORMATS})
    for (edition, form), text in made.items():
        hold_against(pathlib.Path(goldens), f"{edition}.{form}", text)
    for failure in failures:
        print(failure)
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
