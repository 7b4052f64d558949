# Says whether anybody is migrating a VM away from this host: the tool leaves halves on the other
# host that must not be taken for left-overs.
# $1 UUID; $2 name
# The tool itself, or what interprets it; a script that only speaks of it is none.
is_migrating='
  {
    for (i = 1; i <= 2; i++)
      if ($i == tool || $i ~ "/" tool "$") {
        for (k = i + 1; $k ~ /^-/; k++);
        if ($k == "migrate") for (j = k + 1; j <= NF; j++) if ($j "" == what "") found = 1
      }
  }
  END { exit !found }'

list || { say blind; exit 0; }
processes=$(ps -e -o args= 2>/dev/null) || { say blind; exit 0; }
for what in "$2" $(with_uuid "$1"); do
  if printf '%s\n' "$processes" | awk -v tool="$tool" -v what="$what" "$is_migrating"; then
    say migrating
    exit 0
  fi
done
say quiet
