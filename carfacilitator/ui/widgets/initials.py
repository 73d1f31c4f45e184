"""The initials of a name, as they stand on a disc."""


def initials(name: str) -> str:
    """Return the first letters of the first and the last word that begin with a letter: 'JL' for Jean Lockhart.

    What are initials already, while others look on, stays as it is.
    """
    if name.isalpha() and name.isupper() and len(name) <= 2:  # noqa: PLR2004  a disc holds two
        return name
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    chosen = words if len(words) <= 2 else [words[0], words[-1]]  # noqa: PLR2004  a disc holds two
    return "".join(word[0].upper() for word in chosen)
