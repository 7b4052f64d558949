# The words of xl in which the scripts that act are written.
tool=xl

# Seconds after which what a killed create has left changes no more: nobody but the xl itself builds.
settling=2

# Runs xl without the locks of the operation and of the host: it leaves a daemon behind, for as long
# as the domain lives.
drive() {
  xl "$@" </dev/null 8>&- 9>&-
}

# Sets $domains to a line "DOMID UUID NAME" for each domain; fails when that cannot be known.
list() {
  table=$(drive list -v) || table=
  if domains=$(printf '%s\n' "$table" | awk "$from_table"); then
    return 0
  fi
  json=$(drive list -l) || return 1
  domains=$(printf '%s\n' "$json" | tr ',{}' '\n\n\n' | awk -F '"' "$from_json")
}

# From xl list -v, counted from the UUID to the left, since a name may hold blanks.
from_table='
  NR == 1 { if ($0 !~ /UUID/) exit 3; next }
  NF == 0 { next }
  {
    for (k = NF; k > NF - 3 && k > 6; k--)
      if (length($k) == 36 && tolower($k) ~ /^[0-9a-f-]+$/) break
    if (k <= NF - 3 || k <= 6 || $(k - 5) !~ /^[0-9]+$/) exit 4
    name = $1
    for (i = 2; i < k - 5; i++) name = name " " $i
    print $(k - 5), tolower($k), name
  }'

# From xl list -l, cut at commas and braces: the domid before "config", the first name and UUID after.
from_json='
  function flush() { if (outer != "") print outer, (uuid == "" ? "-" : tolower(uuid)), name }
  /^[] \t[]*"domid"[ \t]*:/ { number = $3; gsub(/[^0-9]/, "", number) }
  /^[] \t[]*"config"[ \t]*:/ { flush(); outer = number; uuid = ""; name = "" }
  /^[] \t[]*"name"[ \t]*:/ { if (name == "") name = $4 }
  /^[] \t[]*"uuid"[ \t]*:/ { if (uuid == "") uuid = $4 }
  END { flush(); if (outer == "") exit 4 }'

# Sets $target and $maxmem (MiB), $slack (MiB by which the list may differ from the target), $offered
# and $maxvcpus of a domain. What xl does not say is empty.
limits() {
  values=$(drive list -l "$1" 2>/dev/null | tr ',{}' '\n\n\n' | awk -F '"' "$from_long")
  IFS=: read -r target maxmem slack offered maxvcpus <<END
$values
END
}

from_long='
  function number() { gsub(/[^0-9]/, "", $3); return $3 }
  /^[ \t]*"avail_vcpus"[ \t]*:/ { counting = 1 }
  counting && $NF ~ /[0-9]/ { offered++ }
  /]/ { counting = 0 }
  /^[ \t]*"target_memkb"[ \t]*:/ { target = int(number() / 1024) }
  /^[ \t]*"max_memkb"[ \t]*:/ { maxmem = int(number() / 1024) }
  /^[ \t]*"video_memkb"[ \t]*:/ { video = int(number() / 1024) }
  /^[ \t]*"max_vcpus"[ \t]*:/ { maxvcpus = number() }
  END { print target ":" maxmem ":" video + 1 ":" offered ":" maxvcpus }'

# Offers a number of VCPUs. More than the host has processors are no more refused than at a create;
# xl before 4.4 does not know the option.
offer() {
  drive vcpu-set --ignore-host "$1" "$2"
  code=$?
  [ "$code" -ne 2 ] || { drive vcpu-set "$1" "$2"; code=$?; }
  return "$code"
}

# Becomes the xl that migrates a domain to a host. It keeps the locks: they end when it ends.
# $1 name or domid; $2 address; $3 the command that stands for ssh, or nothing
send() {
  if [ -n "$3" ]; then
    exec xl migrate -s "$3" "$1" "$2" </dev/null
  fi
  exec xl migrate "$1" "$2" </dev/null
}
