"""What a model has found and why a place has its score, as the panel shows it: sentences, charts, a table."""

from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QImage, QPainter, QTextCursor, QTextDocument, QTextTableFormat
from qgis.PyQt.QtWidgets import QStyle, QTextBrowser

from ..processing_provider.units import units_of
from ..rtm_plugin.report import charts, words
from ..rtm_plugin.report.content import rounded, with_limits
from ..rtm_plugin.translation import tr
from ..rtm_plugin.trust.intervals import quoted_intervals

_NARROWEST, _WIDEST = 250, 420  # of a chart, in pixels of a usual screen
_MARGIN = 16
_NAME = "chart{}"  # of a chart among the resources of the text
_PAUSE = 50  # milliseconds without a change of the width until the charts follow it
_SMOOTH = Qt.TransformationMode.SmoothTransformation


class Found(QTextBrowser):
    """Shows what was found; its charts are as wide as it is."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._charts, self._width = [], 0  # as they were drawn, and how wide they are shown
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._fit)

    def clear(self):
        super().clear()
        self._charts, self._width = [], self._chart_width()

    def draw(self, cursor, svg):
        """Insert a chart on a white ground: its ink is black, and the window may be, too."""
        drawn = QImage.fromData(svg.encode(), "SVG")
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        cursor.insertImage(self._scaled(paper), _NAME.format(len(self._charts)))
        cursor.insertBlock()
        self._charts.append(paper)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        if self._charts and self._chart_width() != self._width:
            self._pause.start()

    def _fit(self):
        """Scale the charts anew: that takes milliseconds, drawing them would take tenths of a second."""
        if self._chart_width() == self._width:
            return
        self._width = self._chart_width()
        document = self.document()
        for number, paper in enumerate(self._charts):
            url = QUrl(_NAME.format(number))
            document.addResource(QTextDocument.ResourceType.ImageResource, url, self._scaled(paper))
        document.markContentsDirty(0, document.characterCount())

    def _chart_width(self):
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return min(max(self.width() - bar - _MARGIN, _NARROWEST), _WIDEST)

    def _scaled(self, paper):
        """A chart in the width that is shown, sharp on fine screens."""
        ratio = self.devicePixelRatioF()
        scaled = paper.scaledToWidth(round(self._width * ratio), _SMOOTH)
        scaled.setDevicePixelRatio(ratio)
        return scaled


def show_model(browser, saved):
    """Show a SavedModel in a :class:`Found`."""
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
    if not charts.why_none():
        browser.draw(cursor, chart())


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
