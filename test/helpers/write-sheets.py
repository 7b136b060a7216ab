"""Writes one list of dossiers with every spreadsheet library of this Python, into the folder that is named.

Prints the names of the files that were written.
"""
import datetime
import os
import sys

HEADINGS = ["STT", "Mã hồ sơ", "Lĩnh vực", "Ngày tiếp nhận", "Ngày trả kết quả"]
ROWS = [
    [1, "A1", "Tư pháp – hộ tịch, chứng thực", datetime.datetime(2024, 11, 25, 8, 0), datetime.datetime(2024, 12, 2, 9, 30)],
    [2, "A2", "Tư pháp – hộ tịch, chứng thực", datetime.datetime(2024, 11, 25, 8, 0), datetime.datetime(2024, 12, 2, 23, 59, 59)],
    [3, "A3", "Đất đai – xây dựng", datetime.datetime(2024, 11, 25, 8, 0), datetime.datetime(2024, 12, 3)],
    [4, "A4", "Đất đai – xây dựng", datetime.datetime(2024, 11, 25, 8, 0), None],
]
folder = sys.argv[1]


def with_openpyxl(path):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH HỒ SƠ"])
    sheet.merge_cells("A1:E1")
    sheet.append(HEADINGS)
    for row in ROWS:
        sheet.append(row)
    book.save(path)


def with_xlsxwriter(path):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy hh:mm", "constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate([["DANH SÁCH HỒ SƠ"], HEADINGS] + ROWS):
        sheet.write_row(number, 0, row)
    book.close()


def with_xlwt(path):
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for column, heading in enumerate(HEADINGS):
        sheet.write(0, column, heading)
    book.save(path)


for name, write in [("openpyxl.xlsx", with_openpyxl), ("xlsxwriter.xlsx", with_xlsxwriter), ("xlwt.xls", with_xlwt)]:
    try:
        write(os.path.join(folder, name))
        print(name)
    except ImportError:
        pass
