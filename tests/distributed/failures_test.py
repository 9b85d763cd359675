"""Workers that are killed, that lack the command or have another one, and commands that fail."""

from __future__ import annotations

import os
import signal

import psutil
from at_hand import COMMAND, PATIENCE, TODAY, InFolder, alone, packets, set_path, wait_until, workers
from distributed import Future
from telework_rollup import Block, Command, RollupError, read_block, rollup

# Says that it runs, and waits to be let go; the command with `waits` in its words does, any other one goes on at once.
WAITING = """#!/bin/sh
case "$*" in *"{waits}"*)
  echo "$$" > "{folder}/running-$$.part" && mv "{folder}/running-$$.part" "{folder}/running-$$"
  until [ -e "{folder}/go" ]; do sleep 0.05; done ;;
esac
exec "{command}" "$@"
"""

# Fails as long as it can be noted down that it did.
FAILING_ONCE = """#!/bin/sh
if mkdir "{folder}/has-failed" 2>/dev/null; then echo "telework: no room here" >&2; exit 2; fi
exec "{command}" "$@"
"""


class Failures(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.write("all.ndjson", packets(24))
        self.expected = alone("all.ndjson", folder=self.folder)

    def program(self, name: str, script: str, **words: str) -> str:
        return str(self.write_program(name, script.format(folder=self.folder, command=COMMAND, **words)))

    def running(self) -> list[int]:
        return [int(path.read_text()) for path in self.folder.glob("running-*[0-9]")]

    # ---- Killed ----

    def test_a_worker_that_is_killed_takes_its_command_along_and_the_bytes_are_the_same(self) -> None:
        program = self.program("waiting", WAITING, waits="--bytes")
        with workers(2) as client:
            partial = rollup("all.ndjson", client=client, blocksize="50 kB", today=TODAY, command=program)
            wait_until("both workers have a command", lambda: len(self.running()) == 2)
            command = self.running()[0]
            os.kill(psutil.Process(command).ppid(), signal.SIGKILL)
            wait_until("the command is gone", lambda: not psutil.pid_exists(command))
            self.assertFalse(partial.done())
            self.write("go", b"")
            self.assertEqual(partial.result(timeout=PATIENCE), self.expected)
            client.wait_for_workers(2, timeout=PATIENCE)  # the one that takes its place

    def test_what_a_killed_worker_held_is_made_again_and_the_bytes_are_the_same(self) -> None:
        # The last range alone waits: it has no end.
        program = self.program("waiting", WAITING, waits=": --today")
        with workers(2) as client:
            processes = client.run(os.getpid)
            partial = rollup("all.ndjson", client=client, blocksize="50 kB", today=TODAY, command=program)
            wait_until("the last range is being read", lambda: bool(self.running()))
            wait_until("both hold partials", lambda: min(map(len, client.has_what().values())) >= 3)
            idle = set(processes.values()) - {psutil.Process(self.running()[0]).ppid()}
            os.kill(idle.pop(), signal.SIGKILL)
            self.write("go", b"")
            self.assertEqual(partial.result(timeout=PATIENCE), self.expected)
            client.wait_for_workers(2, timeout=PATIENCE)  # the one that takes its place

    # ---- The command ----

    def test_a_worker_without_the_command_is_named_before_anything_is_read(self) -> None:
        self.program("bin/telework", FAILING_ONCE)
        with workers(2) as client:
            having, lacking = client.scheduler_info()["workers"]
            client.run(set_path, f"{self.folder}/bin:{os.environ['PATH']}", workers=[having])
            client.run(set_path, str(self.folder), workers=[lacking])
            with self.assertRaises(RollupError) as raised:
                rollup("all.ndjson", client=client, today=TODAY)
        self.assertEqual(str(raised.exception), f"'telework' is not on the PATH of {lacking}.")
        self.assertFalse((self.folder / "has-failed").exists())

    def test_a_worker_with_another_build_is_named_before_anything_is_read(self) -> None:
        self.program("old/telework", FAILING_ONCE + "# an older one\n")
        self.program("new/telework", FAILING_ONCE)
        with workers(2) as client:
            for worker, place in zip(client.scheduler_info()["workers"], ("old", "new"), strict=True):
                client.run(set_path, f"{self.folder}/{place}:{os.environ['PATH']}", workers=[worker])
            with self.assertRaisesRegex(RollupError, r"(?s)not the same on each worker.*\ntcp://.*\ntcp://"):
                rollup("all.ndjson", client=client, today=TODAY)
        self.assertFalse((self.folder / "has-failed").exists())

    def test_a_worker_that_comes_later_is_asked_by_its_first_task(self) -> None:
        how = Command(program=COMMAND, digest="0" * 64, options=(), folder=str(self.folder), scratch=None)
        with workers(1) as client:
            future: Future = client.submit(read_block, Block("all.ndjson"), how=how)
            with self.assertRaisesRegex(RollupError, "is not that of the other workers"):
                future.result(timeout=PATIENCE)

    def test_without_a_worker_it_says_so_at_once(self) -> None:
        with workers(0) as client, self.assertRaisesRegex(RollupError, "There is no worker"):
            rollup("all.ndjson", client=client, command=COMMAND)

    # ---- What it says ----

    def test_a_command_that_fails_is_run_again(self) -> None:
        program = self.program("failing", FAILING_ONCE)
        with workers(1) as client:
            partial = rollup("all.ndjson", client=client, today=TODAY, command=program, retries=1)
            self.assertEqual(partial.result(timeout=PATIENCE), self.expected)

    def test_a_command_that_goes_on_failing_raises_with_its_standard_error(self) -> None:
        program = self.program("failing", FAILING_ONCE)
        with workers(1) as client:
            partial = rollup("all.ndjson", client=client, today=TODAY, command=program, retries=0)
            said = r"^telework rollup all.ndjson ended with 2 on \S+:\ntelework: no room here$"
            with self.assertRaisesRegex(RollupError, said):
                partial.result(timeout=PATIENCE)

    def test_exit_2_for_another_fiscal_year_raises_with_the_line_of_the_partial(self) -> None:
        heading = b'{"format":"telework-rollup/1","fiscal_year":"2020","day":"2020-02-02"}\n'
        self.write("other.ndjson", heading + b'{"lines":"0"}\n')
        with workers(1) as client:
            partial = rollup(["all.ndjson", "other.ndjson"], client=client, today=TODAY, command=COMMAND, retries=0)
            with self.assertRaisesRegex(RollupError, r"(?s)ended with 2 on .*other.ndjson: line 1: .*fiscal year 2020"):
                partial.result(timeout=PATIENCE)

    def test_the_settings_are_taken_by_each_task(self) -> None:
        self.write("none.json", b"[]")
        with workers(1) as client:
            partial = rollup("all.ndjson", client=client, command=COMMAND, settings="none.json", retries=0)
            with self.assertRaisesRegex(RollupError, r"(?s)ended with 2 on .*none.json"):
                partial.result(timeout=PATIENCE)
