"""A feedback that remembers what it was told."""

from qgis.core import QgsProcessingFeedback


class Log(QgsProcessingFeedback):
    """``warnings`` are among the ``texts``."""

    def __init__(self):
        super().__init__()
        self.warnings, self.texts = [], []

    def pushWarning(self, text):
        self.warnings.append(text)
        self.texts.append(text)

    def pushInfo(self, text):
        self.texts.append(text)
