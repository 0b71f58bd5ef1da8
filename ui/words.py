"""Words of any length in a narrow panel."""

from qgis.PyQt.QtWidgets import QLabel

_MAY_BREAK = "\u200b"  # a space of no width


class Words(QLabel):
    """A text that wraps, between the parts of names too, and never makes the panel wider."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWordWrap(True)

    def say(self, text):
        """Show a text; where there is none the label takes no room."""
        for mark in "_/|":
            text = text.replace(mark, mark + _MAY_BREAK)
        self.setText(text)
        self.setVisible(bool(text))

    def said(self):
        """The text as it was said."""
        return self.text().replace(_MAY_BREAK, "")
