#!/bin/sh
# The machine behind the simulated controller: ipmi_sim asks "get NAME..." and says "set NAME VALUE...".
# $1 folder of its state; $2 the controller's address in IPMI; $3 get or set; $4... names and values
state=$1
verb=$3
shift 3
echo "$verb $*" >>"$state/requests"
if [ "$verb" = get ]; then
  for name in "$@"; do
    value=$(cat "$state/$name" 2>/dev/null)
    [ "$name" = boot ] && echo "boot:${value:-none}" || echo "$name:${value:-0}"
  done
else
  while [ $# -ge 2 ]; do
    [ -e "$state/stuck" ] || echo "$2" >"$state/$1"
    shift 2
  done
fi
