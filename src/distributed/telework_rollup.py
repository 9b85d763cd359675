"""rollup: the partial of many packets, made by the workers of Dask distributed.

A task is one range of bytes of one file: `telework rollup --partial --bytes A:B` reads it, and a tree of merges by the
same command makes one partial of all. Ranges may end anywhere: a line belongs to the range of its first byte, and a
file that is not of lines to the first range. Merging is idempotent, commutative and associative. So the bytes are those
of one command on one machine, for any number of workers, any size of range, and whichever task is run twice.

    from distributed import Client
    from telework_rollup import rollup

    with Client("scheduler:8786") as client:
        partial = rollup("packets/*.ndjson", client=client, blocksize="64MiB").result()

The workers need this module, the command, and the files under the same paths. The command bounds its own memory, and
ends with its worker.

Does not: read packets, decide which copy counts, or make the report (`telework rollup partial.ndjson` does).
"""

from __future__ import annotations

import glob
import hashlib
import logging
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from dask.utils import parse_bytes
from distributed import Client, Future, get_worker

__all__ = ["RollupError", "rollup"]

Name: TypeAlias = str | os.PathLike[str]
# The bytes of a partial, or the path of its file where one folder is shared.
Partial: TypeAlias = bytes | str

# How many partials one merge takes: two levels of merges are enough for 256 ranges.
MERGE_WIDTH = 16

logger = logging.getLogger(__name__)


class RollupError(RuntimeError):
    """What a worker cannot do, or what the command said when it failed."""


def rollup(
    paths: Name | Iterable[Name],
    *,
    client: Client,
    blocksize: int | str = "64MiB",
    today: date | None = None,
    fiscal_year: int | None = None,
    percent: str | None = None,
    settings: Name | None = None,
    command: Name = "telework",
    scratch: Name | None = None,
    retries: int = 3,
) -> Future:
    """Gives the future of the partial: its bytes, or the path of its file if there is a `scratch`.

    paths        files, folders and patterns, of packets and of partials. A folder is one task. Relative ones go from
                 the folder that this is called in.
    client       one that waits (not asynchronous); its workers may come and go.
    blocksize    how much of a file one task reads.
    today, fiscal_year, percent, settings
                 the options of the command. Without a day it is that of this machine: the same for each task.
    command      its name on the PATH of the workers, or its path.
    scratch      a folder that all workers share: partials stay there, and only their paths travel. It is the caller's
                 to make and to remove.
    retries      how often a task that has failed is run again. A worker that died is Dask's to replace.

    Raises ValueError without a path or for ranges of no byte, FileNotFoundError for a path that is not there, and
    RollupError if a worker lacks the command, or has another one than the others. The future raises RollupError with the command's standard error if it failed.
    """
    blocks = list(_blocks([paths] if isinstance(paths, str | os.PathLike) else paths, parse_bytes(blocksize)))
    if not blocks:
        raise ValueError("No path was given; name files, folders or patterns.")
    options = {
        "--today": today or date.today(),
        "--fiscal-year": fiscal_year,
        "--percent": percent,
        "--settings": settings,
    }
    program = os.fspath(command)
    if os.sep in program:
        program = os.path.abspath(program)
    how = Command(
        program=program,
        digest=_digest_of_all(client, program),
        options=tuple(str(word) for name, value in options.items() if value is not None for word in (name, value)),
        folder=os.getcwd(),
        scratch=None if scratch is None else os.path.abspath(scratch),
    )
    # Not pure: a file of the same name may have changed since it was read.
    level: list[Future] = client.map(read_block, blocks, how=how, retries=retries, pure=False)
    while len(level) > 1:
        groups = [level[i : i + MERGE_WIDTH] for i in range(0, len(level), MERGE_WIDTH)]
        level = [client.submit(merge_partials, group, how=how, retries=retries, pure=False) for group in groups]
    return level[0]


# ---- What is read ----


@dataclass(frozen=True)
class Block:
    """A range of the bytes of one file; without an end, to that of the file."""

    path: str
    begin: int = 0
    end: int | None = None

    def words(self) -> list[str]:
        if self.begin == 0 and self.end is None:
            return [self.path]
        return [self.path, "--bytes", f"{self.begin}:{'' if self.end is None else self.end}"]


