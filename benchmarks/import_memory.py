"""How much memory rtm:importincidents needs for a long file: it must not grow with the file's length.

    python benchmarks/import_memory.py [megabytes]

Writes a made-up street file of that size (300 MB without an argument) to a temporary folder, imports it and
a short one
into a GeoPackage with the real qgis_process, and prints seconds and peak memory of both.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context"
)
ROW = (
    "{id},2017-{month:02d},Police,Police,{lon:.6f},{lat:.6f},On or near Conference/Exhibition Centre,"
    "E01000001,City of London 001A,{kind},Investigation complete; no suspect identified,"
)
KINDS = ("Burglary", "Robbery", "Anti-social behaviour", "Violence and sexual offences")
SHORT = 5_000_000


def write(path, n_bytes):
    """A file of at least so many bytes; every fiftieth row repeats an id."""
    random = np.random.RandomState(1)
    written = number = 0
    with path.open("w") as file:
        written += file.write(HEADER + "\n")
        while written < n_bytes:
            lon, lat = random.uniform((-0.5, 51.3), (0.3, 51.7))
            key = hashlib.sha256(str(number if number % 50 else number // 2).encode()).hexdigest()
            row = ROW.format(id=key, month=1 + number % 12, lon=lon, lat=lat, kind=KINDS[number % 4])
            written += file.write(row + "\n")
            number += 1
    return number


def import_file(path, folder):
    """(seconds, peak resident megabytes) of an import in a process of its own."""
    command = [str(ROOT / "tools" / "qgis_process.sh"), "run", "rtm:importincidents", f"--FILES={path}"]
    began = time.perf_counter()
    with (folder / "log.txt").open("w") as log:
        process = subprocess.Popen([*command, f"--OUTPUT={folder / path.stem}.gpkg"], stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit((folder / "log.txt").read_text())
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def main():
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 300.0
    with tempfile.TemporaryDirectory() as folder:
        for name, n_bytes in (("short", SHORT), ("long", megabytes * 1e6)):
            path = Path(folder) / f"{name}.csv"
            n_rows = write(path, n_bytes)
            seconds, peak = import_file(path, Path(folder))
            size = path.stat().st_size / 1e6
            print(f"{size:7.0f} MB, {n_rows:9,} rows: {seconds:6.1f} s, peak {peak:5.0f} MB")


if __name__ == "__main__":
    main()
