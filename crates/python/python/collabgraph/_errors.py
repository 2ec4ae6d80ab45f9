"""Exceptions of the package: each has a ``kind``, and where an input is at fault its ``place``."""

from __future__ import annotations


class Error(Exception):
    """Anything that keeps a question from being answered.

    ``kind`` is a word that stays the same in every language and version (``lookup-nearest``); ``place`` is a file with
    line and column (``models.csv:12:3``) where an input is at fault, else ``None``.
    """

    kind: str
    place: str | None

    def __init__(self, kind: str, message: str, place: str | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.place = place

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""

    def __reduce__(self):  # type: ignore[no-untyped-def]
        return (type(self), (self.kind, str(self), self.place))


class InputError(Error, ValueError):
    """An input that cannot be read; ``place`` tells where."""


class MissingFileError(InputError, FileNotFoundError):
    """There is no such file."""


class UnknownNameError(Error, KeyError):
    """A name that is that of no institution or work, or of several; the message lists the nearest."""


class ArgumentError(Error, ValueError):
    """An argument that cannot be used; the message says what was expected."""


_UNKNOWN_NAMES = ("lookup-", "errors-filtered-out")


def of(kind: str, message: str, place: str | None) -> Error:
    """The exception of a kind."""
    if kind == "source-no-such-file":
        return MissingFileError(kind, message, place)
    if place is not None or kind == "input":
        return InputError(kind, message, place)
    if kind.startswith(_UNKNOWN_NAMES):
        return UnknownNameError(kind, message)
    if kind == "argument" or kind.startswith("errors-"):
        return ArgumentError(kind, message)
    return Error(kind, message)
