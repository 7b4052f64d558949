# Finds domains; stands before the scripts that act, behind the dialect's own words: $tool, drive,
# list, limits, offer, send.

# The domids that bear this UUID. The host itself is never among them.
with_uuid() {
  printf '%s\n' "$domains" | awk -v uuid="$1" '$1 != 0 && $2 "" == uuid "" { print $1 }'
}

# Those of the domains $1 that stand among the others. A command that was held up on its way may begin
# when its VM was created anew: it must not meet a domain that nobody meant.
among() {
  listed=$1
  shift
  for domid in $listed; do
    case " $* " in *" $domid "*) echo "$domid" ;; esac
  done
}

# The name of a domain.
name_of() {
  printf '%s\n' "$domains" | awk -v id="$1" '$1 == id { sub(/^[^ ]+ [^ ]+ ?/, ""); print }'
}

# "DOMID UUID" of the domains that bear this name and another UUID.
with_name() {
  printf '%s\n' "$domains" |
    awk -v name="$1" -v uuid="$2" 'NF == 3 && $3 "" == name "" && $2 "" != uuid "" { print $1, $2 }'
}

# Sets $domid to the one domain of this UUID; ends when there is none or more than one.
only_domain() {
  list || verdict blind
  there=$(with_uuid "$1")
  [ -n "$there" ] || verdict gone
  domid=${there%%[!0-9]*}
  [ "$there" = "$domid" ] || verdict several $there
}

# Sets $memory (MiB), $vcpus, $state (the letters) and $used (seconds of CPU time) of a domain; fails
# when it is not listed.
row() {
  row=$(drive list "$1" 2>/dev/null | awk "$from_row")
  read -r memory vcpus state used <<END
$row
END
  [ -n "$row" ]
}

# The last row, from the right, since a name may hold blanks.
from_row='
  NF >= 6 && $(NF - 4) ~ /^[0-9]+$/ && $(NF - 3) ~ /^[0-9]+$/ && $(NF - 2) ~ /^[0-9]+$/ {
    found = $(NF - 3) " " $(NF - 2) " " $(NF - 1) " " $NF
  }
  END { print found }'

# MiB that Xen could give to a guest now; nothing when that cannot be known.
free_memory() {
  drive info 2>/dev/null | awk -F ':' '$1 ~ /^free_memory[ \t]*$/ { print $2 + 0; exit }'
}

# The operation's result, on one line.
verdict() {
  printf '%s ' "$@"
  printf '\n'
  exit 0
}
