"""What people read goes through ``tr`` with a literal, so that it can be collected and translated."""

import ast
import re

import pytest
from checkout import ROOT, SHIPPED

PROSE = re.compile(r"[A-Za-z']{2,}[,;:]? [a-z']{2,}[,;:]? [a-z']{2,}")  # three words in a row
PROSE_AROUND_VALUES = re.compile(r"[A-Za-z']{2,}[,;:]? [a-z']{2,}")
COMMAND = re.compile(
    r"\"?\s*(CASE|THEN|END|\(geom|<svg |qgis_process |SELECT |UPDATE |WHERE |IS NULL |= \$id in |AND \()"
)  # markup, SQL, expressions
NO_PROSE = {"tr", "fromExpression"}  # what is given to these
# Names and codes that read like prose, and text that no user sees
NOT_FOR_PEOPLE = {
    *(
        f"rtm_plugin/sample_city/{name}.py" for name in ("__init__", "features", "town", "planted_trial")
    ),  # names of made-up streets
}


def texts(tree):
    """Every literal that is no docstring and not in ``tr``: (node, its text, is part of an f-string)."""
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in NO_PROSE:
            skipped.update(id(one) for argument in node.args for one in ast.walk(argument))
        if isinstance(node, ast.JoinedStr) and id(node) not in skipped:
            for part in node.values:
                skipped.add(id(part))
                if isinstance(part, ast.Constant):
                    yield part, part.value, True
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node, node.value, False


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_prose_is_marked_for_translation(path):
    if path.relative_to(ROOT).as_posix() in NOT_FOR_PEOPLE:
        return
    found = []
    for node, text, in_f_string in texts(ast.parse(path.read_text(encoding="utf-8"))):
        if (PROSE_AROUND_VALUES if in_f_string else PROSE).search(text) and not COMMAND.match(text):
            found.append(f"line {node.lineno}: {text[:60]!r}")
    assert not found, "\n".join(found)


CODES = {  # words that are no prose: names in files, of columns, codecs, styles, SQL
    *(
        "front",
        "influence",
        "white",
        "ha",
        "acres",
        "proximity",
        "density",
        "utf-8-sig",
        "None",
        "binary",
        "coordinates",
    ),
}
WORDS = re.compile(r"[A-Za-z]{2,}")
WORD_IN_TEXT = re.compile(r"(^|[ (,;:])[A-Za-z']{2,}([ ,;:)]|$)")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_fragments_of_prose_are_marked_too(path):
    """The two ends of a condition, what stands between the values of a text, what joins several words."""
    if path.relative_to(ROOT).as_posix() in NOT_FOR_PEOPLE:
        return
    tree, found, marked = ast.parse(path.read_text(encoding="utf-8")), [], set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in NO_PROSE:
            marked.update(id(one) for argument in node.args for one in ast.walk(argument))
        if isinstance(node, ast.FormattedValue) and node.format_spec:
            marked.update(id(one) for one in ast.walk(node.format_spec))
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp):
            found += [
                one for one in (node.body, node.orelse) if isinstance(one, ast.Constant) and _is(WORDS, one.value)
            ]
        if isinstance(node, ast.JoinedStr):
            found += [
                one
                for one in node.values
                if isinstance(one, ast.Constant) and " " in one.value and _is(WORD_IN_TEXT, one.value)
            ]
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "join":
            glue = node.func.value
            found += [glue] if isinstance(glue, ast.Constant) and _is(WORDS, glue.value) else []
    told = [f"line {one.lineno}: {one.value!r}" for one in found if id(one) not in marked]
    assert not told, "\n".join(told)


def _is(pattern, value):
    return isinstance(value, str) and value not in CODES and bool(pattern.search(value)) and not COMMAND.match(value)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_tr_is_called_with_one_literal_inside_a_function(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.Lambda))
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            (text,) = node.args
            assert isinstance(text, ast.Constant), f"line {node.lineno}: a translator cannot find this text"
            assert id(node) in inside, f"line {node.lineno}: no translator is there yet when a module is imported"
