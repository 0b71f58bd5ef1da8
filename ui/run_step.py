"""Step 4 of the panel: the run of the model, in the background."""

from html import escape

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ..rtm_plugin.translation import tr
from .runs import Run
from .words import Words


class RunStep(QWidget):
    """Begins a run when it is asked to, tells how it goes, and ends it early."""

    asked = pyqtSignal()  # to begin
    ended = pyqtSignal(bool, dict)

    def __init__(self, algorithm, parent=None):
        super().__init__(parent)
        self.algorithm, self.run, self.parameters, self._can_start = algorithm, None, {}, False
        self.ready = Words()
        self.start = QPushButton(tr("Run"))
        self.start.setToolTip(tr("Fit the model in the background; you can go on working"))
        self.start.clicked.connect(self.asked)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("End the run; nothing of it is left"))
        self.cancel.setEnabled(False)
        self.cancel.clicked.connect(self.end_early)
        self.stage = Words()
        self.bar = QProgressBar()
        self.log = QTextBrowser()
        self.log.setToolTip(tr("What the run says"))
        row = QHBoxLayout()
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(self.ready)
        layout.addLayout(row)
        layout.addWidget(self.stage)
        layout.addWidget(self.bar)
        layout.addWidget(self.log)

    def show_ready(self, words, can_start):
        """Say what is still missing, or that all is there."""
        self.ready.say(words)
        self._can_start = can_start
        self.start.setEnabled(can_start and self.run is None)

    def begin(self, parameters):
        self.log.clear()
        self.bar.setValue(0)
        run = Run(self.algorithm, parameters, parent=self)
        run.feedback.said.connect(self.say)
        run.feedback.stage.connect(self.stage.say)
        run.feedback.progressChanged.connect(lambda percent: self.bar.setValue(int(percent)))
        run.ended.connect(self._end)
        reason = run.start()
        if reason:
            self.say(reason, True)
            return
        self.run, self.parameters = run, parameters
        self.start.setEnabled(False)
        self.cancel.setEnabled(True)

    def end_early(self):
        if self.run is not None:
            self.run.cancel()
            self.stage.say(tr("Ending…"))

    def say(self, text, is_warning=False):
        words = escape(text).replace("\n", "<br>")
        self.log.append(f"<b>{words}</b>" if is_warning else f"<span>{words}</span>")

    def _end(self, successful, results):
        self.run = None
        self.stage.say(tr("Done") if successful else tr("Ended without a result"))
        self.cancel.setEnabled(False)
        self.start.setEnabled(self._can_start)
        self.ended.emit(successful, results)

    def end(self):
        """End the run, when the plugin is unloaded."""
        if self.run is not None:
            self.run.stop()
