"""The steps of the panel, one below the other: opening one closes the others."""

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QScrollArea, QToolButton, QVBoxLayout, QWidget

from ..rtm_plugin.translation import tr

_FRAME = 16  # pixels of a box beside its page


class Steps(QScrollArea):
    """Titled pages of which one is open, in any order; they scroll where the screen is small."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes from step to step
        self._boxes, self.pages = [], []
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inside)

    def add(self, title, page):
        box = foldable(title, tr("Open this step, or close it"))
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        number = len(self._boxes)
        box.collapsedStateChanged.connect(lambda is_closed: is_closed or self.open(number))
        self._boxes.append(box)
        self.pages.append(page)
        self._layout.addWidget(box)

    def sizeHint(self):
        """As wide as the widest page, whichever is open, beside a scroll bar."""
        hint = super().sizeHint()
        pages = max((page.minimumSizeHint().width() for page in self.pages), default=0)
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(max(hint.width(), pages + _FRAME + bar), hint.height())

    def open(self, number):
        """Open one step, and close the others."""
        for place, box in enumerate(self._boxes):
            self._layout.setStretch(place, int(place == number))
            if box.isCollapsed() == (place == number):
                box.setCollapsed(place != number)


def foldable(title, tip):
    """A QgsCollapsibleGroupBox that the keyboard reaches once, by the button that folds it."""
    box = QgsCollapsibleGroupBox(title)
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button = box.findChild(QToolButton, "collapseButton")
    button.setToolTip(tip)
    button.setAccessibleName(title)
    return box
