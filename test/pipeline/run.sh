#!/bin/sh
# What a pipeline does with Corium, one stage at a time, in any shell and on any service:
#
#   sh test/pipeline/run.sh install|checks|tests|bill|pen|campaign|fuzz|all
#
# Reports go to $REPORTS (out/reports): JUnit for whoever shows tests, CycloneDX for whoever keeps
# bills of materials. Sizes are those of a change; set SEED to the number of the run, so that every
# run tries other treatments and a red one names the seed that shows it again.
set -eu
cd "$(dirname "$0")/../.."

REPORTS=${REPORTS:-out/reports}
SEED=${SEED:-1}
TREATMENTS=${TREATMENTS:-300}
NOISE_BYTES=${NOISE_BYTES:-2e7}
JOBS=${JOBS:-2}
# On a simulator needles may move; at a real pen leave these out until it lies on a bench.
CONFORM_FLAGS=${CONFORM_FLAGS:---allow-motion --on-bench --hands auto}
mkdir -p "$REPORTS"

install() {
  npm ci --no-audit --no-fund
}

checks() {
  npm run check
  npm run lint
  npm run dead
}

tests() {
  CI=true npm test
}

bill() {
  npm run --silent sbom -- "$REPORTS"
}

# A simulated pen on a free port of this computer, and the conformance kit at its address. For a
# pen of your own, leave out the simulator and give the kit serial:/dev/ttyACM0.
pen() {
  said=$(mktemp)
  # Not through npm, whose child would outlive the one that is ended here.
  node_modules/.bin/node sim/main.ts --tcp 127.0.0.1:0 --operator bench --seed "$SEED" --json \
    >"$said" 2>"$said.errors" &
  simulator=$!
  trap 'kill "$simulator" 2>/dev/null || true; rm -f "$said" "$said.errors"' EXIT
  address=
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    address=$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p;q' "$said")
    [ -n "$address" ] && break
    sleep 0.5
  done
  [ -n "$address" ] || { echo 'the simulator did not say where it listens' >&2; exit 1; }
  # shellcheck disable=SC2086  # flags are several words
  npm run --silent corium -- conform --pen "$address" $CONFORM_FLAGS --junit "$REPORTS/conform.xml"
}

campaign() {
  npm run --silent campaign -- \
    --treatments "$TREATMENTS" --seed "$SEED" --jobs "$JOBS" --junit "$REPORTS/campaign.xml"
}

fuzz() {
  npm run --silent fuzz -- \
    --bytes "$NOISE_BYTES" --seed "$SEED" --jobs "$JOBS" --junit "$REPORTS/fuzz.xml"
}

all() {
  for stage in install checks tests bill pen campaign fuzz; do
    sh "$0" "$stage"
  done
}

case "${1:-}" in
  install | checks | tests | bill | pen | campaign | fuzz | all) "$1" ;;
  *)
    echo 'run.sh takes one of: install checks tests bill pen campaign fuzz all' >&2
    exit 2
    ;;
esac
