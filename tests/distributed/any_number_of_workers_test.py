"""The same bytes for any number of workers, any size of range, and with partials as files."""

from __future__ import annotations

from pathlib import Path

from at_hand import COMMAND, PATIENCE, TODAY, InFolder, alone, packets, workers
from telework_rollup import rollup


class AnyNumberOfWorkers(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.write("all.ndjson", packets(60))
        self.expected = alone("all.ndjson", folder=self.folder)

    def test_one_two_four_and_seven_workers_give_equal_bytes(self) -> None:
        for count in (1, 2, 4, 7):
            with self.subTest(workers=count), workers(count) as client:
                partial = rollup("all.ndjson", client=client, blocksize="50 kB", today=TODAY, command=COMMAND)
                self.assertEqual(partial.result(timeout=PATIENCE), self.expected)

    def test_any_size_of_range_gives_equal_bytes_and_more_than_two_levels_of_merges_do(self) -> None:
        size = len(packets(60))
        with workers(2) as client:
            for blocksize in (size // 300, size // 17, size - 1, size, size + 1):
                with self.subTest(blocksize=blocksize):
                    partial = rollup("all.ndjson", client=client, blocksize=blocksize, today=TODAY, command=COMMAND)
                    self.assertEqual(partial.result(timeout=PATIENCE), self.expected)

    def test_with_a_shared_folder_the_result_is_the_path_of_equal_bytes(self) -> None:
        scratch = self.folder / "scratch"
        scratch.mkdir()
        with workers(2) as client:
            partial = rollup(
                "all.ndjson", client=client, blocksize="200 kB", today=TODAY, command=COMMAND, scratch="scratch"
            )
            path = Path(partial.result(timeout=PATIENCE))
        self.assertEqual(path.parent, scratch)
        self.assertEqual(path.read_bytes(), self.expected)
        self.assertEqual([left for left in scratch.iterdir() if left.suffix != ".ndjson"], [])
