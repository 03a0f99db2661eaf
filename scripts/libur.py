#!/usr/bin/env python3
"""Rebuilds data/libur/libur.csv from the PyPI package `holidays` 0.109 (MIT).

Usage: scripts/libur.py

Installs the package into a throw-away environment with pip. Libur nasional is what the package calls
public, cuti bersama what it calls government; a date it marks as an estimate (the sidang isbat has not
met) becomes `sementara`. Run scripts/seal.py afterwards.
"""
import subprocess
import tempfile
import venv
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "data" / "libur" / "libur.csv"
YEARS = (2024, 2025, 2026, 2027)
ESTIMATE = " (perkiraan)"
READ = f"""
import holidays
for kind, category in (("libur_nasional", "public"), ("cuti_bersama", "government")):
    days = holidays.Indonesia(years={YEARS}, categories=(category,), language="id")
    for date, names in days.items():
        for name in names.split("; "):
            print(date, kind, name, sep="\\t")
"""

with tempfile.TemporaryDirectory() as folder:
    venv.create(folder, with_pip=True)
    python = Path(folder) / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "holidays==0.109"], check=True)
    output = subprocess.run([python, "-c", READ], check=True, capture_output=True, text=True).stdout

rows = []
for line in output.splitlines():
    date, kind, name = line.split("\t")
    status = "sementara" if name.endswith(ESTIMATE) else "tetap"
    rows.append((date, name.removesuffix(ESTIMATE), kind, status))
assert all("," not in name for _, name, *_ in rows)
text = "".join(",".join(row) + "\n" for row in [("date", "name", "kind", "status"), *sorted(rows)])
FILE.write_text(text, encoding="utf-8", newline="\n")
print(f"libur.csv: {len(rows)}")
