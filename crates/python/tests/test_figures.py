"""Figures and networks."""

import json

import pytest

import collabgraph as cg


@pytest.mark.parametrize("view", ["map", "bipartite", "timeline", "matrix", "arc"])
def test_every_view_is_the_figure_of_the_command(collab, view):
    assert cg.load(lang="en").draw(view, width=120).svg == collab("draw", view, "--width", "120", "--lang", "en", "-o", "-", as_json=False)


def test_views_of_names(collab):
    ego = cg.load().draw("ego", "카이스트", theme="dark", no_title=True)
    assert ego.svg == collab("draw", "ego", "KAIST", "--theme", "dark", "--no-title", "-o", "-", as_json=False)
    assert cg.load().draw("path", "KAIST", "Korea University").view == "path"
    with pytest.raises(KeyError):
        cg.load().draw("ego", "KAISTT")
    with pytest.raises(cg.ArgumentError, match="one institution"):
        cg.load().draw("ego")
    with pytest.raises(cg.ArgumentError):
        cg.load().draw("mapp")


def test_a_notebook_shows_svg_and_png():
    figure = cg.load().draw("map", width=85)
    bundle = figure._repr_mimebundle_()
    assert bundle["image/svg+xml"].startswith("<?xml") and figure.title in bundle["text/plain"]
    assert bundle.get("image/png", b"\x89PNG").startswith(b"\x89PNG")
    assert figure.description and figure.statistics["statements"]


def test_figures_are_saved(tmp_path):
    figure = cg.load().draw()
    assert figure.save(tmp_path / "a.svg").read_text(encoding="utf-8") == figure.svg
    with pytest.raises(cg.ArgumentError, match=r"\.svg"):
        figure.save(tmp_path / "a.doc")
    try:
        assert figure.save(tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
        assert figure.save(tmp_path / "a.png", dpi=72).read_bytes().startswith(b"\x89PNG")
    except cg.Error as error:
        assert "font" in str(error)


def test_the_network_is_that_of_the_answers():
    networkx = pytest.importorskip("networkx")
    graph = cg.load().to_networkx()
    strengths = {row["id"]: row["value"] for row in cg.load().rank("strength").record["rows"]}
    assert {node: sum(tie["weight"] for tie in graph[node].values()) for node in graph} == strengths
    betweenness = networkx.betweenness_centrality(graph, normalized=True)
    for row in cg.load().rank("betweenness").record["rows"]:
        assert betweenness[row["id"]] == pytest.approx(row["value"])
    both = cg.load().to_networkx(with_works=True)
    assert both.number_of_nodes() == 31


def test_igraph_has_names_weights_and_works():
    pytest.importorskip("igraph")
    graph = cg.load().to_igraph()
    assert graph.vcount() == 14 and graph.ecount() == 24
    assert "KAIST" in graph.vs.find(name="kaist")["full_name"]
    assert graph.strength(graph.vs.find(name="kaist").index, weights="weight") == 4


def test_a_network_goes_out_and_comes_back():
    networkx = pytest.importorskip("networkx")
    graph = networkx.Graph()
    graph.add_edge("카이스트", "네이버", weight=3)
    graph.add_edge("네이버", "서울대", weight=1.5)
    back = cg.from_networkx(graph)
    weights = sorted(row["weight"] for row in back.strongest().record["rows"])
    assert weights == [1.5, 3]
    assert back.institution_count == 3


def test_files_of_other_programs(tmp_path):
    [path] = cg.load().export(tmp_path / "n.gexf")
    assert path.read_text(encoding="utf-8").startswith("<?xml")
    parts = cg.load().export(tmp_path / "n.net")
    assert len(parts) > 1 and all(part.exists() for part in parts)
    assert json.loads(cg.load().export(tmp_path / "n.json", "node-link")[0].read_text(encoding="utf-8"))["nodes"]
    with pytest.raises(cg.ArgumentError, match="gexf"):
        cg.load().export(tmp_path / "n.foo")
