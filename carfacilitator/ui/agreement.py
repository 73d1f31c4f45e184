"""Whether a case study may be published, in words that more than one page says."""

from collections.abc import Sequence

from carfacilitator.services.sanction_rows import Ledger


def verdict(ledger: Ledger) -> tuple[str, str]:
    """Return whether it may be published, and whom it needs."""
    count = len(ledger.rows)
    if ledger.may_publish:
        return "May be published", f"{count} of {count} agree to what stands there now"
    return "Not to be published yet", f"needs {names(ledger.needs)}; {count} of {count} must agree"


def in_one_sentence(ledger: Ledger) -> str:
    """Return who agrees and what is in the way, for one case study with all of its outputs."""
    if not ledger.rows:
        return "Nobody was asked yet whether it may be published."
    if ledger.may_publish:
        return "Everybody who was asked agrees to what stands there now."
    return f"{ledger.agreed} of {len(ledger.rows)} agree. Not to be published yet: needs {names(ledger.needs)}."


def names(them: Sequence[str]) -> str:
    """Return 'Alan Petrie and Ruth McKay'."""
    return " and ".join(filter(None, (", ".join(them[:-1]), them[-1]))) if them else ""
