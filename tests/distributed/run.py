"""Runs the tests of src/distributed and counts: `run.py [name …]`, such as `run.py two_workers`; without a name all.

The last line is `N passed, N failed`. Needs Dask distributed, GNU parallel and the built command; installs nothing.
"""

from __future__ import annotations

import os
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOUND_BY_WORKERS = [str(HERE), str(HERE.parents[1] / "src/distributed")]


def main(names: list[str]) -> int:
    sys.path[:0] = FOUND_BY_WORKERS
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [*FOUND_BY_WORKERS, os.environ.get("PYTHONPATH")]))
    # Nothing is written beside the sources, by the workers neither.
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    modules = [f"{name}_test" for name in names] or sorted(path.stem for path in HERE.glob("*_test.py"))
    result = unittest.TextTestRunner(verbosity=2).run(unittest.defaultTestLoader.loadTestsFromNames(modules))
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    return 0 if failed == 0 and result.testsRun > 0 else 1


# Worker processes read this file again.
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
