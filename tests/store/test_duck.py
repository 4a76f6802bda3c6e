from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

import hand
from accord.model.errors import StoreError
from accord.model.reading import Attribution, Entity, EntityId, Event, Mention, Office, Place, Quantity, Reading, Statement, StatementId
from accord.model.reading import TimeExpression as Time
from accord.model.report import Dateline, Noise, Published
from accord.model.spans import Span
from accord.model.vocabulary import DateBasis, EntityKind, EventType, Modality, NoiseKind, Quad, TimeType
from accord.store.duck import Store

TEXT = "Oslo - Norway’s minister will visit Kiel on Friday, she said."


def reading(text: str = TEXT, report_id: str = "a") -> Reading:
    sentence = hand.sentence("Norway Norway PROPN NNP nsubj 1 B-GPE\nvisits visit VERB VBZ ROOT 1")
    time = Time(span=Span(40, 49), sentence=0, type=TimeType.DATE, value="2025-09-05", direction=1)
    place = Place(span=Span(0, 4), sentence=0, name="Oslo", kind="city", country="NOR", latitude=59.9, longitude=10.7)
    count = Quantity(span=Span(0, 4), sentence=0, low=26.0, high=None, unit="head of state", unit_modifiers=("civilian",))
    mention = Mention(span=Span(7, 13), sentence=0, head=0, how="name")
    office = Office(office="chief_of_state", title="King", country="NOR", since="1991-01-17", until=None)
    actor = Entity(
        id=EntityId("n1"), name="Norway", kind=EntityKind.STATE, country="NOR", aliases=("Oslo",), mentions=(mention,), offices=(office,)
    )
    event = Event(
        event_type=EventType.CONSULT, quad=Quad.VERBAL_COOPERATION, trigger=Span(29, 34), lemma="visit", mode="visit",
        actor=(EntityId("n1"),), time=time, place=place, quantities=(count,),
    )  # fmt: skip
    return Reading(
        report=replace(
            hand.report(text, report_id, headline="Visit", noise=(Noise(span=Span(1, 2), kind=NoiseKind.EMBED),)),
            dateline=Dateline(span=Span(0, 4), place="Oslo"), headline_span=Span(0, 4), url="https://example.org/a", language="en",
        ),
        sentences=(sentence,), published=Published(earliest="2025-09-01", latest="2025-09-04", basis=DateBasis.INFERRED),
        times=(time,), entities=(actor,), quantities=(count,), places=(place,),
        attributions=(Attribution(source=(Span(52, 55),), cue=(Span(56, 60),), content=(Span(7, 50),), sentences=(0,)),),
        statements=(Statement(id=StatementId("v1"), event=event, evidence=Span(7, 50), sentence=0, attribution=(0,)),),
        modalities=((Modality.ASSERTED, Modality.PLANNED),),
    )  # fmt: skip


def test_a_reading_comes_back_as_it_was(tmp_path: Path) -> None:
    with Store(tmp_path / "news.accord") as store:
        store.add([reading()])
    with Store(tmp_path / "news.accord") as store:
        assert list(store.readings()) == [reading()]


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "news.accord") as store:
        assert store.add([reading(), reading()]) == (1, 1)
        assert store.add([reading(report_id="other")]) == (0, 1)
        assert store.count() == 1


def test_another_text_under_the_same_id_gets_an_id_of_its_own(tmp_path: Path) -> None:
    with Store(tmp_path / "news.accord") as store:
        store.add([reading(), reading(TEXT + " Again.")])
        assert [r.report.id for r in store.readings()] == ["a", "a~2"]


def test_a_reading_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    broken = replace(reading(), times=(object(),))  # type: ignore[arg-type]
    with Store(tmp_path / "news.accord") as store:
        with pytest.raises(AttributeError):
            store.add([broken])
        assert store.count() == 0
        assert store.add([reading()]) == (1, 0)


def test_looking_up_by_digest(tmp_path: Path) -> None:
    with Store(tmp_path / "news.accord") as store:
        store.add([reading()])
        assert store.has(reading().report.provenance.digest)
        assert store.reading(reading().report.provenance.digest) == reading()
        assert store.reading("sha256:0") is None


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database\n" * 400)
    with pytest.raises(StoreError, match="cannot be opened as an archive"):
        Store(path)


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    duckdb.connect(str(path)).execute("CREATE TABLE x (y INTEGER)").close()
    with pytest.raises(StoreError, match="not an accord archive"):
        Store(path)


def test_an_archive_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.accord"
    Store(path).__exit__(None, None, None)
    duckdb.connect(str(path)).execute("UPDATE meta SET schema_version = 99").close()
    with pytest.raises(StoreError, match="archive version 99, this accord reads 3"):
        Store(path)


def test_an_archive_of_the_version_before_is_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "news.accord"
    kept = [reading(f"{TEXT} Text {n}.", name) for n, name in enumerate("cab")]
    with Store(path) as store:
        store.add(kept)
    with duckdb.connect(str(path)) as db:
        tables = [name for (name,) in db.execute("SELECT table_name FROM information_schema.tables").fetchall() if name != "meta"]
        for table in tables:
            db.execute(f"ALTER TABLE {table} DROP COLUMN number")
        db.execute("UPDATE meta SET schema_version = 2")
    with Store(path) as store:
        found = list(store.readings())
        assert [(r.report, r.times, r.entities, r.quantities) for r in found] == [
            (r.report, r.times, r.entities, r.quantities) for r in kept
        ]
        assert [(r.places, r.attributions, r.statements) for r in found] == [(r.places, r.attributions, r.statements) for r in kept]
        assert [len(r.sentences) for r in found] == [1, 1, 1]
        assert store.add([reading(f"{TEXT} More.", "d")]) == (1, 0)
    with Store(path) as store:
        assert [store.numbered(n).report.id for n in range(1, 5)] == ["c", "a", "b", "d"]


def test_reports_are_numbered_in_the_order_of_addition(tmp_path: Path) -> None:
    kept = [reading(f"{TEXT} Text {n}.", name) for n, name in enumerate("cab")]
    with Store(tmp_path / "news.accord") as store:
        store.add(kept)
        assert [store.number(r.report.provenance.digest) for r in kept] == [1, 2, 3]
        assert list(store.published()) == [(n, r.published) for n, r in enumerate(kept, 1)]
        assert store.numbered(2) == kept[1]
        assert store.number("sha256:0") is None
        with pytest.raises(KeyError):
            store.numbered(4)


def test_more_rows_than_one_statement_takes(tmp_path: Path) -> None:
    many = replace(reading(), times=tuple(replace(reading().times[0], value=f"{year}") for year in range(1700, 2025)))
    with Store(tmp_path / "news.accord") as store:
        store.add([many])
        assert store.numbered(1) == many


@pytest.mark.parametrize(("name", "message"), [("", "is a folder; name a file"), ("no/such/news.accord", "there is no folder")])
def test_a_place_that_cannot_hold_a_file(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        Store(tmp_path / name)
