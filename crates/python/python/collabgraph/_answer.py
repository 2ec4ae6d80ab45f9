"""Answers and their tables."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from collabgraph._native import NativeAnswer


class Column(NamedTuple):
    """A column of a table: its key, its heading, what its cells hold, and whether readers see it.

    ``kind`` is one of ``text``, ``integer``, ``real``, ``share`` (0 to 1), ``date``, ``year``, ``list``, ``url``. It is
    that of the question, whatever the cells are.
    """

    key: str
    label: str
    kind: str
    for_readers: bool


class Table:
    """A table of an answer. Every library that takes Arrow takes it: ``pl.DataFrame(t)``, ``pd.DataFrame.from_arrow(t)``.

    A date is the first day of what is known; a column ``…_precision`` beside it says ``day``, ``month`` or ``year``.

    >>> import collabgraph as cg
    >>> table = cg.load().who("KAIST").tables["partners"]
    >>> len(table), [column.key for column in table.columns][:3]
    (3, ['partner', 'id', 'name'])
    """

    def __init__(self, native: NativeAnswer, at: int) -> None:
        self._native = native
        self._at = at
        self.name, self.caption, self._rows = native.tables()[at]

    @property
    def columns(self) -> list[Column]:
        """The columns, in order."""
        return [Column(*column) for column in self._native.columns(self._at)]

    def __len__(self) -> int:
        return self._rows

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """The table as Arrow C stream (the Arrow PyCapsule interface)."""
        return self._native.stream(self._at)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {self._rows} × {len(self.columns)}>"


class Answer:
    """The answer of a question: sentences, tables, and the record for programs.

    >>> import collabgraph as cg
    >>> answer = cg.load().rank("betweenness", top=2)
    >>> print(answer)
    By betweenness, KAIST (카이스트) ranks first with 0.1538.
    ...
    >>> answer.record["rows"][0]["id"], len(answer)
    ('kaist', 2)
    """

    def __init__(self, native: NativeAnswer) -> None:
        self._native = native

    @property
    def found(self) -> bool:
        """Whether there is a result.

        >>> import collabgraph as cg
        >>> cg.load().between("SNU", "KAIST").found
        False
        """
        return self._native.found

    @property
    def record(self) -> Any:
        """The record, as the command prints it with ``--json``: a contract, see ``docs/schemas``."""
        return json.loads(self._native.json())

    @property
    def lead(self) -> list[str]:
        """Sentences that summarise the result."""
        return self._native.lead()

    @property
    def notes(self) -> list[str]:
        """Sentences on how it was counted and what was left out."""
        return self._native.notes()

    @property
    def tables(self) -> dict[str, Table]:
        """All tables by name; the first is the main one."""
        return {name: Table(self._native, at) for at, (name, _, _) in enumerate(self._native.tables())}

    def __getitem__(self, name: str) -> Table:
        return self.tables[name]

    def __len__(self) -> int:
        """Number of rows of the main table."""
        tables = self._native.tables()
        return tables[0][2] if tables else 0

    def __bool__(self) -> bool:
        return self.found

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """The main table as Arrow C stream: ``pl.DataFrame(answer)``."""
        return self._native.stream(0)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the answer; the extension selects the format: ``.xlsx``, ``.csv``, ``.json``, ``.md``, ``.txt``."""
        path = Path(path)
        path.write_bytes(self._native.written(path.suffix.lower().lstrip(".")))
        return path

    def __str__(self) -> str:
        return self._native.text()

    def __repr__(self) -> str:
        return self._native.text().rstrip("\n")

    def _repr_html_(self) -> str:
        return self._native.html()

    def _repr_markdown_(self) -> str:
        return self._native.written("md").decode()

    def __iter__(self) -> Iterator[Table]:
        return iter(self.tables.values())
