"""The guided first run: two minutes with the sample city, a sentence or two at each step."""

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ..rtm_plugin.translation import tr
from .words import Words


def stations():
    """(number of a step, what to look at there)."""
    return (
        (
            0,
            tr(
                "This city is made up, so that its risk is known. Its study area and the incidents of one year are "
                "chosen; below them stands how many there are, and how many are inside."
            ),
        ),
        (
            1,
            tr(
                "Each ticked layer is a possible risk factor. It may act by being near or by being concentrated, as "
                "far as some blocks; one is expected to protect. Press Check to see what is doubtful about them."
            ),
        ),
        (
            2,
            tr(
                "The block length is the unit of influence; cells are half as wide. Below stand the number of cells "
                "and about how long it will take."
            ),
        ),
        (3, tr("Press Run. It goes on in the background, and can be cancelled.")),
        (
            4,
            tr(
                "This was found: which factors go together with the incidents, how far they reach, and how many times "
                "as many incidents there are. Press Why here? and click a dark place on the map."
            ),
        ),
        (
            4,
            tr(
                "What if? Untick a factor below and show the difference. The other buttons make priority places, "
                "sheets and the report. That was all: now choose your own layers in step 1."
            ),
        ),
    )


class Guide(QFrame):
    """A strip above the steps that leads through them."""

    shown = pyqtSignal(int)  # the number of a step that is to be opened

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._place = 0
        self.text = Words()
        self.back = QPushButton(tr("Back"))
        self.back.setToolTip(tr("The step before"))
        self.back.clicked.connect(lambda: self.go(self._place - 1))
        self.next = QPushButton(tr("Next"))
        self.next.setToolTip(tr("On to the next step"))
        self.next.clicked.connect(lambda: self.go(self._place + 1))
        self.close_button = QPushButton(tr("End the tour"))
        self.close_button.setToolTip(tr("Go on without being led"))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout()
        for button in (self.back, self.next, self.close_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.hide()

    def go(self, place):
        """Show a station of the tour; behind the last it ends."""
        told = stations()
        if place >= len(told):
            self.hide()
            return
        self._place = max(place, 0)
        step, words = told[self._place]
        self.text.say(tr("{number} of {all}: {words}").format(number=self._place + 1, all=len(told), words=words))
        self.back.setEnabled(self._place > 0)
        self.show()
        self.shown.emit(step)

    def follow_run(self):
        """Go on to the results where the tour was waiting for them."""
        if not self.isHidden() and stations()[self._place][0] == 3:
            self.go(self._place + 1)
