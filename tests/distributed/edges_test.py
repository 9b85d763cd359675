"""Ranges that end anywhere: in a line, in a letter, in a line end; and files that are hardly any."""

from __future__ import annotations

import json
from typing import ClassVar

from at_hand import COMMAND, PATIENCE, TODAY, InFolder, alone, packets, workers
from distributed import Client
from telework_rollup import rollup

LETTER = "Å".encode()


def lines_of(end: bytes) -> list[bytes]:
    """Four packets, each ended so, with a letter of two bytes in each."""
    named = [line.replace(b'"last_name":"', b'"last_name":"' + LETTER, 1) for line in packets(4).splitlines()]
    assert all(LETTER in line for line in named)
    return [line + end for line in named]


class Edges(InFolder):
    client: ClassVar[Client]

    @classmethod
    def setUpClass(cls) -> None:
        cls.client = cls.enterClassContext(workers(2))

    def expect_equal_bytes(self, content: bytes, *blocksizes: int) -> None:
        """The first range ends at that byte; with the others there are edges all over the file."""
        self.write("some.ndjson", content)
        expected = alone("some.ndjson", folder=self.folder)
        for blocksize in blocksizes:
            with self.subTest(blocksize=blocksize):
                partial = rollup("some.ndjson", client=self.client, blocksize=blocksize, today=TODAY, command=COMMAND)
                self.assertEqual(partial.result(timeout=PATIENCE), expected)

    def test_an_edge_in_a_line_or_beside_its_end(self) -> None:
        lines = lines_of(b"\n")
        second = len(lines[0])
        self.expect_equal_bytes(b"".join(lines), 4096, second // 2, *range(second - 2, second + 3))

    def test_an_edge_in_a_letter(self) -> None:
        content = b"".join(lines_of(b"\n"))
        self.expect_equal_bytes(content, content.index(LETTER) + 1)

    def test_an_edge_in_or_beside_cr_lf(self) -> None:
        lines = lines_of(b"\r\n")
        second = len(lines[0])
        self.expect_equal_bytes(b"".join(lines), *range(second - 3, second + 2))

    def test_an_edge_among_blank_lines(self) -> None:
        lines = lines_of(b"\n\r\n\n")
        second = len(lines[0])
        self.expect_equal_bytes(b"".join(lines), *range(second - 4, second + 2))

    def test_no_line_end_at_the_end(self) -> None:
        content = b"".join(lines_of(b"\n")).removesuffix(b"\n")
        self.expect_equal_bytes(content, 4096, len(content) - 1, len(content), len(content) + 1)

    def test_an_empty_file_and_one_of_blank_lines(self) -> None:
        self.expect_equal_bytes(b"", 1, 4096)
        self.expect_equal_bytes(b"\n\n\n", 1, 3, 4096)

    def test_a_file_that_is_not_of_lines_is_in_no_two_ranges(self) -> None:
        packet = json.dumps(json.loads(packets(1)), indent=1).encode()
        self.expect_equal_bytes(packet, 4096, len(packet) - 1)
        self.expect_equal_bytes(b"<!doctype html>\n<p>No packet is in this page.\n", 10)
        self.write("packets.ndjson", packets(4))
        self.expect_equal_bytes(alone("packets.ndjson", folder=self.folder), 1000)

    def test_a_line_of_50_mb_costs_itself_alone(self) -> None:
        first, second, third, fourth = lines_of(b"\n")
        huge = b'{"format":"telework-packet/1","id":"' + b"x" * 50_000_000 + b'"}\n'
        self.expect_equal_bytes(first + second + huge + third + fourth, 8 << 20)
        self.expect_equal_bytes(first + huge.removesuffix(b"\n"), 8 << 20)
