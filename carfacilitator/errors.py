"""What can go wrong in a way that a person can do something about; anything else is a bug."""


class KnownError(Exception):
    """Something that is said plainly: one sentence of what happened and, where there is one, the way out.

    The message is shown to the facilitator as it stands, so it never quotes a draft, a note or a foreign library.
    """

    def __init__(self, sentence: str, way_out: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.way_out = way_out

    def __str__(self) -> str:
        """Return the sentence and the way out, as they are read aloud or printed."""
        return f"{self.sentence} {self.way_out}".strip()


class UnreadableFileError(KnownError):
    """A file that is not the Word document it should be; nothing was changed.

    `kind` is one of: not-word, password, truncated, hostile, too-large, not-found, slow.
    """

    def __init__(self, kind: str, sentence: str, way_out: str = "") -> None:
        super().__init__(sentence, way_out)
        self.kind = kind


class WrongPassphraseError(KnownError):
    """The passphrase does not open this workspace."""

    def __init__(self) -> None:
        super().__init__("That passphrase does not open this workspace.", "Try again; nothing was changed.")


class WorkspaceBusyError(KnownError):
    """Another window or command has this workspace open for writing."""

    def __init__(self) -> None:
        super().__init__("This workspace is already open in another window.", "Use that window, or close it first.")


class NotFoundError(KnownError):
    """What was asked for is not in the workspace (any more)."""


class RefusedError(KnownError):
    """Something that must not leave, or must not be done, for a reason that the sentence gives."""
