# Finds domains; stands before the scripts that act.

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

# The domids that bear this UUID. The host itself is never among them.
with_uuid() {
  printf '%s\n' "$domains" | awk -v uuid="$1" '$1 != 0 && $2 "" == uuid "" { print $1 }'
}

# "DOMID UUID" of the domains that bear this name and another UUID.
with_name() {
  printf '%s\n' "$domains" |
    awk -v name="$1" -v uuid="$2" 'NF == 3 && $3 "" == name "" && $2 "" != uuid "" { print $1, $2 }'
}

# The operation's result, on one line.
verdict() {
  printf '%s ' "$@"
  printf '\n'
  exit 0
}
