"""Runs a command and says what it took: `measured.py COMMAND…` gives a line of JSON: seconds, the peak of its resident
memory in KiB, and seconds of processors.

What the command says on standard output is thrown away; its input and messages are ours. Ends as the command ended.
"""

import json
import os
import sys
import time

start = time.monotonic()
nowhere = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)])
_, status, usage = os.wait4(child, 0)
seconds = time.monotonic() - start
print(json.dumps({"seconds": seconds, "peak": usage.ru_maxrss, "processor": usage.ru_utime + usage.ru_stime}))
sys.exit(os.waitstatus_to_exitcode(status))
