# Prints what was cast in a session: a line for each cast, with its sum, its number and its octets. Changes nothing.
# $1 folder of casts; $2 the session
for known in "$1"/*.session; do
  if [ -f "$known" ] && [ "$(cat "$known")" = "$2" ]; then
    stem=${known%.session}
    [ ! -f "$stem.sums" ] || tail -n 100 "$stem.sums"
    verdict known
  fi
done
verdict unknown
