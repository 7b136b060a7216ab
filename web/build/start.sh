#!/bin/sh
# Runs in the parent folder, so that data and settings survive an upgrade. Needs only the shell.
case "$0" in */*) here="${0%/*}" ;; *) here=. ;; esac
here="$(cd "$here" && pwd -P)" || exit 1
cd "$here/.." || exit 1
set -- "$here/dist/server/PROGRAM" "$@"
if [ -f hai-long.env ]; then set -- --env-file=hai-long.env "$@"; fi
exec "$here/bin/node" "$@"
