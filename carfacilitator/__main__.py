"""Chooses what starts: the window, the command line, or a child of the program that does one thing aside."""

import sys

# Each import stands in its function, because each start must load its own part only: the reading child and the command
# line never load Qt, and the window's first paint waits for nothing else.


def main() -> int:
    """Start what the arguments ask for, and return the exit code."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0].startswith("-platform"):
        return _window()
    if arguments[0] == "--read-aside":
        return _reading_child()
    if arguments[0] in {"--check-window", "--pictures"}:
        return _window_child(arguments)
    return _command_line(arguments)


def _window() -> int:
    from carfacilitator import app  # noqa: PLC0415  start-up: Qt only where there is a window

    return app.main()


def _window_child(arguments: list[str]) -> int:
    from carfacilitator import app  # noqa: PLC0415  start-up: Qt only where there is a window

    return app.check_window() if arguments[0] == "--check-window" else app.pictures(arguments[1:])


def _reading_child() -> int:
    from carfacilitator.word import aside  # noqa: PLC0415  start-up: the child loads the reader alone

    return aside.serve()


def _command_line(arguments: list[str]) -> int:
    from carfacilitator.cli import main as command_line  # noqa: PLC0415  start-up: no Qt on the command line

    return command_line.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
