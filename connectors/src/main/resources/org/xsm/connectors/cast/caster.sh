# Sends an image to the machines of a session, and once more to those that were late or have lost something, as long as
# some may come. It lives on its own: nothing is asked of whoever has started it.
# $1 what its files begin with; $2 port; $3 folder of the image; $4 how many machines; $5 seconds that the first is waited
# for; $6 seconds that machines wait for each other, at least; $7 at most; $8 seconds that a late one is waited for; $9 how
# many casts follow the first; what follows are options of udp-sender
stem=$1
port=$2
image=$3
machines=$4
patience=$5
least=$6
most=$7
late=$8
more=$9
shift 9
work=$stem.work
gather=$((most < 10 ? most : 10))
casts=0
ended=0

asked() {
  stat -c %Y "$stem.asked" 2>/dev/null || echo 0
}

joined() {
  sed -n 's/^New connection from \([0-9.]*\) .*/\1/p' "$stem.log" | sort -u | wc -l
}

# Whether a machine is on its way: not all have come, or one was sent here again since.
is_expecting() {
  [ "$(joined)" -lt "$machines" ] || [ "$(asked)" -gt "$ended" ]
}

# How many seconds the next machine is waited for.
waiting() {
  left=$(($(asked) + patience - $(date +%s)))
  if is_expecting && [ "$left" -gt "$late" ]; then
    echo "$left"
  else
    echo "$late"
  fi
}

measure() {
  tar -C "$image" --numeric-owner --totals -cf /dev/null . 2>&1 |
    sed -n 's/^Total bytes written: \([0-9]*\) .*/\1/p' >"$stem.fresh"
  mv -f "$stem.fresh" "$stem.size"
}

# Sends standard input when enough have come. Nobody is left alone who has come: udp-sender's own limit of time would end
# it in front of machines that have joined, and these would wait for it for ever.
# $1 seconds that somebody is waited for; what follows are options of udp-sender
send() {
  seconds=$1
  shift
  exec 3<&0
  udp-sender --portbase "$port" --nokbd --no-progress --rexmit-hello-interval 200 "$@" <&3 >"$work/said" 2>&1 &
  sender=$!
  while [ "$seconds" -gt 0 ] && kill -0 "$sender" 2>/dev/null && ! has_joined; do
    sleep 1
    seconds=$((seconds - 1))
  done
  has_joined || kill -9 "$sender"
  wait "$sender"
}

has_joined() {
  grep -qs '^New connection' "$work/said"
}

# Sends once. Its sum counts only when the image was read and sent to its end: one of a part would be that of every
# receiver of the same part.
cast() {
  rm -rf "$work"
  mkdir "$work" && mkfifo "$work/sum" "$work/count" || exit 1
  sha256sum <"$work/sum" >"$work/sha256" &
  wc -c <"$work/count" >"$work/octets" &
  {
    tar -C "$image" --numeric-owner -cf - .
    echo $? >"$work/read"
  } | {
    tee "$work/sum" "$work/count"
    echo $? >"$work/sent"
  } | {
    send "$@"
    echo $? >"$work/cast"
  }
  wait
  cat "$work/said" >>"$stem.log"
}

# The number of the next cast that is sent to its end; the session may have had other casters before.
number() {
  echo "$(($(cat "$stem.sums" 2>/dev/null | wc -l) + 1))"
}

came() {
  grep -q '^Starting transfer' "$work/said"
}

# Files that change while they are read make tar end with 1: what was sent is whole, and the machines look for what has
# changed afterwards.
is_whole() {
  [ "$(cat "$work/read")" -le 1 ] && [ "$(cat "$work/sent")" -eq 0 ] && [ "$(cat "$work/cast")" -eq 0 ] &&
    grep -q '^Transfer complete' "$work/said"
}

while :; do
  measure
  if [ "$casts" -eq 0 ]; then
    cast "$(waiting)" --min-receivers "$machines" --min-wait "$least" --max-wait "$most" "$@"
  else
    missing=$((machines - $(joined)))
    cast "$(waiting)" --min-receivers "$((missing > 1 ? missing : 1))" --min-wait "$gather" --max-wait "$gather" "$@"
  fi
  if came; then
    casts=$((casts + 1))
    if is_whole; then
      printf '%s %s %s\n' "$(cut -d ' ' -f 1 "$work/sha256")" "$(number)" "$(($(cat "$work/octets")))" >>"$stem.sums"
    fi
    ended=$(date +%s)
    [ "$casts" -le "$more" ] || break
  elif ! is_expecting || [ "$(($(asked) + patience))" -le "$(date +%s)" ]; then
    break
  fi
done
rm -rf "$work"
