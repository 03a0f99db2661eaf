#!/usr/bin/env python3
"""Rebuilds data/wilayah/wilayah.csv and pindah.csv.

Usage: scripts/wilayah.py

Takes the npm packages idn-area-data 4.0.1 (regions of Kepmendagri 300.2.2-2138 Tahun 2025) and 2.2.1
(before Papua Barat Daya) through `npm pack`; both are under ODbL-1.0. What is changed on the way is in
data/wilayah/README.md. Run scripts/seal.py afterwards.
"""
import csv
import io
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "wilayah"
NOW, BEFORE = "4.0.1", "2.2.1"

# UU 14, 15, 16/2022: kabupaten that left Papua (91). Old code, new code, and whether its kecamatan kept
# their last two digits; those of the others were numbered anew, so nothing is said of them.
LEFT_PAPUA = [
    ("9101", "9301", True), ("9102", "9501", False), ("9104", "9401", False), ("9107", "9402", False),
    ("9108", "9403", False), ("9109", "9404", True), ("9112", "9502", True), ("9113", "9503", False),
    ("9114", "9504", False), ("9116", "9302", True), ("9117", "9303", True), ("9118", "9304", False),
    ("9121", "9505", False), ("9122", "9506", True), ("9123", "9507", True), ("9124", "9508", True),
    ("9125", "9405", True), ("9126", "9406", True), ("9127", "9407", True), ("9128", "9408", True),
]
# Older moves: code, name, last year, successor. A successor of two digits says only the province.
OLDER = [
    ("54", "Timor Timur", "1999", ""),
    # UU 20/2012: Kalimantan Utara out of Kalimantan Timur.
    ("6404", "Kabupaten Bulungan", "2012", "6501"), ("6405", "", "2012", "65"), ("6406", "", "2012", "65"),
    ("6410", "Kabupaten Tana Tidung", "2012", "6504"), ("6473", "Kota Tarakan", "2012", "6571"),
    # UU 26/2004: Sulawesi Barat out of Sulawesi Selatan.
    ("7319", "", "2004", "76"), ("7320", "", "2004", "76"), ("7321", "", "2004", "76"),
    ("7323", "", "2004", "76"), ("7325", "", "2004", "76"),
]


def regions(version):
    """Code without dots and name of every province, kabupaten, kota and kecamatan of a version."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"idn-area-data@{version}"], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            for name in ("provinces", "regencies", "districts"):
                text = package.extractfile(f"package/data/{name}.csv").read().decode("utf-8")
                for row in csv.DictReader(io.StringIO(text)):
                    found[row["code"].replace(".", "")] = tidy(row["name"])
    return found


def tidy(name):
    """One space between words, none after a slash, and the ASCII apostrophe for every sign that stands
    for one."""
    name = re.sub(r"[\"\u2018\u2019\u02bc`\u00b4]", "'", name)
    return re.sub(r"/ ", "/", " ".join(name.split()))


def plain(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def moved(now, before):
    """Every code that is no longer current: (code, name then or now, last year, successor)."""
    rows = list(OLDER)
    for old, new, kept in LEFT_PAPUA:
        rows.append((old, now[new], "2022", new))
        for code in sorted(now) if kept else []:
            if len(code) == 6 and code.startswith(new):
                rows.append((old + code[4:], now[code], "2022", code))
    # UU 29/2022: Papua Barat Daya out of Papua Barat; found by name, because many were numbered anew.
    for old in sorted(code for code in before if len(code) == 4 and code not in now):
        new = only(code for code in now if len(code) == 4 and plain(now[code]) == plain(before[old]))
        rows.append((old, now[new], "2023", new))
        for code in sorted(code for code in before if len(code) == 6 and code.startswith(old)):
            to = only(one for one in now
                      if len(one) == 6 and one.startswith(new) and plain(now[one]) == plain(before[code]))
            rows.append((code, now[to], "2023", to))
    return sorted(rows)


def only(found):
    found = list(found)
    assert len(found) == 1, found
    return found[0]


def write(name, header, rows):
    text = "".join(",".join(row) + "\n" for row in [header, *rows])
    assert '"' not in text
    (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {len(rows)}")


if __name__ == "__main__":
    now = regions(NOW)
    # A name may hold a comma: it ends its line, and codes have none.
    write("wilayah.csv", ("code", "name"), sorted(now.items()))
    rows = moved(now, regions(BEFORE))
    assert all("," not in name for _, name, *_ in rows)
    write("pindah.csv", ("code", "name", "last_seen", "successor"), rows)
