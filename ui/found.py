"""What a model has found, as the panel shows it: the report's own sentences and its chart of the factors."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage, QPainter, QTextCursor

from ..processing_provider.reading.model_file import read_model
from ..processing_provider.units import units_of
from ..rtm_plugin.report import charts, words
from ..rtm_plugin.trust.intervals import quoted_intervals

_WIDTH = 390  # pixels of the chart
_SMOOTH = Qt.TransformationMode.SmoothTransformation


def _on_white(picture):
    """A picture with a white ground: its ink is black, and the window may be, too."""
    paper = QImage(picture.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    return paper


def show_model(browser, path):
    """Show a saved model in a QTextBrowser. Raises :class:`ModelFileError` where it cannot be read."""
    saved = read_model(path)
    model, units = saved.model, units_of(saved.crs)
    quoted = quoted_intervals(model)
    browser.clear()
    cursor = browser.textCursor()
    for sentence in (*words.findings(model), *model.inputs.get("verdicts", ())):
        cursor.insertText(sentence)
        cursor.insertBlock()
    if model.selected and not charts.why_none():
        chart = charts.influence_chart(model.selected, quoted, units, front=True)
        cursor.insertImage(_on_white(QImage.fromData(chart.encode(), "SVG").scaledToWidth(_WIDTH, _SMOOTH)))
        cursor.insertBlock()
    for one in model.selected:
        cursor.insertText(f"• {words.factor_sentence(one, quoted, units)}")
        cursor.insertBlock()
    browser.moveCursor(QTextCursor.MoveOperation.Start)
