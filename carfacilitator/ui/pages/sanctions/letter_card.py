"""A letter to somebody who is silent: the program writes it and never sends it; it asks whether the person did."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from carfacilitator.services.chasing import ChasingLetter
from carfacilitator.services.workspace import Services
from carfacilitator.ui.dialogs import WORD_FILES
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.saving import Saving
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, QUOTE, SECTION, STRONG, Words

_ABOUT = "Silence is not consent. This program never sends anything: it writes, you send."


class LetterCard(Card):
    """`sent` says that the person sent it; `left` that the letter is put away."""

    sent = Signal()
    left = Signal()

    def __init__(self, services: Services, desk: Desk, keeping: Keeping) -> None:
        super().__init__("A chasing letter")
        self._services, self._desk, self._keeping = services, desk, keeping
        self._saving = Saving(services, desk)
        self._letter: ChasingLetter | None = None
        self._to, self._text = Words("", STRONG, wraps=True), Words("", QUOTE, wraps=True)
        self.word, self.mail = Button("Save as Word", "export", "primary"), Button("Open a mail draft", "mail")
        self.copy, self.address = Button("Copy the text", "copy"), Button("Copy the address", "copy")
        self.yes, self.no = Button("Yes, it went", "check"), Button("Not yet", "clock")
        self.add(Words(_ABOUT, MUTED, wraps=True))
        self.add(self._to)
        self.add(Flow(self.word, self.mail, self.copy, self.address))
        self.add(self._text)
        self.add(Rule())
        self.add(Words("Did you send it?", SECTION))
        self.add(Flow(self.yes, self.no))
        self.setFocusProxy(self.word)
        self._connect()

    def show_letter(self, letter: ChasingLetter) -> None:
        """Show a letter."""
        self._letter = letter
        self.set_title(f"A letter to {letter.name}")
        self._to.setText(f"To  {letter.address}" if letter.address else "No address is known: fill it in yourself")
        self._text.setText(letter.text.data.decode("utf-8").strip())
        self.address.setHidden(not letter.address)

    def _connect(self) -> None:
        for button, run in (
            (self.word, self._save),
            (self.mail, self._open_mail),
            (self.copy, self._copy_text),
            (self.address, self._copy_address),
        ):
            button.clicked.connect(lambda _=False, do=run: self._with_letter(do))
        self.yes.clicked.connect(self.sent)
        self.no.clicked.connect(self.left)

    def _with_letter(self, do: Callable[[ChasingLetter], object]) -> None:
        letter = self._letter
        if letter is not None:
            self._keeping.attempt(lambda: do(letter))

    def _save(self, letter: ChasingLetter) -> None:
        self._saving.ask(letter.document, "Save the letter", WORD_FILES)

    def _open_mail(self, letter: ChasingLetter) -> None:
        folder = self._desk.dialogs.choose_folder("Where shall the mail draft be saved?")
        if folder is None:
            return
        (file,) = self._services.departures.save([letter.mail], folder, replace=True)
        if self._services.departures.open(file, letter.mail):
            self._desk.messages.say("The mail draft was handed to your mail program. Read it, then send it there.")
        else:
            self._desk.messages.say("No mail program opened it. Copy the text and the address.", tone="warn")

    def _copy_text(self, letter: ChasingLetter) -> None:
        self._services.departures.copy(letter.text)
        self._desk.messages.say("The letter’s text was copied.")

    def _copy_address(self, letter: ChasingLetter) -> None:
        self._services.departures.copy_words(letter.address, letter.text.audience, letter.text.made_from)
        self._desk.messages.say("The address was copied.")
