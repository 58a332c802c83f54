"""A preference looked up in the store's file before the store is opened."""

from core.store import glance
from core.store.database import Store


def test_what_the_store_keeps_is_found_without_opening_it(tmp_path):
    file = tmp_path / "kho số liệu #1.db"
    with Store.open(file) as store:
        store.set_preference("layouts", [["a", {"b": 1}]])
        store.flush(5)
        assert glance.preference(file, "layouts") == [["a", {"b": 1}]]
    assert glance.preference(file, "layouts") == [["a", {"b": 1}]]
    assert glance.preference(file, "recent") is None


def test_a_store_that_is_not_there_has_none_and_is_not_made(tmp_path):
    assert glance.preference(tmp_path / "a.db", "layouts") is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_store_has_none_and_stays_as_it_is(tmp_path):
    file = tmp_path / "a.db"
    file.write_bytes(b"no database, but long enough to be taken for one" * 40)
    before = file.read_bytes()
    assert glance.preference(file, "layouts") is None
    assert file.read_bytes() == before
