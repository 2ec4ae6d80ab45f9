"""Who works with whom: partnership graphs from tables of works and the institutions behind them.

>>> import collabgraph as cg
>>> n = cg.load()                       # the embedded data; or a file, a URL, a DataFrame
>>> n.who("KAIST").lead[0]
'KAIST (카이스트) made 5 models, 3 of them joint, with 3 partners: 2 with NAVER (네이버), 1 with Korea University (고려대학교) and 1 with LG AI Research (LG AI연구원).'
>>> n.draw("map").save("map.svg")       # doctest: +SKIP
>>> graph = n.to_networkx()             # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable

from collabgraph import _native
from collabgraph._answer import Answer, Column, Table
from collabgraph._dataset import Dataset, Notice, from_networkx, load
from collabgraph._errors import ArgumentError, Error, InputError, MissingFileError, UnknownNameError
from collabgraph._figure import Figure

__version__ = _native.__version__

__all__ = [
    "Answer",
    "ArgumentError",
    "Column",
    "Dataset",
    "Error",
    "Figure",
    "InputError",
    "MissingFileError",
    "Notice",
    "Table",
    "UnknownNameError",
    "from_networkx",
    "load",
    "resolve",
]


def resolve(affiliations: Iterable[str | None]) -> Answer:
    """Institutions of affiliations: postal addresses or names, a list or a Series. Shape: a row an affiliation, in order.

    The table has the best match (``id``, ``name``, ``name_ko``, ``ror``, ``country``, ``kind``, ``score``, ``rule``);
    ``record`` has all matches and suggestions.

    >>> import collabgraph as cg
    >>> cg.resolve(["KAIST, Daejeon, South Korea", None]).record[0]["matches"][0]["ror"]
    'https://ror.org/05apxxy63'
    """
    plain = [one if isinstance(one, str) and one else None for one in affiliations]
    return Answer(_native.resolve(plain))
