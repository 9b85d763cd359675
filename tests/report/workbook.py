"""The files of a report, read by readers that are not ours: `workbook.py PROGRAM`, which writes the sample report.

The workbook goes through Python's zipfile (which holds each part against its CRC-32) and XML parser, the CSV through
Python's csv; both must say the same, cell by cell. Where LibreOffice is installed it opens the workbook and each CSV
headless, and what it makes of them must be the same again: no formula, ZIP 07001 and series 0110 with their zeros.
Ends with 1 and says where, if anything differs. Writes to a temporary folder alone.
"""

import csv
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
failures = []


def check(is_so, where):
    if not is_so:
        failures.append(where)


def plain_number(value, kind):
    """What a number of the workbook is in CSV."""
    if kind == "date":
        return str(datetime.date(1899, 12, 30) + datetime.timedelta(days=int(value)))
    if kind == "percent":
        return f"{round(float(value) * 10000) / 100:.2f}"
    return value


def read_workbook(path):
    """Sheets by name: rows of (type, value), with the promises of every sheet checked on the way."""
    archive = zipfile.ZipFile(path)
    check(archive.testzip() is None, "a part does not match its CRC-32")
    dates = {info.date_time for info in archive.infolist()}
    check(dates == {(1980, 1, 1, 0, 0, 0)}, "a date in the archive is not fixed")
    for name in archive.namelist():
        xml.fromstring(archive.read(name))
    book = xml.fromstring(archive.read("xl/workbook.xml"))
    sheets = {}
    for number, sheet in enumerate(book.iter(f"{MAIN}sheet"), 1):
        root = xml.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
        name = sheet.get("name")
        check(not list(root.iter(f"{MAIN}f")), f"{name}: a formula")
        check(not list(root.iter(f"{MAIN}mergeCell")), f"{name}: a merged cell")
        rows = []
        for row in root.iter(f"{MAIN}row"):
            cells = []
            for cell in row:
                kind = cell.get("t", "n")
                value = cell.find(f"{MAIN}is/{MAIN}t") if kind == "inlineStr" else cell.find(f"{MAIN}v")
                check(bool(value.text), f"{name} {cell.get('r')}: an empty cell")
                cells.append((kind, value.text))
            rows.append(cells)
        check(len({len(row) for row in rows}) == 1, f"{name}: rows of different lengths")
        sheets[name] = rows
    return sheets


def read_csv(path):
    bytes_ = path.read_bytes()
    check(bytes_.startswith(b"\xef\xbb\xbf"), f"{path.name}: no BOM")
    text = bytes_.decode("utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True), strict=True))


def unguarded(text):
    return re.sub(r"^'(?=[=+\-@\t\n＝＋－＠])", "", text)


def compare(folder):
    sheets = read_workbook(folder / "report.xlsx")
    report = json.loads((folder / "report.json").read_text("utf-8"))
    check(list(sheets) == ["Notes"] + [table["id"] for table in report["tables"]], "the sheets are not the tables")
    for table in report["tables"]:
        rows = read_csv(folder / f"{table['id']}.csv")
        kinds = [column["kind"] for column in table["columns"]]
        check(rows[0] == [column["id"] for column in table["columns"]], f"{table['id']}: the header of the CSV")
        sheet = sheets[table["id"]]
        headings = [column["heading"] for column in table["columns"]]
        check([text for _, text in sheet[0]] == headings, f"{table['id']}: header")
        check(len(rows) == len(sheet) == len(table["rows"]) + 1, f"{table['id']}: the number of rows")
        for in_csv, in_sheet, in_json in zip(rows[1:], sheet[1:], table["rows"]):
            for field, (kind, value), wanted, column in zip(in_csv, in_sheet, kinds, table["columns"]):
                where = f"{table['id']} {in_json['id']} {column['id']}"
                if kind == "n":
                    value = plain_number(value, wanted)
                member = in_json["cells"][column["id"]]
                words = {None: "unknown", True: "yes", False: "no"}
                said = str(member) if type(member) is int else words.get(member, member)
                said = str(member) if isinstance(member, int) and not isinstance(member, bool) else words.get(member, member)
                check(unguarded(field) == value == said, f"{where}: {field!r}, {value!r}, {said!r}")
                check(wanted != "text" or kind == "inlineStr", f"{where}: a text is no text cell")


def read_flat(path):
    """The sheets of a flat OpenDocument file: rows of (type, value, text)."""
    root = xml.parse(path).getroot()
    sheets = {}
    for sheet in root.iter(f"{TABLE}table"):
        name = sheet.get(f"{TABLE}name")
        rows = []
        for row in sheet.iter(f"{TABLE}table-row"):
            cells = []
            for cell in row.iter(f"{TABLE}table-cell"):
                check(cell.get(f"{TABLE}formula") is None, f"{path.name}, {name}: LibreOffice sees a formula")
                kind = cell.get(f"{OFFICE}value-type")
                if kind is None:
                    continue
                value = cell.get(f"{OFFICE}value") or cell.get(f"{OFFICE}date-value")
                text = "\n".join("".join(line.itertext()) for line in cell.iter(f"{TEXT}p"))
                cells += [(kind, value, text)] * int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            if cells:
                rows += [cells] * int(row.get(f"{TABLE}number-rows-repeated", "1"))
        sheets[name] = rows
    return sheets


def open_in_office(office, path, target):
    profile = (target / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fods"]
    subprocess.run([*command, "--outdir", str(target), str(path)], check=True, stdout=subprocess.DEVNULL, timeout=240)
    return read_flat(target / f"{path.stem}.fods")


def compare_in_office(office, folder):
    ours = read_workbook(folder / "report.xlsx")
    theirs = open_in_office(office, folder / "report.xlsx", folder / "office")
    check(list(ours) == list(theirs), f"LibreOffice sees the sheets {list(theirs)}")
    types = {"inlineStr": ("string",), "n": ("float", "currency", "percentage", "date")}
    for name, rows in ours.items():
        check(len(rows) == len(theirs[name]), f"{name}: LibreOffice sees {len(theirs[name])} rows")
        for in_ours, in_theirs in zip(rows, theirs[name]):
            for (kind, value), (type_, number, text) in zip(in_ours, in_theirs):
                check(type_ in types[kind], f"{name}: LibreOffice takes {value!r} for a {type_}")
                if kind == "inlineStr":
                    same = text == value
                elif type_ == "date":
                    same = number == plain_number(value, "date")
                else:
                    same = abs(float(number) - float(value)) < 1e-9
                check(same, f"{name}: {value!r} is {number!r} {text!r} in LibreOffice")
    for path in sorted(folder.glob("*.csv")):
        for rows in open_in_office(office, path, folder / "office").values():
            check(len(rows) == len(read_csv(path)), f"{path.name}: LibreOffice sees {len(rows)} rows")


def main(program):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([program, name], check=True)
        for edition in ("ohrm", "circulation"):
            (folder / edition / "office").mkdir()
            compare(folder / edition)
            if office:
                compare_in_office(office, folder / edition)
        zeros = [text for row in read_workbook(folder / "ohrm" / "report.xlsx")["R4_offices"] for _, text in row]
        check("07001" in zeros and "0110" in zeros, "ZIP 07001 or series 0110 lost its zero")
        text = (folder / "circulation" / "report.html").read_text("utf-8")
        check("[c]" in text and "commutes" not in text, "the page of the edition for circulation")
    print("read by Python" + (" and LibreOffice" if office else "; LibreOffice is not installed"))
    for failure in failures:
        print(failure)
    return 1 if failures else 0


sys.exit(main(sys.argv[1]))
