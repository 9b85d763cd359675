"""The recipes with GNU parallel, run as README.md of src/distributed has them."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

from at_hand import COMMAND, PATIENCE, TOP, InFolder, alone, packets


def recipes() -> list[str]:
    """The two blocks of shell below the heading."""
    text = (TOP / "src/distributed/README.md").read_text()
    section = text.split("\n## GNU parallel\n")[1].split("\n## ")[0]
    return re.findall(r"```sh\n(.*?)```", section, re.DOTALL)


def without_places(partial: bytes) -> list[object]:
    """What it says but for where each packet was read; how often still counts."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: len(inner) if key in ("places", "older") else plain(inner) for key, inner in value.items()}
        return [plain(inner) for inner in value] if isinstance(value, list) else value

    return [plain(json.loads(line)) for line in partial.splitlines()]


class Parallel(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.write("packets.ndjson", packets(36))
        self.expected = alone("packets.ndjson", folder=self.folder)
        Path("bin").mkdir()
        Path("bin/telework").symlink_to(COMMAND)

    def run_recipe(self, recipe: str) -> bytes:
        environment = {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "HOME": str(self.folder)}
        subprocess.run(["bash", "-e", "-c", recipe], env=environment, check=True, timeout=PATIENCE)
        self.assertTrue(Path("report/report.html").exists())
        return Path("report/partial.ndjson").read_bytes()

    def test_by_ranges_the_bytes_are_those_of_one_command(self) -> None:
        by_ranges, _ = recipes()
        small = by_ranges.replace("64 * 1024 * 1024", "100 * 1000")
        self.assertNotEqual(small, by_ranges)
        self.assertEqual(self.run_recipe(small), self.expected)
        self.assertGreater(len(list(self.folder.glob("parts/*.ndjson"))), 2)

    def test_by_blocks_of_its_own_all_but_the_places_is_the_same(self) -> None:
        _, by_blocks = recipes()
        self.assertEqual(without_places(self.run_recipe(by_blocks)), without_places(self.expected))
        self.assertGreater(len(list(self.folder.glob("parts/*.ndjson"))), 1)
