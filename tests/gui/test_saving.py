"""A save is whole or it did not happen: short writes, a full disk, refused folders, a kill in the middle."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSaveFile

from engine.document import Document, Function
from engine.problems import EngineError, ProblemCode
from engine.session import encode, load
from gui.save import SHORT, write_atomically

ROOT = Path(__file__).parents[2]
OLD = b"the old content"

LIMITED = """
import resource, signal, sys
from pathlib import Path
from engine.problems import EngineError
from gui.save import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), b"x" * int(sys.argv[2]))
except EngineError as error:
    print(error.problem.code.value, dict(error.problem.values)["reason"])
else:
    print("written")
"""

ENDLESS = """
import sys
from itertools import cycle
from pathlib import Path
from engine.document import Document, Function
from engine.session import encode
from gui.save import write_atomically
sessions = [encode(Document(tuple(Function(key, text * 5_000) for key in range(1, 100)))) for text in "ab"]
for turn, session in enumerate(cycle(sessions)):
    write_atomically(Path(sys.argv[1]), session)
    if turn == 1:
        print("saving", flush=True)
"""


def run(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "wave.gradviz"
    path.write_bytes(OLD)
    return path


def refused(path, data=b"new"):
    with pytest.raises(EngineError) as caught:
        write_atomically(path, data)
    assert caught.value.problem.code is ProblemCode.FILE_NOT_WRITABLE
    return dict(caught.value.problem.values)["reason"]


@pytest.mark.parametrize("size", [0, 1, 16_384, 3_000_000])
def test_the_file_holds_exactly_the_bytes(file, size):
    data = random.Random(size).randbytes(size)
    write_atomically(file, data)
    assert file.read_bytes() == data
    assert os.listdir(file.parent) == [file.name]


def test_a_new_file_can_be_written(tmp_path):
    write_atomically(tmp_path / "ünlü θ.gradviz", b"new")
    assert (tmp_path / "ünlü θ.gradviz").read_bytes() == b"new"


def test_a_link_stays_a_link_and_its_target_is_written(file, tmp_path):
    link = tmp_path / "link.gradviz"
    link.symlink_to(file.name)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_permissions_are_kept(file):
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.parametrize("taken", [-1, 0, 2])
def test_a_short_write_leaves_the_old_file(file, monkeypatch, taken):
    monkeypatch.setattr(QSaveFile, "write", lambda _file, _data: taken)
    assert refused(file) == SHORT
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == [file.name]


def test_a_failed_flush_leaves_the_old_file(file, monkeypatch):
    monkeypatch.setattr(QSaveFile, "flush", lambda _file: False)
    assert refused(file) == SHORT
    assert file.read_bytes() == OLD


def test_a_failed_commit_is_told(file, monkeypatch):
    def commit(saved):
        saved.cancelWriting()
        return False

    monkeypatch.setattr(QSaveFile, "commit", commit)
    refused(file)
    assert file.read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="the limit of a process is one of POSIX")
@pytest.mark.parametrize("size", [1_001, 16_000, 100_000])
def test_a_disk_that_takes_no_more_leaves_the_old_file(file, size):
    told, _ = run(LIMITED, file, size).communicate(timeout=30)
    assert told.strip() == f"file_not_writable {SHORT}"
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == [file.name]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit of a process is one of POSIX")
def test_what_fits_below_the_limit_is_written(file):
    told, _ = run(LIMITED, file, 1_000).communicate(timeout=30)
    assert (told.strip(), len(file.read_bytes())) == ("written", 1_000)


def test_a_missing_folder_is_told(tmp_path):
    refused(tmp_path / "none" / "wave.gradviz")


def test_a_file_in_the_place_of_a_folder_is_told(file):
    refused(file / "wave.gradviz")
    assert file.read_bytes() == OLD


def test_a_folder_is_not_replaced(tmp_path):
    assert refused(tmp_path) == "it is not a file"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no such device")
def test_a_device_is_not_replaced_by_a_file():
    assert refused(Path("/dev/full")) == "it is not a file"
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


@pytest.mark.parametrize("name", ["a\0b", "a\udc80b"])
def test_a_name_that_no_file_can_have_is_told(tmp_path, name):
    assert refused(tmp_path / name) == "no file can have this name"
    assert os.listdir(tmp_path) == []


@pytest.fixture
def read_only_folder():
    """A folder with a file in it, where the test may not write; a test that root runs is somebody else meanwhile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "wave.gradviz").write_bytes(OLD)
        folder.chmod(0o555)
        if os.geteuid() == 0:
            os.seteuid(65_534)
        yield folder
        os.seteuid(os.getuid())
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="the permissions are those of POSIX")
def test_a_read_only_folder_leaves_the_old_file(read_only_folder):
    refused(read_only_folder / "wave.gradviz")
    refused(read_only_folder / "new.gradviz")
    assert os.listdir(read_only_folder) == ["wave.gradviz"]
    assert (read_only_folder / "wave.gradviz").read_bytes() == OLD


def test_a_kill_in_the_middle_leaves_the_old_or_the_new_session(tmp_path):
    chance = random.Random(7)
    path = tmp_path / "wave.gradviz"
    write_atomically(path, encode(Document((Function(1, "x"),))))
    for _ in range(15):
        process = run(ENDLESS, path)
        assert process.stdout.readline() == "saving\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=chance.uniform(0.0, 0.05))
        process.kill()
        process.communicate()
        assert {function.text[0] for function in load(path).functions} in ({"a"}, {"b"})
