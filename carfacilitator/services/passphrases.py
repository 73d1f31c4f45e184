"""Advice on a passphrase in plain words, from a small estimate of how many guesses it withstands."""

import math
import re
from dataclasses import dataclass

_WORDS = """
    password passwort passphrase passcode secret letmein welcome admin login hello iloveyou master princess sunshine
    monkey dragon football baseball rugby shadow michael jennifer jordan charlie summer winter spring autumn january
    february march april june july august september october november december monday friday sunday scotland glasgow
    edinburgh aberdeen dundee london england rangers celtic liverpool arsenal chelsea qwerty qwertyuiop asdf asdfgh
    zxcvbn abc abcd abcdef computer laptop internet google windows office work home family mother father changeme
    default guest test testing starwars batman superman pokemon whatever trustno freedom cheese coffee chocolate flower
    purple orange yellow silver golden ginger pepper cookie summer buster tigger council partnership community research
    facilitator workspace encrypted database the and this that with from have will your what when our are not for but
    is in of to a an my me it on at be we you love like
"""
_COMMON = frozenset(_WORDS.split())
_LEET = str.maketrans("013457@$!|", "oieastasil")
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "0123456789" * 3)
_PARTS = re.compile(r"[^\W\d_]+|\d+|[\W_]")
_WORD_BITS, _COMMON_BITS, _DATE_BITS, _RUN_BITS = 12.0, 5.0, 9.0, 3.0
_LETTER_BITS, _DIGIT_BITS, _SIGN_BITS = 2.2, 3.3, 3.0  # a letter of something spoken, a digit, a sign between
_SHORT, _CHANCE_BITS = 3, 4.0  # so few letters between signs are no word, but chance
FAIR, GOOD = 35.0, 50.0  # bits; with Argon2id each guess costs a thief's machine tenths of a second


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What is thought of a passphrase: 0 none, 1 weak, 2 fair, 3 good; and one sentence about it."""

    grade: int
    sentence: str
    bits: float


def advise(passphrase: str) -> Advice:
    """Return advice while a passphrase is being chosen; fast enough for every keystroke."""
    if not passphrase.strip():
        return Advice(grade=0, sentence="Four or five words that nobody would put together make a good one.", bits=0)
    bits = guessing(passphrase)
    if bits < FAIR:
        return Advice(grade=1, sentence=_weakness(passphrase), bits=bits)
    if bits < GOOD:
        return Advice(grade=2, sentence="Fair. One more word would make it good.", bits=bits)
    return Advice(grade=3, sentence="Good. Write it down once, and keep that away from the laptop.", bits=bits)


def guessing(passphrase: str) -> float:
    """Return about how many bits a guesser lacks who tries common words, dates, runs and repetitions first."""
    seen: set[str] = set()
    total = 0.0
    for part in _PARTS.findall(passphrase):
        total += 1.0 if part.lower() in seen else _bits_of(part)
        seen.add(part.lower())
    return total


def _bits_of(part: str) -> float:
    plain = part.lower()
    if part == " ":
        return 0.0
    if len(set(plain)) == 1:
        return _SIGN_BITS + math.log2(len(plain))
    if any(plain in run or plain in run[::-1] for run in _RUNS):
        return _RUN_BITS + math.log2(len(plain))
    if part.isdigit():
        return min(len(part) * _DIGIT_BITS, _DATE_BITS if _is_date(part) else math.inf)
    capital = 1.0 if part != plain and part != part.capitalize() else 0.0
    if plain in _COMMON:
        return _COMMON_BITS + capital
    letter = _LETTER_BITS if len(plain) > _SHORT else _CHANCE_BITS
    return min(len(plain) * letter, _WORD_BITS) + max(0, len(plain) - 12) * 1.5 + capital


def _is_date(digits: str) -> bool:
    return bool(re.fullmatch(r"(19|20)\d\d|\d{6}|\d{2}(0[1-9]|1[0-2])(19|20)\d\d", digits))


def _weakness(passphrase: str) -> str:
    parts = [part.lower() for part in _PARTS.findall(passphrase) if part != " "]
    if passphrase.lower().translate(_LEET).strip("!?.1i") in _COMMON or all(part in _COMMON for part in parts):
        return "Weak: this is among the first that anybody would try. Put four or five unusual words together."
    if len(set(parts)) < len(parts):
        return "Weak: repeating something adds hardly anything. Add other words."
    if len(parts) == 1:
        return "Weak: one word or number is quickly guessed. Put four or five words together."
    return "Weak: add another word or two that nobody would expect."
