"""What a model has found and why a place has its score, as the panel shows it: sentences, charts, a table."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage, QPainter, QTextCursor, QTextTableFormat
from qgis.PyQt.QtWidgets import QStyle

from ..processing_provider.units import units_of
from ..rtm_plugin.report import charts, words
from ..rtm_plugin.report.content import rounded, with_limits
from ..rtm_plugin.translation import tr
from ..rtm_plugin.trust.intervals import quoted_intervals

_NARROWEST, _WIDEST = 250, 420  # of a chart, in pixels of a usual screen
_MARGIN = 16
_SMOOTH = Qt.TransformationMode.SmoothTransformation


def show_model(browser, saved):
    """Show a SavedModel in a QTextBrowser."""
    model, units = saved.model, units_of(saved.crs)
    quoted = quoted_intervals(model)
    browser.clear()
    cursor = browser.textCursor()
    _say(cursor, *words.findings(model))
    if model.selected:
        _draw(browser, cursor, lambda: charts.influence_chart(model.selected, quoted, units, front=True))
        _say(cursor, *(f"• {words.factor_sentence(one, quoted, units)}" for one in model.selected))
        headers = (tr("Risk factor"), tr("Acts"), tr("Relative risk value (95% interval)"))
        rows = []
        for one in model.selected:
            value, low, high = map(rounded, words.ratio(one, quoted))
            rows.append((one.variable.shown, words.where(one.variable, units), with_limits(value, low, high)))
        _tabulate(cursor, headers, rows)
    _say(cursor, *words.spatial_test(model), *words.surroundings(model))
    _say(cursor, *model.inputs.get("verdicts", ()))
    _say(cursor, *(f"⚠ {text}" for text in words.warnings(model)))
    browser.moveCursor(QTextCursor.MoveOperation.Start)


def show_answer(browser, answer, saved, before=None):
    """Show why a place has its score, and the answer before it to compare. Both are :class:`Answer`."""
    browser.clear()
    cursor = browser.textCursor()
    _say_answer(browser, cursor, answer, saved)
    if before is not None:
        cursor.insertBlock()
        _say(cursor, tr("The place before, to compare:"))
        _say_answer(browser, cursor, before, saved)
    browser.moveCursor(QTextCursor.MoveOperation.Start)


def _say_answer(browser, cursor, answer, saved):
    units = units_of(saved.crs)
    chosen = {
        (one.variable.factor, one.variable.operationalisation, one.variable.distance): one
        for one in saved.model.selected
    }
    steps = [(chosen[key], multiplier) for key, multiplier in answer.steps if key in chosen]
    _draw(browser, cursor, lambda: charts.waterfall_chart(answer.base, steps, units))
    if answer.parts is not None:
        _draw(browser, cursor, lambda: charts.parts_chart(*answer.parts))
    _say(cursor, answer.sentences)


def _say(cursor, *sentences):
    for sentence in sentences:
        cursor.insertText(sentence)
        cursor.insertBlock()


def _draw(browser, cursor, chart):
    """Insert a chart on a white ground (its ink is black, and the window may be, too), sharp on fine screens."""
    if charts.why_none():
        return
    ratio = browser.devicePixelRatioF()
    bar = browser.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
    width = min(max(browser.width() - bar - _MARGIN, _NARROWEST), _WIDEST)
    picture = QImage.fromData(chart().encode(), "SVG").scaledToWidth(round(width * ratio), _SMOOTH)
    paper = QImage(picture.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    paper.setDevicePixelRatio(ratio)
    cursor.insertImage(paper)
    cursor.insertBlock()


def _tabulate(cursor, headers, rows):
    look = QTextTableFormat()
    look.setCellPadding(2)
    look.setCellSpacing(0)
    look.setBorder(0.5)
    look.setHeaderRowCount(1)
    table = cursor.insertTable(len(rows) + 1, len(headers), look)
    for number, row in enumerate([headers, *rows]):
        for column, text in enumerate(row):
            table.cellAt(number, column).firstCursorPosition().insertText(text)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock()
