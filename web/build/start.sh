#!/bin/sh
# Starts a program of Hai Long in the folder around the unpacked one: data and settings lie there, and a new version
# finds them. Uses nothing but the shell.
case "$0" in */*) here="${0%/*}" ;; *) here=. ;; esac
here="$(cd "$here" && pwd -P)" || exit 1
cd "$here/.." || exit 1
set -- "$here/dist/server/PROGRAM" "$@"
if [ -f hai-long.env ]; then set -- --env-file=hai-long.env "$@"; fi
exec "$here/bin/node" "$@"
