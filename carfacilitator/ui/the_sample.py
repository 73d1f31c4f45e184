"""The sample workspace: where it is kept, and its passphrase, which everybody may know."""

SAMPLE = "Sample.car"
PASSPHRASE = "nothing in it is real"  # noqa: S105  everybody may open the sample
