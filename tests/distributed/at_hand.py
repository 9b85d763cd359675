"""What the tests have in common: a cluster on this machine, an invented agency, and what one command makes of it.

The command is FTT_COMMAND, or what `make build` leaves. Does not test anything.
"""

from __future__ import annotations

import logging
import os
import subprocess
import tempfile
import time
import unittest
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path

from distributed import Client, LocalCluster

TOP = Path(__file__).resolve().parents[2]
COMMAND = str(Path(os.environ.get("FTT_COMMAND", TOP / "build/native/telework")).resolve())
TODAY = date(2026, 11, 27)
# In seconds, on a machine that does much else; what has not come by then does not come.
PATIENCE = 500


@contextmanager
def workers(count: int) -> Iterator[Client]:
    """As many worker processes of one thread each. What Dask says at length about those that fail is left out."""
    cluster = LocalCluster(
        n_workers=count, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL
    )
    with cluster, Client(cluster) as client:
        if count > 0:
            client.wait_for_workers(count, timeout=PATIENCE)
        yield client


def telework(*words: str, folder: Path | None = None) -> bytes:
    """What the command gives out."""
    return subprocess.run([COMMAND, *words], cwd=folder, stdout=subprocess.PIPE, check=True).stdout


def alone(*words: str, folder: Path) -> bytes:
    """The partial that one command makes of all."""
    return telework("rollup", *words, "--partial", "--today", str(TODAY), folder=folder)


@lru_cache
def packets(count: int) -> bytes:
    """Packets of an invented agency, one a line; about one in twenty is another copy of the one before it."""
    return telework("sample", "--packets", str(count), "--today", str(TODAY))


class InFolder(unittest.TestCase):
    """A test that has a folder to itself and stands in it, as a person does who calls rollup."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="telework-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)

    def write(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def write_program(self, name: str, script: str) -> Path:
        """A program that stands in for the command."""
        path = self.write(name, script.encode())
        path.chmod(0o755)
        return path


def set_path(value: str) -> None:
    """For a worker, which looks for programs there from now on."""
    os.environ["PATH"] = value


def wait_until(what: str, is_so: Callable[[], bool]) -> None:
    """Looks again and again; a test that waits in vain has failed."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise AssertionError(f"Not within {PATIENCE} s: {what}.")
        time.sleep(0.05)
