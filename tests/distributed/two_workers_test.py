"""Two workers: the same bytes as one command, and a failure that says why. Short: `make test` runs it."""

from __future__ import annotations

from pathlib import Path

from at_hand import COMMAND, PATIENCE, TODAY, InFolder, alone, packets, telework, workers
from telework_rollup import RollupError, rollup


class TwoWorkers(InFolder):
    def test_packets_in_lines_files_folders_and_partials_give_the_bytes_of_one_command(self) -> None:
        lines = packets(36).splitlines(keepends=True)
        self.write("lines/a.ndjson", b"".join(lines[:20]))
        self.write("lines/b.ndjson", b"".join(lines[18:28]) + b"no packet\n")
        self.write("folder/one.json", lines[28])
        self.write("folder/below/two.json", lines[29])
        self.write("earlier.ndjson", b"".join(lines[30:]))
        self.write("partials/earlier.ndjson", alone("earlier.ndjson", folder=self.folder))
        expected = alone("lines/a.ndjson", "lines/b.ndjson", "folder", "partials/earlier.ndjson", folder=self.folder)

        with workers(2) as client:
            partial = rollup(
                ["lines/*.ndjson", Path("folder"), "partials/*.ndjson"],
                client=client,
                blocksize="50 kB",
                today=TODAY,
                command=COMMAND,
            )
            self.assertEqual(partial.result(timeout=PATIENCE), expected)

            with self.assertRaisesRegex(RollupError, r"(?s)ended with 2 on .*--fiscal-year: \"1\" is out of range"):
                partial = rollup("lines/a.ndjson", client=client, fiscal_year=1, command=COMMAND, retries=0)
                partial.result(timeout=PATIENCE)

            with self.assertRaisesRegex(FileNotFoundError, "'nothing/\\*.ndjson'"):
                rollup("nothing/*.ndjson", client=client, command=COMMAND)
            with self.assertRaisesRegex(ValueError, "No path was given"):
                rollup([], client=client, command=COMMAND)
            with self.assertRaisesRegex(ValueError, "blocksize is 0"):
                rollup("folder", client=client, command=COMMAND, blocksize=0)

        self.write("partial.ndjson", expected)
        report = telework("rollup", "partial.ndjson", "--today", str(TODAY), "--format", "json", folder=self.folder)
        self.assertIn(b'"telework-report/1"', report)
