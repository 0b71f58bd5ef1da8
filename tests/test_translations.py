"""Every text is in every translation, finished, and says it with the same values, tags and signs around it."""

import re
import shutil
import string
import xml.etree.ElementTree as ElementTree
from collections import Counter

import pytest
import translations
from checkout import PACKAGE, ROOT

SOURCES = sorted(translations.FOLDER.glob(f"{PACKAGE}_*.ts"))
PAGE_VALUE = re.compile(r"%\(\w+\)s|%%")
TAG = re.compile(r"</?[A-Za-z][^<>]*>|&\w+;")
WORD = re.compile(r"[A-Za-z]{2,}")
WITH_QT = pytest.mark.skipif(
    not all(map(translations.find_qt_tool, ("lupdate", "lrelease"))), reason="Qt's translation tools are absent"
)
ALIKE = {"Risk Terrain Modelling"}  # names of more than two words that German leaves as they are


def messages(path):
    """(English, translation, whether it is finished) of every message of a .ts, whose one context is ours."""
    (context,) = ElementTree.parse(path).getroot().iter("context")  # noqa: S314 # our own file
    assert context.findtext("name") == translations.CONTEXT
    for message in context.iter("message"):
        translation = message.find("translation")
        yield message.findtext("source"), translation.text or "", translation.get("type") is None


def values(text):
    """What is put into a text, each with its format, and how often."""
    named = (
        (name, form, conversion) for _, name, form, conversion in string.Formatter().parse(text) if name is not None
    )
    return Counter(named), Counter(PAGE_VALUE.findall(text))


def edges(text):
    """The spaces around a text, and the lines in it."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :], text.count("\n")


def test_there_is_a_translation():
    assert f"{PACKAGE}_de.ts" in [path.name for path in SOURCES]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_all_texts_are_in_it_and_no_others(path):
    found = [english for english, _, _ in messages(path)]
    wanted = list(translations.collect_texts())
    missing = sorted(set(wanted) - set(found))
    assert not missing, f"{missing} not in {path.name}: run make translations, and translate"
    vanished = sorted(set(found) - set(wanted))
    assert not vanished, f"{vanished} in {path.name} and no longer in the sources: run make translations"
    assert found == wanted, "not in the order in which make translations leaves them"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_all_are_translated(path):
    left = [english for english, german, finished in messages(path) if not finished or not german.strip()]
    assert not left, f"{len(left)} texts of {path.name} are not translated (see i18n/GLOSSARY.md): {left[:20]}"
    alike = [
        english
        for english, german, _ in messages(path)
        if english == german and len(WORD.findall(english)) > 2 and english not in ALIKE
    ]
    assert not alike, f"{path.name} leaves English as it is: {alike}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "kept", [values, edges, lambda text: Counter(TAG.findall(text))], ids=["values", "edges", "tags"]
)
def test_what_is_no_word_is_kept(path, kept):
    wrong = [(english, german) for english, german, done in messages(path) if done and kept(english) != kept(german)]
    assert not wrong, wrong


@WITH_QT
def test_merging_keeps_what_is_translated_and_the_order(tmp_path):
    """New texts come in, vanished ones go, the others stay, whatever signs they have."""
    path = tmp_path / f"{PACKAGE}_de.ts"
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="de"></TS>\n')
    odd = 'Two lines:\n‘{name}’ "as" \\d %(n)s%% <b>×</b>&amp; '
    translations.update([path], ["Gone", odd])
    text = path.read_text(encoding="utf-8")
    text = text.replace('<translation type="unfinished"></translation>', "<translation>Übersetzt</translation>")
    path.write_text(text, encoding="utf-8")
    translations.update([path], [" earlier", odd, "Zoo"])
    assert list(messages(path)) == [(" earlier", "", False), (odd, "Übersetzt", True), ("Zoo", "", False)]
    merged = path.read_bytes()
    translations.update([path], [" earlier", odd, "Zoo"])
    assert path.read_bytes() == merged


@WITH_QT
def test_the_zip_brings_the_compiled_translations(tmp_path):
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("the zip is made by git archive, and this is no git checkout")
    import zipfile

    import package

    with zipfile.ZipFile(package.build(tmp_path)) as content:
        names = content.namelist()
        assert names[0].startswith(f"{PACKAGE}/")  # the plugin site reads the folder from the first
        assert [name for name in names if "/i18n/" in name] == [f"{PACKAGE}/i18n/{path.stem}.qm" for path in SOURCES]
        compiled = content.read(f"{PACKAGE}/i18n/{PACKAGE}_de.qm")
    assert compiled.startswith(b"\x3c\xb8\x64\x18\xca\xef\x9c\x95")  # what Qt knows a .qm by
    assert len(compiled) > 10_000
