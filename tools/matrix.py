"""Run every test on several versions of QGIS, each in a Debian of its own, and compare what the main job finds there.

    python tools/matrix.py

needs root. A version that cannot be tried is named at the end, with the reason, and is no failure. Logs and results
are left in dist/matrix.
"""

import re
import subprocess
import sys
import time
from collections import Counter, namedtuple

from checkout import ROOT
from same_results import compare, read

KEPT = ROOT / "dist" / "matrix"
NEWEST = "/opt/newest/bin/python"
INSTALL_NEWEST = (
    f"tools/setup.sh && python3 -m venv --system-site-packages /opt/newest && {NEWEST} -m pip install --quiet "
    "--upgrade --requirement tools/requirements-dev.txt numpy scipy statsmodels"
)
EVERY_TEST = ("make", "--jobs=2", "--output-sync", "--keep-going", "test")
NUMBERS = ("make", f"PYTHON={NEWEST}", "test-science")

Version = namedtuple("Version", "name suite setup tests python")
VERSIONS = (
    Version("QGIS-3.22", "bookworm", ("tools/setup.sh",), EVERY_TEST, ".venv/bin/python"),
    Version("QGIS-3.40", "trixie", ("tools/setup.sh",), EVERY_TEST, ".venv/bin/python"),
    Version("QGIS-3.44", "trixie-backports", ("tools/setup.sh",), EVERY_TEST, ".venv/bin/python"),
    # the newest numpy and scipy that there are, which no Debian has yet, and a statsmodels that goes with them
    Version("newest-numpy", "trixie-backports", ("sh", "-c", INSTALL_NEWEST), NUMBERS, NEWEST),
)


def main():
    KEPT.mkdir(parents=True, exist_ok=True)
    failed = [version.name for version in VERSIONS if not attempt(version)]
    found = [version for version in VERSIONS if kept(version, "npz").exists()]
    for version in found[1:]:
        faults, figures = compare(read(kept(found[0], "npz")), read(kept(version, "npz")))
        print(f"{version.name} and {found[0].name}: the main job finds {'; '.join(faults) or 'the same'} ({figures})")
        failed += [version.name] if faults else []
    print(f"Failed: {', '.join(sorted(set(failed)))}." if failed else "Nothing failed.")
    return int(bool(failed))


def attempt(version):
    """Make a version's Debian, run the tests and the main job in it, say how it went; False where anything failed."""
    kept(version, "npz").unlink(missing_ok=True)
    if run(version, "setup", version.setup) != 0:
        reason = kept(version, "setup.log").read_text(encoding="utf-8", errors="replace").rstrip().rpartition("\n")[2]
        print(f"{version.name} was NOT TRIED: {reason}")
        return True
    passed = run(version, "tests", version.tests) == 0
    lines = kept(version, "tests.log").read_text(encoding="utf-8", errors="replace").splitlines()
    print("\n".join([f"  {counts(lines)}", *(f"  {line}" for line in lines if re.match("FAILED|ERROR", line))]))
    job = (version.python, "tools/same_results.py", str(kept(version, "npz").relative_to(ROOT)))
    done = run(version, "job", job) == 0
    if done:
        print(f"  {', '.join(read(kept(version, 'npz'))['versions'])}")
    return passed and done


def run(version, step, command):
    """Run a command in a version's Debian, where dist/ is ours too; its exit code."""
    log = kept(version, f"{step}.log")
    print(f"{version.name}: {step} (to {log.relative_to(ROOT)})", end=" ", flush=True)
    started = time.monotonic()
    with log.open("wb") as file:
        ends_with_us = ["setpriv", "--pdeathsig", "KILL"]
        command = [*ends_with_us, "tools/debian.sh", version.suite, *command]
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=file, stderr=file)
    print(f"{time.monotonic() - started:.0f} s", flush=True)
    return done.returncode


def kept(version, suffix):
    return KEPT / f"{version.name}.{suffix}"


def counts(lines):
    """What pytest's last lines say, added up."""
    found = Counter()
    for line in lines:
        if re.fullmatch(r"=+ .* in [\d.]+s.*=+", line):
            for number, word in re.findall(r"(\d+) (passed|failed|error|skipped)", line):
                found[word] += int(number)
    return ", ".join(f"{found[word]} {word}" for word in ("passed", "failed", "error", "skipped"))


if __name__ == "__main__":
    sys.exit(main())
