"""Keep the translations in i18n/ up to date with the texts of the sources, and compile them for QGIS.

python tools/translations.py update   new texts into every i18n/*.ts, vanished ones out of it
python tools/translations.py build    i18n/*.qm where they are missing or older than their .ts
"""

import ast
import html
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from checkout import PACKAGE, ROOT, load_package, modules_in

CONTEXT = "RiskTerrainModelling"  # the one that the provider's translator asks for
FOLDER = ROOT / "i18n"
# Keys of an example model's texts, as processing_provider/example_models.py translates them
MODEL_TEXTS = {"model_name", "help", "description", "component_description"}
_MESSAGE, _END = "    <message>\n", "</context>\n"  # as lupdate writes them


def collect_texts(root=ROOT):
    """Every text that a user may read of the package in a folder: {English: the file where it stands first}, sorted by
    the English."""
    load_package()
    from risk_terrain_modelling.rtm_plugin.report.render import page_environment

    found = {}
    for path in modules_in(root):
        for text in _texts_of_module(path):
            found.setdefault(text, path)
    for path in sorted((root / "processing_provider" / "examples").glob("*.model3")):
        for text in _texts_of_model(ElementTree.parse(path).getroot()):  # noqa: S314 # our own file
            found.setdefault(text, path)
    environment = page_environment()  # the renderer's own: it trims the texts as the page does
    for path in sorted((root / "rtm_plugin" / "report").glob("*.html")):
        for _, _, message in environment.extract_translations(path.read_text(encoding="utf-8")):
            for text in message if isinstance(message, tuple) else (message,):  # a pair of singular and plural
                if text is not None:
                    found.setdefault(text, path)
    return {text: found[text].relative_to(root).as_posix() for text in sorted(found)}


def _texts_of_module(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node.args[0].value


def _texts_of_model(option, is_text=False):
    is_text = is_text or option.get("name") in MODEL_TEXTS
    if is_text and option.get("value") and option.get("type") == "QString":
        yield option.get("value")
    for one in option:
        yield from _texts_of_model(one, is_text)


def find_qt_tool(name):
    """Path of one of Qt's own translation tools, or None; Debian keeps them apart by Qt's version, off the PATH."""
    places = [f"/usr/lib/qt{version}/bin/{name}" for version in (5, 6)]
    return next((place for place in places if Path(place).exists()), None) or shutil.which(name)


def _qt_tool(name):
    found = find_qt_tool(name)
    if found is None:
        sys.exit(f"Qt's {name} is missing: run make env, or install the package qttools5-dev-tools.")
    return found


def update(sources, texts):
    """Merge texts into .ts files as Qt's lupdate does: finished translations stay, without line numbers."""
    with tempfile.TemporaryDirectory() as folder:
        marked = Path(folder) / "texts.cpp"  # lupdate of Qt 5 reads no Python, and JSON's strings are C++'s
        lines = (f'QT_TRANSLATE_NOOP("{CONTEXT}", {json.dumps(text, ensure_ascii=False)});\n' for text in texts)
        marked.write_text("".join(lines), encoding="utf-8")
        command = [_qt_tool("lupdate"), "-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
        subprocess.run([*command, marked, "-ts", *sources], check=True)
    for source in sources:
        _sort(source)


def _sort(source):
    """Put the messages into the order of their English texts: lupdate leaves new ones anywhere."""
    start, *messages = source.read_text(encoding="utf-8").split(_MESSAGE)
    messages[-1], end = messages[-1].split(_END)
    messages.sort(key=lambda message: html.unescape(message.partition("</source>")[0]))
    source.write_text(_MESSAGE.join([start, *messages]) + _END + end, encoding="utf-8")


def compile_translation(source, target):
    """Write the .qm that QGIS reads from a .ts; texts that are not translated yet stay English."""
    subprocess.run([_qt_tool("lrelease"), "-silent", source, "-qm", target], check=True)


def compile_committed(folder):
    """Compile the .ts of the last commit into a folder, for the zip: the paths of the .qm."""
    sources = []
    for name, content in committed().items():
        sources.append(Path(folder) / name)
        sources[-1].write_bytes(content)
        compile_translation(sources[-1], sources[-1].with_suffix(".qm"))
    return [source.with_suffix(".qm") for source in sources]


def committed():
    """{name: content} of every .ts of the last commit."""
    listed = _git("ls-tree", "--name-only", "HEAD", "i18n/").decode().split()
    names = [Path(name).name for name in listed if name.endswith(".ts")]
    return {name: _git("show", f"HEAD:i18n/{name}") for name in names}


def find_gaps(root):
    """What the committed translations lack of the texts of the package in a folder: a list of sentences."""
    wanted, faults = set(collect_texts(root)), []
    for name, content in committed().items():
        finished, all_texts = set(), set()
        for message in ElementTree.fromstring(content).iter("message"):  # noqa: S314 # our own file
            translation, text = message.find("translation"), message.findtext("source")
            all_texts.add(text)
            if translation.get("type") is None and (translation.text or "").strip():
                finished.add(text)
        for what, texts in (
            ("lacks texts", wanted - all_texts),
            ("has texts that are not translated", (wanted & all_texts) - finished),
        ):
            if texts:
                faults.append(f"{name} {what}: {len(texts)}, such as {min(texts)!r}; run make translations.")
    return faults


def _git(*arguments):
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True).stdout


def build():
    """Compile every .ts whose .qm is missing or older."""
    for source in sorted(FOLDER.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            compile_translation(source, target)


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        texts = collect_texts()
        update(sorted(FOLDER.glob(f"{PACKAGE}_*.ts")), texts)
        print(f"{len(texts)} texts")
    elif sys.argv[1:] != ["build"]:
        sys.exit(__doc__)
    build()
