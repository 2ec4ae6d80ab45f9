"""Figures."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from collabgraph._errors import ArgumentError, Error
from collabgraph._native import NativeFigure


class Figure:
    """A figure that is shown in a notebook and saved as SVG, PNG or PDF.

    >>> import collabgraph as cg
    >>> figure = cg.load().draw("map", width=85)
    >>> figure.view, figure.svg.startswith("<?xml")
    ('map', True)
    """

    def __init__(self, native: NativeFigure) -> None:
        self._native = native

    @property
    def view(self) -> str:
        """The view that is drawn."""
        return self._native.view

    @property
    def title(self) -> str:
        """The title."""
        return self._native.title

    @property
    def description(self) -> str:
        """The description for readers who do not see the figure (alternative text)."""
        return self._native.description

    @property
    def svg(self) -> str:
        """The figure as SVG."""
        return self._native.svg()

    @property
    def statistics(self) -> Any:
        """Numbers on what is drawn, and the statements behind its texts, as ``collab draw --stats`` prints them."""
        return json.loads(self._native.statistics())

    def png(self, dpi: float = 300.0) -> bytes:
        """The figure as PNG. Needs an installed font with the letters of the names."""
        return self._native.png(dpi)

    def save(self, path: str | os.PathLike[str], dpi: float = 300.0) -> Path:
        """Writes the figure; the extension selects the format: ``.svg``, ``.png`` or ``.pdf``."""
        path = Path(path)
        suffix = path.suffix.lower()
        if suffix == ".svg":
            path.write_text(self.svg, encoding="utf-8", newline="\n")
        elif suffix == ".png":
            path.write_bytes(self.png(dpi))
        elif suffix == ".pdf":
            path.write_bytes(self._native.pdf())
        else:
            raise ArgumentError("argument", f"{path}: expected a file called .svg, .png or .pdf")
        return path

    def _repr_mimebundle_(
        self, include: object | None = None, exclude: object | None = None
    ) -> dict[str, str | bytes]:
        """SVG, and PNG for viewers that show no SVG, where there is a font."""
        bundle: dict[str, str | bytes] = {"image/svg+xml": self.svg, "text/plain": repr(self)}
        try:
            bundle["image/png"] = self.png(144.0)
        except Error:
            pass
        return bundle

    def __repr__(self) -> str:
        return f"<Figure {self.view}: {self.title}>"
