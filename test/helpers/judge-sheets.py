"""Reads generated sheets a second time: told where to look, it counts by itself. One JSON line a file.

Usage: python3 judge-sheets.py TRUTHS.json (a list of objects as SheetTruth in sheet-generator.ts).
"""
import csv
import datetime
import io
import json
import re
import sys
import zipfile
import xml.etree.ElementTree as ElementTree


def read_csv(path, delimiter):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(io.StringIO(file.read().replace("\r\n", "\n")), delimiter=delimiter))


def read_xlsx(path):
    book = zipfile.ZipFile(path)
    texts = ["".join(t.text or "" for t in si.iter() if t.tag.endswith("}t"))
             for si in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
    rows = []
    for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter():
        if not row.tag.endswith("}row"):
            continue
        while len(rows) < int(row.get("r")):
            rows.append([])
        for cell in row:
            letters = re.match("[A-Z]+", cell.get("r")).group(0)
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            value = next((v.text for v in cell if v.tag.endswith("}v")), None)
            if value is not None and cell.get("t") == "s":
                value = texts[int(value)]
            while len(rows[-1]) < column:
                rows[-1].append("")
            rows[-1][column - 1] = value or ""
    return rows


def parse_day(text):
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(float(text)))).isoformat()
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    if found:
        return "-".join(found.groups())
    found = re.match(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", text)
    if found and int(found.group(3)) > 1990:
        return "%s-%02d-%02d" % (found.group(3), int(found.group(2)), int(found.group(1)))
    return None


def judge(truth):
    rows = read_csv(truth["file"], truth["delimiter"]) if truth["format"] == "csv" else read_xlsx(truth["file"])
    totals, by_name, seen = {}, {}, set()
    for number, row in enumerate(rows[truth["firstRow"] - 1:], truth["firstRow"]):
        if number in truth["skipped"]:
            continue
        cell = lambda column: row[column].strip() if column is not None and column < len(row) else ""
        day = parse_day(cell(truth["date"]))
        if day is None:
            continue
        if truth["kind"] == "dossiers":
            number = cell(truth["id"])
            if number and number in seen:
                continue
            seen.add(number)
            n = 1
        else:
            n = int(cell(truth["count"]))
        totals[day] = totals.get(day, 0) + n
        key = day + " " + cell(truth["counter"])
        by_name[key] = by_name.get(key, 0) + n
    return {"totals": totals, "by_name": by_name}


for one in json.load(open(sys.argv[1], encoding="utf-8")):
    print(json.dumps(judge(one), ensure_ascii=False))
