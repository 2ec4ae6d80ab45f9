"""Data and the questions that they are asked."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from collabgraph import _native
from collabgraph._answer import Answer
from collabgraph._errors import ArgumentError, InputError
from collabgraph._figure import Figure

if TYPE_CHECKING:
    import igraph
    import networkx

Columns = str | Mapping[str, str | int]

_READING = (
    "columns separator delimiter skip format encoding sheet group_by keep_whole exclude authority addresses network"
    " modes max_unpacked"
).split()


class Notice(NamedTuple):
    """Something unexpected in an input: its kind, its place and what was done about it."""

    kind: str
    place: str
    text: str


class Dataset:
    """Works and the institutions behind them, with a filter and a way of counting; made by :func:`collabgraph.load`.

    Each question of the command is a method with the same name and options; :meth:`draw` draws.

    >>> import collabgraph as cg
    >>> n = cg.load()
    >>> n
    <Dataset: 17 works, 14 institutions, 24 ties>
    """

    def __init__(self, native: _native.NativeDataset, settings: dict[str, Any]) -> None:
        self._native = native
        self._settings = settings

    # Data

    @property
    def work_count(self) -> int:
        """Number of works under the filter."""
        return self._native.counts()[0]

    @property
    def institution_count(self) -> int:
        """Number of institutions under the filter."""
        return self._native.counts()[1]

    @property
    def notices(self) -> list[Notice]:
        """What was unexpected in the inputs, and what was done about it."""
        return [Notice(*notice) for notice in self._native.notices()]

    def filter(self, **settings: Any) -> Dataset:
        """The same data with other settings, on top of those that hold.

        ``since``, ``until`` (``"2020"``, ``"2020-06"``, dates), ``country``, ``country_all``, ``sector``, ``criterion``,
        ``domain``, ``institution`` (a word or several), ``counting`` (``full``, ``fractional``, ``strict``), ``max_team``,
        ``lang`` (``en``, ``ko``, ``both``).

        >>> import collabgraph as cg
        >>> cg.load().filter(since="2022").work_count
        6
        """
        merged = {**self._settings, **settings}
        return Dataset(self._native.with_settings(_settings_json(merged)), merged)

    # Questions

    def ask(self, question: str, *, evidence: bool = False, **options: Any) -> Answer:
        """Any question by its name: ``n.ask("who", name="KAIST")`` is ``n.who("KAIST")``.

        ``evidence=True`` adds the file and row behind each work.
        """
        given = {_kebab(key): _plain(value) for key, value in options.items() if value is not None}
        request = json.dumps({"question": question, **given})
        return Answer(self._native.ask(request, evidence))

    def overview(self, *, evidence: bool = False) -> Answer:
        """What the data hold, and the strongest ties.

        >>> import collabgraph as cg
        >>> cg.load().overview().lead[0]
        '17 models by 14 institutions, 2016-11-11 – 2025-03-16.'
        """
        return self.ask("overview", evidence=evidence)

    def who(self, name: str, *, evidence: bool = False) -> Answer:
        """Partners of an institution and the works behind each tie; for a work, the institutions behind it.

        Names are Korean or English, short or official, or initial consonants. One that is not in the data raises
        :class:`collabgraph.UnknownNameError`, a ``KeyError``.

        >>> import collabgraph as cg
        >>> [row["id"] for row in cg.load().who("카이스트").record["partners"]]
        ['naver', 'korea-university', 'lg-ai-research']
        >>> cg.load().who("KAISTT")
        Traceback (most recent call last):
        ...
        collabgraph._errors.UnknownNameError: “KAISTT” is not in the data. The nearest names are:
        ...
        """
        return self.ask("who", name=name, evidence=evidence)

    def between(self, a: str, b: str, *, evidence: bool = False) -> Answer:
        """Joint works of two institutions; if none, common partners and the shortest path."""
        return self.ask("between", a=a, b=b, evidence=evidence)

    def path(
        self, a: str, b: str, alternatives: int = 2, weighted: bool = False, *, evidence: bool = False
    ) -> Answer:
        """Shortest path between two institutions, with the works along it; with ``weighted`` a tie of weight w is 1/w
        long.

        >>> import collabgraph as cg
        >>> cg.load().path("KAIST", "NAVER", weighted=True).record["distance"]
        0.5
        """
        return self.ask("path", a=a, b=b, alternatives=alternatives, weighted=weighted, evidence=evidence)

    def works(self, *, evidence: bool = False) -> Answer:
        """All works, by date. Shape of the table: a row a work.

        >>> import collabgraph as cg
        >>> len(cg.load().works())
        17
        """
        return self.ask("works", evidence=evidence)

    def institutions(self, *, evidence: bool = False) -> Answer:
        """All institutions with works, joint works, partners and strength. Shape of the table: a row an institution."""
        return self.ask("institutions", evidence=evidence)

    def rank(
        self,
        by: str = "strength",
        top: int | None = None,
        approximate: float | None = None,
        weighted: bool = False,
        *,
        evidence: bool = False,
    ) -> Answer:
        """Institutions by a measure: ``degree``, ``strength``, ``works``, ``betweenness``, ``closeness``, ``harmonic``,
        ``eigenvector``, ``pagerank``, ``core``, ``constraint``, ``clustering``, ``katz``, ``hits``, ``effective-size``,
        ``efficiency``, ``eccentricity``, ``two-mode-degree``, ``two-mode-betweenness``.

        Shape of the table: a row an institution, with ``rank``, ``institution``, ``id``, ``value``, ``works``.
        ``approximate=0.01`` estimates betweenness of very large networks. ``weighted=True`` counts ties by their weight
        where the measure leaves that open; those of paths take 1/w as the length of a tie.
        """
        return self.ask("rank", by=by, top=top, approximate=approximate, weighted=weighted, evidence=evidence)

    def clusters(
        self,
        quality: str = "modularity",
        resolution: float = 1.0,
        normalization: str = "none",
        seed: int = 0,
        random_starts: int = 10,
        method: str = "leiden",
        *,
        evidence: bool = False,
    ) -> Answer:
        """Clusters of partners by ``leiden``, ``louvain``, ``infomap``, ``label-propagation``, ``sbm`` or ``given``, how
        steady they are over seeds, and how far the other methods agree (``record["agreement"]``).

        >>> import collabgraph as cg
        >>> cg.load().clusters().tables["clusters"].columns[0].kind
        'integer'
        """
        options = {
            "quality": quality,
            "resolution": resolution,
            "normalization": normalization,
            "seed": seed,
            "random_starts": random_starts,
            "method": method,
        }
        return self.ask("clusters", evidence=evidence, **options)

    def components(self, *, evidence: bool = False) -> Answer:
        """Connected components."""
        return self.ask("components", evidence=evidence)

    def statistics(self, *, evidence: bool = False) -> Answer:
        """Density, path lengths, clustering, centralization, assortativity, modularity, small world and rich club against
        networks of the same degrees, and distributions with a fitted tail where the data carry one."""
        return self.ask("statistics", evidence=evidence)

    def common(self, *names: str, evidence: bool = False) -> Answer:
        """Partners shared by two or more institutions."""
        if len(names) < 2:
            raise ArgumentError("argument", "common: expected two names or more, as in common('KAIST', 'SNU')")
        return self.ask("common", names=list(names), evidence=evidence)

    def never(self, top: int = 20, *, evidence: bool = False) -> Answer:
        """Pairs that share partners but no work, strongest first; ``top=0`` for all."""
        return self.ask("never", top=top, evidence=evidence)

    def predict(self, by: str = "adamic-adar", top: int = 20, *, evidence: bool = False) -> Answer:
        """Pairs without a tie that might work together next, by ``common-neighbours``, ``adamic-adar``,
        ``resource-allocation`` or ``preferential-attachment``; ``top=0`` for all.

        ``record["backtest"]`` and the table ``backtest`` say how often such scores were right in earlier years of the
        same data. A score is no forecast.

        >>> import collabgraph as cg
        >>> cg.load().predict(top=3).record["by"]
        'adamic-adar'
        """
        return self.ask("predict", by=by, top=top, evidence=evidence)

    def strongest(
        self, top: int = 20, significance: str | None = None, alpha: float = 0.05, *, evidence: bool = False
    ) -> Answer:
        """Strongest ties and the works behind them; ``top=0`` for all.

        ``significance`` (``disparity``, ``noise-corrected``, ``co-occurrence``) keeps ties whose probability by chance is
        below ``alpha``, with the probabilities of all three as columns.
        """
        return self.ask("strongest", top=top, significance=significance, alpha=alpha, evidence=evidence)

    def brokers(self, by: str = "sector", top: int | None = None, *, evidence: bool = False) -> Answer:
        """Brokerage between sectors or countries: Gould–Fernandez roles, articulation points, bridges, constraint."""
        return self.ask("brokers", by=by, top=top, evidence=evidence)

    def indicators(
        self, by: str | Sequence[str] | None = None, top: int | None = None, *, evidence: bool = False
    ) -> Answer:
        """Collaboration indicators, also by ``year``, ``country``, ``sector`` and ``institution``."""
        parts = [by] if isinstance(by, str) else by
        return self.ask("indicators", by=None if parts is None else list(parts), top=top, evidence=evidence)

    def counting(self, top: int = 20, *, evidence: bool = False) -> Answer:
        """Full, fractional and strict counting side by side, and the contribution of single works."""
        return self.ask("counting", top=top, evidence=evidence)

    def timeline(self, name: str | None = None, top: int | None = None, *, evidence: bool = False) -> Answer:
        """First and latest joint work of each tie, and new partners per year."""
        return self.ask("timeline", name=name, top=top, evidence=evidence)

    def search(self, text: str, top: int = 20, *, evidence: bool = False) -> Answer:
        """Works, titles, authors and institutions that hold a text."""
        return self.ask("search", text=text, top=top, evidence=evidence)

    def check(self, claims: str | os.PathLike[str] | Mapping[str, Any], *, evidence: bool = False) -> Answer:
        """Statements checked against the data: a claims file, or its content as a mapping."""
        text = json.dumps(claims) if isinstance(claims, Mapping) else Path(claims).read_text(encoding="utf-8")
        return self.ask("check", claims=text, evidence=evidence)

    def names(self) -> Answer:
        """Names that were merged, with rule and rows, and suggestions that are never applied by themselves."""
        return self.ask("names")

    # Figures and networks

    def draw(self, view: str | None = None, *names: str, **options: Any) -> Figure:
        """A figure: ``map``, ``bipartite``, ``ego`` and ``partners`` (one name), ``path`` (two names), ``timeline``,
        ``lanes``, ``geo``, ``matrix``, ``arc``, ``trend`` (names: whose joint works are counted); without a view the one
        that suits the data.

        Options are those of ``collab draw``: ``width`` in millimetres, ``theme`` (``light``, ``dark``), ``palette``,
        ``title``, ``headline`` (``on``, ``off``), ``no_title``, ``source``, ``top``, ``focus``, ``depth``,
        ``min_weight``, ``component``, ``backbone``, ``core``, ``home``, ``highlight`` (a list of names),
        ``size_by`` (a measure of :meth:`rank`), ``color_by`` (``kind``, ``cluster``, ``country``, ``year``), ``labels`` and ``colors`` (each a dict of names or
        ids and values), ``font_family``;
        ``preset`` (``slide``, ``social``, ``column``, ``page``), ``aspect`` (``16:9``) or ``height``; for trends ``by``,
        ``measure`` and ``cumulative``; for maps ``by`` (``year``, ``period``).

        >>> import collabgraph as cg
        >>> cg.load().draw("ego", "KAIST").view
        'ego'
        """
        given = {_kebab(key): _plain(value) for key, value in options.items() if value is not None}
        request = {"names": list(names), **given}
        if view is not None:
            request["view"] = view
        return Figure(self._native.draw(json.dumps(request)))

    def export(self, path: str | os.PathLike[str], format: str | None = None, *, with_works: bool = False) -> list[Path]:
        """Writes the network with scores, clusters and places for other programs (``.gexf``, ``.graphml``, ``.net`` …).

        ``with_works=True`` writes works as nodes, too. Returns the files that were written.
        """
        path = Path(path)
        files = self._native.network(format or path.suffix.lower().lstrip("."), with_works)
        written = []
        for suffix, content in files:
            target = path if len(files) == 1 else path.with_name(path.stem + suffix)
            target.write_bytes(content)
            written.append(target)
        return written

    def to_networkx(self, *, with_works: bool = False) -> networkx.Graph:
        """The network as a NetworkX graph; nodes and ties carry their columns.

        >>> import collabgraph as cg
        >>> graph = cg.load().to_networkx()  # doctest: +SKIP
        """
        import networkx

        return networkx.node_link_graph(self._node_link(with_works), edges="edges")

    def to_igraph(self, *, with_works: bool = False) -> igraph.Graph:
        """The network as an igraph graph; vertices are named by identifier and carry their columns
        (that of the name is ``full_name``)."""
        import igraph

        data = self._node_link(with_works)
        graph = igraph.Graph(n=0, directed=False)
        positions = {node["id"]: at for at, node in enumerate(data["nodes"])}
        graph.add_vertices(len(positions))
        for key in _keys(data["nodes"]):
            # igraph finds vertices by the attribute "name", which must be unique.
            name = {"id": "name", "name": "full_name"}.get(key, key)
            graph.vs[name] = [node.get(key) for node in data["nodes"]]
        graph.add_edges([(positions[tie["source"]], positions[tie["target"]]) for tie in data["edges"]])
        for key in _keys(data["edges"]):
            if key not in ("source", "target"):
                graph.es[key] = [tie.get(key) for tie in data["edges"]]
        return graph

    def _node_link(self, with_works: bool) -> dict[str, Any]:
        [(_, content)] = self._native.network("node-link", with_works)
        data: dict[str, Any] = json.loads(content)
        return data

    def __repr__(self) -> str:
        works, institutions, ties = self._native.counts()
        return f"<Dataset: {works} works, {institutions} institutions, {ties} ties>"

    def _repr_html_(self) -> str:
        return self.overview()._repr_html_()


def load(data: Any = None, *, columns: Columns | None = None, **options: Any) -> Dataset:
    """Reads works: a path, a URL, a DataFrame, anything with ``__arrow_c_stream__``, or a list of these; without
    ``data`` the embedded data set of 17 Korean AI models.

    Files of every kind that the command reads are read (CSV, Excel, Scopus, Web of Science, OpenAlex, RIS, BibTeX,
    networks …), recognised by their content. Nothing is fetched unless a URL is given.

    ``columns`` names columns that are not recognised: ``{"work": "Title", "institutions": "Affiliations",
    "date": "Year"}``. Further options of reading: ``separator``, ``delimiter``, ``skip``, ``format``, ``encoding``,
    ``sheet``, ``group_by``, ``keep_whole``, ``exclude``, ``authority`` (``"none"`` or a file), ``addresses``,
    ``network``, ``modes`` (1 or 2), ``max_unpacked``; all others are those of :meth:`Dataset.filter`, and ``level``
    (``recorded``, ``group``).

    >>> import collabgraph as cg
    >>> cg.load()
    <Dataset: 17 works, 14 institutions, 24 ties>
    >>> cg.load("no-such-file.csv")
    Traceback (most recent call last):
    ...
    collabgraph._errors.MissingFileError: no-such-file.csv: there is no such file; check the path and the spelling.
    """
    reading = {key: options.pop(key) for key in _READING if key in options}
    if columns is not None:
        reading["columns"] = columns if isinstance(columns, str) else ",".join(f"{k}={v}" for k, v in columns.items())
    for several in ("keep_whole", "exclude"):
        if isinstance(reading.get(several), str):
            reading[several] = [reading[several]]
    inputs: list[tuple[str, bytes | None]] = []
    for one in data if isinstance(data, list | tuple) else [] if data is None else [data]:
        content, separator = _input(one)
        inputs.append(content)
        if separator is not None:
            reading.setdefault("separator", separator)
    native = _native.load(
        inputs,
        json.dumps({_kebab(key): _plain(value) for key, value in reading.items() if value is not None}),
        _settings_json(options),
    )
    return Dataset(native, options)


def from_networkx(graph: networkx.Graph, **options: Any) -> Dataset:
    """The institutions and ties of a NetworkX graph; node attributes such as ``name`` and ``country`` and the edge
    attribute ``weight`` are read. Options are those of :func:`load`.

    >>> import collabgraph as cg
    >>> import networkx as nx  # doctest: +SKIP
    >>> cg.from_networkx(nx.path_graph(["A", "B", "C"]))  # doctest: +SKIP
    <Dataset: 0 works, 3 institutions, 2 ties>
    """
    import networkx

    data = networkx.node_link_data(graph, edges="edges")
    content = json.dumps(data, default=str, ensure_ascii=False).encode()
    native = _native.load([("graph.json", content)], "{}", _settings_json(options))
    return Dataset(native, options)


def _input(data: Any) -> tuple[tuple[str, bytes | None], str | None]:
    """An input by name, with its bytes where it is no file, and what parts lists in its cells."""
    if isinstance(data, str | os.PathLike):
        text = os.fspath(data)
        if isinstance(text, str) and text.startswith(("https://", "http://")):
            return _fetched(text), None
        return (os.fsdecode(text), None), None
    if isinstance(data, bytes | bytearray):
        return ("bytes", bytes(data)), None
    if hasattr(data, "__arrow_c_stream__"):
        try:
            content, separator = _native.table_of(data.__arrow_c_stream__())
            return ("table.csv", content), separator
        except ImportError:
            # pandas needs pyarrow for this; without it the table goes as text.
            if not hasattr(data, "to_csv"):
                raise
    if hasattr(data, "to_csv"):
        return ("table.csv", data.to_csv(index=False).encode()), None
    if hasattr(data, "adjacency") and hasattr(data, "nodes"):
        raise ArgumentError("argument", "this is a NetworkX graph: use from_networkx(graph)")
    kind = type(data).__name__
    raise ArgumentError("argument", f"cannot read a {kind}: expected a path, a URL, bytes, or a table with __arrow_c_stream__")


def _fetched(url: str) -> tuple[str, bytes | None]:
    from urllib.error import URLError
    from urllib.parse import urlsplit
    from urllib.request import Request, urlopen

    name = PurePosixPath(urlsplit(url).path).name or "download"
    try:
        with urlopen(Request(url, headers={"User-Agent": f"collabgraph/{_native.__version__}"}), timeout=60) as answer:
            return name, answer.read()
    except URLError as error:
        raise InputError("fetch", f"{url}: cannot be fetched ({error})", url) from error


def _settings_json(settings: dict[str, Any]) -> str:
    several = {"country", "country_all", "sector", "criterion", "domain", "institution"}
    plain = {}
    for key, value in settings.items():
        if value is None:
            continue
        plain[_kebab(key)] = [value] if key in several and isinstance(value, str) else _plain(value)
    return json.dumps(plain)


def _kebab(key: str) -> str:
    return key.replace("_", "-")


def _plain(value: Any) -> Any:
    """Dates, paths and tuples as JSON has them."""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    return list(value) if isinstance(value, tuple | set) else value


def _keys(items: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(key for item in items for key in item))
