"""The tutorial runs from its first cell to its last, and shows tables and figures."""

from pathlib import Path

import pytest


def test_the_tutorial_runs():
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    for needed in ("polars", "pandas", "networkx"):
        pytest.importorskip(needed)
    notebook = nbformat.read(Path(__file__).parent.parent / "tutorial.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    kinds = {kind for output in shown for kind in output.get("data", {})}
    assert {"text/html", "image/svg+xml"} <= kinds
    assert not [output for output in shown if output.output_type == "error"]