def _blocks(patterns: Iterable[Name], size: int) -> Iterator[Block]:
    if size < 1:
        raise ValueError(f"blocksize is {size}; a task reads a byte or more.")
    for path in sorted({path for pattern in patterns for path in _matches(os.fspath(pattern))}):
        total = os.path.getsize(path) if os.path.isfile(path) else 0
        for begin in range(0, max(total, 1), size):
            end = begin + size
            yield Block(path, begin, end if end < total else None)


def _matches(pattern: str) -> list[str]:
    # A name may look like a pattern.
    found = [pattern] if os.path.exists(pattern) else glob.glob(pattern, recursive=True)
    if not found:
        raise FileNotFoundError(f"No file is called {pattern!r}, or matches it.")
    return found


# ---- On a worker ----


@dataclass(frozen=True)
class Command:
    """How every task runs `telework rollup --partial`."""

    program: str
    digest: str  # SHA-256 of the program
    options: tuple[str, ...]
    folder: str
    scratch: str | None

    def run(self, words: Sequence[str], folder: str) -> Partial:
        """The partial of what the words name, written in a folder of its own first."""
        path = Path(folder, "partial.ndjson")
        with path.open("wb") as out:
            done = subprocess.run(
                # The kernel ends the command when the worker is gone, however that came.
                ["setpriv", "--pdeathsig", "KILL", self.path(), "rollup", *words, *self.options]
                + ["--partial", "--jobs", "1"],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.PIPE,
                check=False,
            )
        said = done.stderr.decode(errors="replace").strip()
        if done.returncode != 0:
            what = f"telework rollup {' '.join(words)} ended with {done.returncode} on {socket.gethostname()}"
            raise RollupError(f"{what}:\n{said}")
        if said:
            logger.warning("telework rollup %s: %s", " ".join(words), said)
        return path.read_bytes() if self.scratch is None else _keep(path, self.scratch)

    def path(self) -> str:
        """Where this worker has it: one that came later than the others has been asked by nobody."""
        path = shutil.which(self.program)
        if path is None or _digest(path) != self.digest:
            what = "is not on the PATH" if path is None else "is not that of the other workers"
            raise RollupError(f"{self.program!r} {what} on {socket.gethostname()}.")
        return path

    def work_folder(self) -> tempfile.TemporaryDirectory[str]:
        """Gone with the task; what a killed worker leaves lies in the worker's own folder, which Dask clears."""
        return tempfile.TemporaryDirectory(prefix="telework-", dir=self.scratch or get_worker().local_directory)


def read_block(block: Block, how: Command) -> Partial:
    """The partial of one range."""
    with how.work_folder() as folder:
        return how.run(block.words(), folder)


def merge_partials(partials: Sequence[Partial], how: Command) -> Partial:
    """One partial of many. Those in a shared folder stay: a task that is run again needs them again."""
    with how.work_folder() as folder:
        paths = [_as_file(partial, Path(folder, f"{number}.ndjson")) for number, partial in enumerate(partials)]
        return how.run(paths, folder)


def _as_file(partial: Partial, path: Path) -> str:
    if isinstance(partial, str):
        return partial
    path.write_bytes(partial)
    return str(path)


def _keep(path: Path, scratch: str) -> str:
    """By what is in it: a task that is run twice writes one file, and nobody sees half of one."""
    kept = Path(scratch, f"{_digest(path)}.ndjson")
    path.replace(kept)
    return str(kept)


# ---- The same command everywhere ----


def program_digest(program: str) -> str | None:
    """The SHA-256 of the program that this name stands for here; None where it stands for none."""
    path = shutil.which(program)
    return None if path is None else _digest(path)


def _digest(path: str | Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest_of_all(client: Client, program: str) -> str:
    """What the program is on each worker, which must be one and the same: a version would not tell two builds apart."""
    found: dict[str, str | None] = client.run(program_digest, program)
    if not found:
        raise RollupError("There is no worker; start one, or wait for it with client.wait_for_workers(1).")
    digests = {worker: digest for worker, digest in sorted(found.items()) if digest is not None}
    lacking = sorted(found.keys() - digests.keys())
    if lacking:
        raise RollupError(f"{program!r} is not on the PATH of {', '.join(lacking)}.")
    first, *others = sorted(set(digests.values()))
    if others:
        each = "\n".join(f"{worker}: sha256 {digest}" for worker, digest in digests.items())
        raise RollupError(f"{program!r} is not the same on each worker; install one build on all of them.\n{each}")
    return first
