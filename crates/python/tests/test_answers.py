"""Answers are those of the command; their tables have the types that the question gives them."""

import csv
import io

import pyarrow as pa
import pytest

import collabgraph as cg

QUESTIONS = {
    ("who", "KAIST"): lambda n: n.who("KAIST"),
    ("who", "EDSR"): lambda n: n.who("EDSR"),
    ("between", "KAIST", "NAVER"): lambda n: n.between("KAIST", "NAVER"),
    ("between", "SNU", "KAIST"): lambda n: n.between("SNU", "KAIST"),
    ("path", "KAIST", "Korea University"): lambda n: n.path("KAIST", "Korea University"),
    ("works",): lambda n: n.works(),
    ("institutions",): lambda n: n.institutions(),
    ("rank",): lambda n: n.rank(),
    ("rank", "--by", "betweenness", "--top", "3"): lambda n: n.rank("betweenness", top=3),
    ("clusters", "--seed", "5"): lambda n: n.clusters(seed=5),
    ("components",): lambda n: n.components(),
    ("statistics",): lambda n: n.statistics(),
    ("predict", "--by", "resource-allocation"): lambda n: n.predict("resource-allocation"),
    ("common", "KAIST", "NAVER"): lambda n: n.common("KAIST", "NAVER"),
    ("never",): lambda n: n.never(),
    ("strongest", "--top", "0"): lambda n: n.strongest(top=0),
    ("brokers", "--by", "country"): lambda n: n.brokers("country"),
    ("indicators", "--by", "year,sector"): lambda n: n.indicators(["year", "sector"]),
    ("counting",): lambda n: n.counting(),
    ("timeline", "KAIST"): lambda n: n.timeline("KAIST"),
    ("search", "star"): lambda n: n.search("star"),
    ("names",): lambda n: n.names(),
    ("embedded",): lambda n: n.overview(),
}
ARROW = {
    "text": pa.string(),
    "url": pa.string(),
    "integer": pa.int64(),
    "year": pa.int64(),
    "real": pa.float64(),
    "share": pa.float64(),
    "date": pa.date32(),
}


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_the_record_is_that_of_the_command(collab, question):
    assert QUESTIONS[question](cg.load()).record == collab(*question)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_the_table_is_that_of_the_command_with_types(collab, question):
    answer = QUESTIONS[question](cg.load())
    table = pa.table(answer)
    columns = next(iter(answer)).columns
    rows = list(csv.DictReader(io.StringIO(collab(*question, "-f", "csv", as_json=False))))
    assert table.num_rows == len(rows) == len(answer)
    for key, _, kind, _ in columns:
        arrow = table.schema.field(key).type
        assert arrow == ARROW[kind] if kind != "list" else pa.types.is_list(arrow), key
        for row, value in zip(rows, table[key].to_pylist(), strict=True):
            written = row[key]
            if value is None:
                assert written == "" or kind in ("year", "integer", "real", "share"), (key, written)
            elif kind == "list":
                assert written == "; ".join(value)
            elif kind in ("integer", "year", "real", "share"):
                assert float(written) == value
            elif kind == "date":
                assert value.isoformat().startswith(written)
            else:
                assert written == value


def test_the_types_depend_on_no_cell():
    whole, none = cg.load().works(), cg.load(until="1900").works()
    assert not none.found and len(none) == 0
    assert pa.table(whole).schema == pa.table(none).schema


def test_partial_dates_say_to_what_they_are_known():
    text = b"title,institutions,date\nA,X;Y,2020\nB,X,2020-03\nC,Y,2020-03-04\nD,Y,\n"
    table = pa.table(cg.load(text).works()).select(["title", "date", "date_precision", "name"]).to_pylist()
    found = {row["name"]: (str(row["date"]), row["date_precision"]) for row in table}
    assert found == {
        "A": ("2020-01-01", "year"),
        "B": ("2020-03-01", "month"),
        "C": ("2020-03-04", "day"),
        "D": ("None", None),
    }


def test_answers_in_pandas_polars_and_duckdb():
    pd, pl, duckdb = (pytest.importorskip(name) for name in ("pandas", "polars", "duckdb"))
    answer = cg.load().rank("works")
    assert pd.DataFrame.from_arrow(answer)["works"].sum() == pl.DataFrame(answer)["works"].sum()
    ranked = pa.table(answer)  # noqa: F841: DuckDB finds it by its name
    assert duckdb.sql("select max(works) from ranked").fetchall() == [(5,)]


def test_settings_are_those_of_the_command(collab):
    n = cg.load(country="KR", since="2020", counting="fractional", lang="ko")
    assert n.rank().record == collab("rank", "--country", "KR", "--since", "2020", "--counting", "fractional", "--lang", "ko")
    assert n.filter(counting="full").rank().record != n.rank().record
    assert cg.load().filter(sector=["company"]).works().record == collab("works", "--sector", "company")
    assert cg.load().who("KAIST", evidence=True).record == collab("who", "KAIST", "--evidence")


def test_files_of_an_answer(tmp_path):
    answer = cg.load().works()
    for name in ("a.xlsx", "a.csv", "a.json", "a.md", "a.txt"):
        assert answer.save(tmp_path / name).stat().st_size > 100
    assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"
    with pytest.raises(cg.ArgumentError, match=r"\.xlsx"):
        answer.save(tmp_path / "a.foo")


def test_a_notebook_shows_sentences_and_tables_and_no_markup_of_names():
    text = b"title,institutions\n<script>alert(1)</script>,A<b>;B\n"
    shown = cg.load(text).works()._repr_html_()
    assert "&lt;script&gt;" in shown and "<script" not in shown and "A&lt;b&gt;" in shown
    assert "<table" in cg.load()._repr_html_()
    assert "collab who" not in cg.load()._repr_html_()


def test_claims_are_checked(collab, tmp_path):
    claims = {
        "sources": [{"id": "s", "title": "A note", "date": "2022-01-01"}],
        "claims": [{"id": "n", "text": "Many.", "source": "s", "test": {"count": {"of": {}, "value": 17}}}],
    }
    assert cg.load().check(claims).record["claims"][0]["verdict"] == "holds"


def test_resolve():
    answer = cg.resolve(["KAIST, Daejeon, South Korea", None, "카이스트", "nothing of the kind"])
    rows = pa.table(answer).to_pylist()
    kaist = "https://ror.org/05apxxy63"
    assert [row["ror"] for row in rows][:3] == [kaist, None, kaist] and rows[0]["score"] == 1.0
    assert len(answer.record) == 4
