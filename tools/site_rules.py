"""The rules of plugins.qgis.org, tried on a built zip: the site blocks an upload on any finding of its scanners.

The names of files and metadata.txt are judged as the site's validator judges them. Bandit and detect-secrets run on
the unpacked zip with every rule that they have, of which the site's are a part, and their reports are read: neither
program's exit status tells what was found.
"""

import json
import posixpath
import re
import subprocess
import sys
import tempfile
import zipfile
from configparser import ConfigParser
from configparser import Error as MetadataError
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from urllib.parse import urlparse

from checkout import PACKAGE

LARGEST = 25_000_000  # bytes
NEEDED = ("LICENSE", "__init__.py", "metadata.txt")
NEEDED_KEYS = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about")
ADDRESSES = ("tracker", "repository", "homepage")  # the site asks each of them for an answer
UNWANTED_PARTS = {"__pycache__", "__MACOSX", ".git", ".venv", "tests", "tools", ".ci"}
SCANNERS = ("bandit", "detect_secrets")
PROGRAMS = {".exe", ".dll", ".pyd", ".so", ".dylib", ".bat", ".cmd", ".ps1", ".sh", ".pyc", ".qrc"}
NO_TEXT = {".png", ".qm"}  # pictures and compiled translations: all else must be readable


def absent_scanners():
    """Names of the scanners that are not installed."""
    return [module.replace("_", "-") for module in SCANNERS if find_spec(module) is None]


def find_faults(archive):
    """Why the plugin site would refuse the zip: a list of sentences, empty where it would not."""
    faults = []
    if archive.stat().st_size > LARGEST:
        faults.append(f"It has {archive.stat().st_size} bytes, more than {LARGEST}.")
    with zipfile.ZipFile(archive) as content:
        broken = content.testzip()
        if broken is not None:
            return [*faults, f"{broken} is damaged."]
        faults += [*_faults_of_names(content), *_faults_of_texts(content), *_faults_of_metadata(content)]
        with tempfile.TemporaryDirectory() as folder:
            content.extractall(folder)
            faults += [*find_weaknesses(folder), *find_secrets(folder)]
    return faults


def _faults_of_names(content):
    names = content.namelist()
    tops = {name.split("/")[0] for name in names}
    if tops != {PACKAGE}:
        yield f"Its top folders are {sorted(tops)}, not {PACKAGE} alone."
    for needed in NEEDED:
        if f"{PACKAGE}/{needed}" not in names:
            yield f"{needed} is missing."
    for entry in content.infolist():
        path = PurePosixPath(entry.filename)
        hidden = any(part.startswith(".") for part in path.parts)
        astray = ".." in entry.filename or "\\" in entry.filename or path.is_absolute()
        if hidden or astray or UNWANTED_PARTS & set(path.parts) or path.suffix.lower() in PROGRAMS:
            yield f"{entry.filename} must not be in it."
        elif not entry.is_dir() and entry.external_attr >> 16 & 0o111:
            yield f"{entry.filename} can be executed."


def _faults_of_texts(content):
    """Files that nobody can read, and links of pages to files that are not there."""
    names = set(content.namelist())
    for name in sorted(names):
        path = PurePosixPath(name)
        if name.endswith("/") or path.suffix in NO_TEXT:
            continue
        try:
            text = content.read(name).decode("utf-8")
        except UnicodeDecodeError:
            yield f"{name} is no text."
            continue
        if "\0" in text:
            yield f"{name} is no text."
        elif path.suffix == ".md":
            for link in sorted(set(re.findall(r"\]\((?!\w+:)([^)#]+)", text))):
                target = posixpath.normpath(posixpath.join(path.parent, link))
                if target not in names and f"{target}/" not in names:
                    yield f"{name} links to {link}, which is missing."


def _faults_of_metadata(content):
    parser = ConfigParser()  # with interpolation, as the site has it: a bare percent sign is an error
    parser.optionxform = str
    try:
        parser.read_string(content.read(f"{PACKAGE}/metadata.txt").decode("utf-8"))
        general = dict(parser["general"])
    except (KeyError, UnicodeDecodeError, MetadataError) as error:
        yield f"metadata.txt cannot be read: {error}."
        return
    for key in (*NEEDED_KEYS, *ADDRESSES):
        if not general.get(key, "").strip():
            yield f"metadata.txt has no {key}."
    for key in ADDRESSES:
        address = urlparse(general.get(key, ""))
        if general.get(key) and (address.scheme != "https" or not address.netloc):
            yield f"The {key} of metadata.txt is no address."
    if "/" in general.get("author", ""):
        yield "The author of metadata.txt has a slash."
    if not re.fullmatch(r"\d+\.\d+\.\d+", general.get("version", "")):
        yield f"The version {general.get('version')} is not of three numbers."
    if f"{PACKAGE}/{general.get('icon')}" not in content.namelist():
        yield f"The icon {general.get('icon')} is missing."


def find_weaknesses(folder):
    """What bandit finds, of every rule and severity: a list of sentences."""
    report = _report("bandit", "--recursive", "--format=json", "--quiet", ".", cwd=folder)
    skipped = [f"bandit could not read {error['filename']}: {error['reason']}." for error in report["errors"]]
    return skipped + [
        f"{_inside(found['filename'])}, line {found['line_number']}: bandit {found['test_id']}, {found['issue_text']}"
        for found in report["results"]
    ]


def find_secrets(folder):
    """What detect-secrets takes for a secret, with all its plugins: a list of sentences."""
    # --no-verify asks no server whether a secret is a working one, and keeps those that a server would not know
    report = _report("detect_secrets", "scan", "--all-files", "--no-verify", ".", cwd=folder)
    return [
        f"{_inside(name)}, line {found['line_number']}: detect-secrets, {found['type']}."
        for name, secrets in sorted(report["results"].items())
        for found in secrets
    ]


def _report(module, *arguments, cwd):
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if not done.stdout.strip():
        raise RuntimeError(f"{module} has said nothing about {cwd}: {done.stderr}")
    return json.loads(done.stdout)


def _inside(name):
    return Path(name).as_posix()
