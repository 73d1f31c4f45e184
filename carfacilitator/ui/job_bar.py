"""What is under way, how far it is, and the way to cancel it: at the foot of the window while work lasts."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.jobs import Job, Jobs
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words

_PATIENCE = 300  # milliseconds; work that is done sooner says nothing


class JobBar(QFrame):
    """Shows the latest job; Cancel ends it."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("look", "float")
        self.setProperty("panel", "jobs")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._job: Job | None = None
        self._what = Words("", STRONG)
        self._detail = Words("", SMALL)
        self._share = QProgressBar()
        self._share.setTextVisible(False)
        self._share.setRange(0, 100)
        self._cancel = Button("Cancel", look="plain")
        self._cancel.clicked.connect(self._stop)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PATIENCE)
        self._wait.timeout.connect(self.show)
        self._lay_out()
        self.hide()
        jobs.started.connect(self._begin)

    def put_away(self) -> None:
        """Say nothing of the work that is under way; the next is said again."""
        self._job = None
        self._wait.stop()
        self.hide()

    def _begin(self, job: Job) -> None:
        self._job = job
        self._what.setText(job.what)
        self._detail.setText("")
        self._share.setValue(0)
        self._share.setAccessibleName(job.what)
        self._cancel.setEnabled(True)
        self._cancel.setVisible(job.stops)
        job.progressed.connect(self._progress)
        job.ended.connect(self._end)
        self._wait.start()

    def _progress(self, share: float, words: str) -> None:
        if self.sender() is not self._job:
            return
        self._share.setValue(round(share * 100))
        if words:
            self._detail.setText(words)

    def _end(self) -> None:
        if self.sender() is self._job:
            self.put_away()

    def _stop(self) -> None:
        if self._job is not None:
            self._cancel.setEnabled(False)
            self._detail.setText("Stopping …")
            self._job.cancel()

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(theme.Space.TINY)
        lines.addWidget(self._what)
        lines.addWidget(self._detail)
        lines.addWidget(self._share)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Space.LARGE, theme.Space.MEDIUM, theme.Space.MEDIUM, theme.Space.MEDIUM)
        row.setSpacing(theme.Space.LARGE)
        row.addLayout(lines, 1)
        row.addWidget(self._cancel)
