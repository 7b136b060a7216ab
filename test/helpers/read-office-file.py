"""Prints what an office file says as JSON, with nothing but Python's own library: a program that shares no line
with the one that wrote it. XLSX: {sheet: {place: value}}; DOCX: {"text": [paragraphs], "tables": [[[cell]]]}."""
import json
import sys
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_in(node, tag):
    return "".join(part.text or "" for part in node.iter(tag))


def read_xlsx(package):
    part = lambda path: xml.fromstring(package.read(path))
    texts = [text_in(item, MAIN + "t") for item in part("xl/sharedStrings.xml").iter(MAIN + "si")]
    targets = {one.get("Id"): one.get("Target") for one in part("xl/_rels/workbook.xml.rels")}
    sheets = {}
    for sheet in part("xl/workbook.xml").iter(MAIN + "sheet"):
        cells = {}
        for cell in part("xl/" + targets[sheet.get(RELATIONS + "id")]).iter(MAIN + "c"):
            value = cell.findtext(MAIN + "v")
            if value is not None:
                cells[cell.get("r")] = texts[int(value)] if cell.get("t") == "s" else float(value)
        sheets[sheet.get("name")] = cells
    return sheets


def read_docx(package):
    body = xml.fromstring(package.read("word/document.xml"))
    rows = lambda table: [[text_in(cell, WORD + "t") for cell in row.iter(WORD + "tc")] for row in table.iter(WORD + "tr")]
    return {
        "text": [text_in(paragraph, WORD + "t") for paragraph in body.iter(WORD + "p")],
        "tables": [rows(table) for table in body.iter(WORD + "tbl")],
    }


with zipfile.ZipFile(sys.argv[1]) as package:
    assert package.testzip() is None
    found = read_docx(package) if "word/document.xml" in package.namelist() else read_xlsx(package)
json.dump(found, sys.stdout)
