import sqlite3
from contextlib import closing

import pytest

from core.errors import StoreError
from core.store.database import Store
from core.store.schema import APPLICATION, STEPS, open_file, version


def add_remarks(connection):
    connection.execute("ALTER TABLE months ADD COLUMN remark TEXT NOT NULL DEFAULT ''")


def fail_half_way(connection):
    connection.execute("ALTER TABLE months ADD COLUMN remark TEXT")
    connection.execute("no such statement")


def begun(file, report):
    """A store of the present version with one month in it."""
    with Store.open(file) as store:
        return store.create(report, "xa-truong-tay", "UBND xã Trường Tây")


def refused(file):
    """The error of a file that is refused, its bytes as they were."""
    before = file.read_bytes()
    with pytest.raises(StoreError) as caught:
        Store.open(file)
    assert file.read_bytes() == before
    sentence = str(caught.value)
    assert sentence.startswith("Chưa mở được kho số liệu")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert caught.value.steps
    return caught.value


@pytest.fixture
def made(file):
    """The file, its folder made."""
    file.parent.mkdir()
    return file


def test_an_empty_place_gets_the_present_version(file):
    with closing(open_file(file, 1)) as connection:
        assert version(connection) == len(STEPS)
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        (sync,) = connection.execute("PRAGMA synchronous").fetchone()
        (keys,) = connection.execute("PRAGMA foreign_keys").fetchone()
    assert (mark, mode, sync, keys) == (APPLICATION, "wal", 2, 1)


def test_an_empty_file_is_a_new_store(made, report):
    made.touch()
    month = begun(made, report)
    with Store.open(made) as store:
        assert store.load(month).report == report


def test_an_older_file_is_brought_up_and_keeps_its_months(file, report):
    month = begun(file, report)
    with closing(open_file(file, 1, (*STEPS, add_remarks))) as connection:
        assert version(connection) == len(STEPS) + 1
        rows = connection.execute("SELECT id, remark FROM months").fetchall()
    assert rows == [(month, "")]


def test_a_month_kept_before_files_could_be_read_anew_keeps_its_steps(made, report):
    made.touch()
    month = begun(made, report)
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute(
            "INSERT INTO changes (month, seq, label, at, edits) VALUES (?, 0, ?, ?, ?)",
            (month, "Sửa", "2024-10-01T08:00:00", "[]"),
        )
        connection.execute("ALTER TABLE changes DROP COLUMN readings")
        connection.execute("PRAGMA user_version = 1")
    with Store.open(made) as store:
        (change,) = store.load(month).history.changes
    assert (change.label, change.readings) == ("Sửa", None)


def test_a_step_that_fails_leaves_the_file_at_its_version(file, report):
    month = begun(file, report)
    with pytest.raises(StoreError, match="Chưa mở được"):
        open_file(file, 1, (*STEPS, fail_half_way))
    with Store.open(file) as store:
        assert store.load(month).report == report
    with closing(sqlite3.connect(file)) as connection:
        assert version(connection) == len(STEPS)
        names = [row[1] for row in connection.execute("PRAGMA table_info(months)")]
    assert "remark" not in names


def test_a_newer_file_is_refused(file, report):
    begun(file, report)
    open_file(file, 1, (*STEPS, add_remarks)).close()
    assert "bản Công văn 766 mới hơn" in str(refused(file))


def test_another_program_s_database_is_refused(made):
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("CREATE TABLE months (id)")
    assert "không phải kho số liệu" in str(refused(made))


def test_another_program_s_database_without_tables_is_refused(made):
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA application_id = 1")
    assert "không phải kho số liệu" in str(refused(made))


@pytest.mark.parametrize("content", [b"xin ch\xc3\xa0o" * 500, b"PK\x03\x04" * 4096])
def test_a_file_that_is_no_database_is_refused(made, content):
    made.write_bytes(content)
    assert "bị hỏng" in str(refused(made))


def test_a_store_cut_short_is_refused(file, report):
    begun(file, report)
    file.write_bytes(file.read_bytes()[:700])
    assert "bị hỏng" in str(refused(file))


@pytest.fixture
def opened(monkeypatch):
    """All connections that are made from now on."""
    connections = []
    connect = sqlite3.connect

    def connect_and_note(*arguments, **options):
        connections.append(connect(*arguments, **options))
        return connections[-1]

    monkeypatch.setattr(sqlite3, "connect", connect_and_note)
    return connections


def in_the_way(file):
    file.write_bytes(b"xin ch\xc3\xa0o" * 500)


def without_preferences(file):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE preferences")


def of_another_program(file):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA application_id = 1")


@pytest.mark.parametrize("spoil", [in_the_way, without_preferences, of_another_program])
def test_a_file_that_is_refused_may_be_taken_away_at_once(file, report, opened, spoil):
    begun(file, report)
    spoil(file)
    opened.clear()
    with pytest.raises(StoreError):
        Store.open(file)
    assert opened
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
    file.unlink()


def test_a_folder_in_the_file_s_place_is_refused(file):
    file.mkdir(parents=True)
    with pytest.raises(StoreError, match="không ghi được vào thư mục"):
        Store.open(file)
    assert list(file.iterdir()) == []


def test_a_data_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "a file").write_text("x")
    with pytest.raises(StoreError, match="không ghi được vào thư mục"):
        Store.open(tmp_path / "a file" / "congvan766.db")


def test_a_file_held_by_another_program_is_refused_and_can_be_opened_later(
    file, report
):
    month = begun(file, report)
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="một chương trình khác đang giữ tệp"):
            Store.open(file, patience=0.05)
    with Store.open(file) as store:
        assert store.load(month).report == report
