"""Data of every kind that notebooks have, and errors as exceptions."""

import datetime
import http.server
import pickle
import threading

import pyarrow as pa
import pytest

import collabgraph as cg

ROWS = {"Title": ["α", "β; γ", "delta"], "Affiliations": ["KAIST; NAVER", "KAIST; SNU", "SNU"], "Year": [2020, 2021, 2021]}
COLUMNS = {"work": "Title", "institutions": "Affiliations", "date": "Year"}


def expected():
    text = 'Title,Affiliations,Year\nα,KAIST; NAVER,2020\n"β; γ",KAIST; SNU,2021\ndelta,SNU,2021\n'
    return without_names(cg.load(text.encode(), columns=COLUMNS).works().record)


def without_names(record):
    """A record without the names of files."""
    return [{key: value for key, value in row.items() if key not in ("source", "file")} for row in record["rows"]]


def test_tables_of_every_library_are_read_alike(tmp_path):
    pd, pl = pytest.importorskip("pandas"), pytest.importorskip("polars")
    path = tmp_path / "t.csv"
    pd.DataFrame(ROWS).to_csv(path, index=False)
    for data in (pd.DataFrame(ROWS), pl.DataFrame(ROWS), pa.table(ROWS), str(path), path, [path]):
        assert without_names(cg.load(data, columns=COLUMNS).works().record) == expected(), type(data)


def test_headers_of_titles_and_institutions_are_recognised():
    table = pa.table({"title": ["A"], "institutions": [["KAIST", "Yonsei; Severance"]], "date": [datetime.date(2020, 2, 3)]})
    n = cg.load(table, authority="none")
    work = pa.table(n.works()).to_pylist()[0]
    assert work["institutions"] == ["KAIST", "Yonsei; Severance"] and str(work["date"]) == "2020-02-03"


def test_types_of_arrow_become_cells():
    table = pa.table(
        {
            "title": pa.array(["A", "B", None], pa.large_string()),
            "institutions": pa.array(["X", "Y", "X"]).dictionary_encode(),
            "date": pa.array([datetime.datetime(2020, 1, 2, 3, 4), None, None], pa.timestamp("us")),
            "citations": pa.array([1, None, 3], pa.int32()),
        }
    )
    works = pa.table(cg.load(table, authority="none").works()).to_pylist()
    assert {(work["name"], str(work["date"])) for work in works} >= {("A", "2020-01-02"), ("B", "None")}


def test_a_quote_a_comma_and_a_line_feed_stay_in_their_cell():
    names = ['say "x", then\nstop', "plain"]
    works = cg.load(pa.table({"title": names, "institutions": ["A", "B"]}), authority="none").works()
    assert sorted(" ".join(row["name"].split()) for row in pa.table(works).to_pylist()) == ["plain", 'say "x", then stop']


def test_a_url_is_fetched_and_nothing_else_is():
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/t.csv" else 404)
            self.end_headers()
            self.wfile.write(b"title,institutions\nA,X;Y\n")

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        assert cg.load(f"{address}/t.csv").work_count == 1
        with pytest.raises(cg.InputError, match="404") as failed:
            cg.load(f"{address}/none.csv")
        assert failed.value.kind == "fetch" and failed.value.place.endswith("/none.csv")
    finally:
        server.shutdown()
        thread.join()


def test_errors_have_kind_and_place(tmp_path):
    with pytest.raises(FileNotFoundError) as failed:
        cg.load(tmp_path / "none.csv")
    assert failed.value.kind == "source-no-such-file" and "none.csv" in failed.value.place
    broken = tmp_path / "t.csv"
    broken.write_text('title,institutions\n"A,X\n')
    with pytest.raises(cg.InputError) as failed:
        cg.load(broken)
    assert failed.value.place.startswith(f"{broken}:2:"), failed.value.place
    with pytest.raises(KeyError) as failed:
        cg.load().who("KAISTT")
    assert failed.value.kind == "lookup-nearest" and "KAIST" in str(failed.value)
    assert str(pickle.loads(pickle.dumps(failed.value))) == str(failed.value)
    assert isinstance(failed.value, cg.UnknownNameError) and isinstance(failed.value, cg.Error)
    with pytest.raises(cg.ArgumentError, match="betweenness"):
        cg.load().rank("betweennes")
    with pytest.raises(cg.ArgumentError, match="unknown field"):
        cg.load(colour="red")
    with pytest.raises(cg.ArgumentError, match="no_title"):
        cg.load().draw("map", colour=3)
    with pytest.raises(cg.ArgumentError, match="DataFrame|path"):
        cg.load(object())
    with pytest.raises(cg.Error) as failed:
        cg.load(lang="ko").who("KAISTT")
    assert "없다" in str(failed.value)


def test_works_run_while_others_compute():
    """The interpreter is free while a question is answered: threads give the answers of one."""
    n = cg.load()
    found = [None] * 8
    threads = [threading.Thread(target=lambda at=at: found.__setitem__(at, n.rank("betweenness").record)) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(record == found[0] for record in found)


def test_notices_say_what_was_unexpected():
    notices = cg.load(b"title,institutions,date\nA,X;Y,2020-13-45\n").notices
    assert notices and all(notice.kind and notice.text for notice in notices)
    assert any(":2" in notice.place for notice in notices), notices


def test_several_inputs_are_one_data_set(tmp_path):
    one, two = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text("title,institutions\nA,X;Y\n")
    two.write_text("title,institutions\nB,Y;Z\n")
    assert cg.load([one, two]).institution_count == 3
