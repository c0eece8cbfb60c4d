#!/bin/sh
# Reads the samples into a fresh record and shows one report, one pair of states and the claim ledger.
# Needs `onrecord` on the PATH; `make demo` sees to that.
set -eu
cd "$(dirname "$0")/.."
record=samples/demo.db
rm -f "$record" "$record-wal" "$record-shm"

show() {
    printf '\n$ %s\n' "$*"
    "$@"
}

show onrecord add samples --record "$record"
show onrecord read samples/kenya-sudan-envoy.txt
show onrecord timeline KEN SDN --record "$record"
show onrecord claims --disputed --record "$record"

cat <<END

The samples are fiction; the record of them is $record. Next:
  a report of your own:       .venv/bin/onrecord read my.txt
  marked up in its text:      .venv/bin/onrecord read my.txt --format html > my.html
  kept in onrecord.db:        .venv/bin/onrecord read my.txt --save
  one person in the samples:  .venv/bin/onrecord who Lokwang --record $record
  every claim, denied or not: .venv/bin/onrecord claims --record $record
END
