#!/bin/sh
# Runs each fuzzer of a build folder for some seconds, beginning from its seeds and from what it found before.
#   run.sh BUILD_FOLDER SECONDS
# A crash ends the run and leaves the input that caused it beside the corpus.
set -eu
build=$1
seconds=$2
here=$(dirname "$0")

ran=0
for program in "$build"/tests/fuzz/fuzz_*; do
  [ -x "$program" ] && [ -f "$program" ] || continue
  name=$(basename "$program")
  corpus=$build/corpus/$name
  seeds=$here/seeds/${name#fuzz_}
  mkdir -p "$corpus"
  echo "$name: $seconds seconds"
  # shellcheck disable=SC2046  # no seeds, no argument
  "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$corpus-" "$corpus" $([ ! -d "$seeds" ] || echo "$seeds")
  ran=$((ran + 1))
done
if [ "$ran" = 0 ]; then
  echo "No fuzzer was built in $build." >&2
  exit 1
fi
echo "$ran fuzzers ran."
