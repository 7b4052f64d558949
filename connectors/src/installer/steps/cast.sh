# The image as a stream of tar that the server casts to many at once. The receiver says "Transfer complete." also when
# it was cut off; only the sum tells, and the server has that.

take_casts() {
  for cast in 1 2; do
    [ "$cast" = 1 ] && patience=120 || patience=30
    say "Waiting for cast $cast on port $port."
    ask_casts
    receive "$patience"
    if is_whole; then
      way=cast$cast
      sum=$(cat /run/sum)
      say "Cast $cast has arrived whole."
      return
    fi
    say "Cast $cast has not arrived whole ($(tail -n 1 /run/receiver))."
    find /target -mindepth 1 -maxdepth 1 ! -name lost+found -exec rm -rf {} +
  done
}

# What the server says about the casts on our port: PORT.size, and PORT.sums with "SUM NUMBER OCTETS" for each that
# has ended.
ask_casts() {
  rsync -r --timeout=60 "--include=/$port.size" "--include=/$port.sums" '--exclude=*' "$image_server::casts/" /run/casts/ 2>/dev/null
}

receive() {
  mkfifo /run/stream
  sha256sum </run/stream >/run/sum.whole &
  summing=$!
  follow_cast &
  following=$!
  udp-receiver --interface "$card" --portbase "$port" --nokbd --no-progress --start-timeout "$1" --receive-timeout 10 \
    --exit-wait 100 2>/run/receiver | tee /run/stream |
    /usr/bin/tar -x -p --numeric-owner -C /target 2>/run/tar
  wait "$summing"
  cut -d ' ' -f 1 /run/sum.whole >/run/sum
  kill "$following" 2>/dev/null
  wait "$following" 2>/dev/null
  rm /run/stream
}

follow_cast() {
  read -r whole </run/casts/"$port.size" && is_number "$((whole / 1024))" && [ "$whole" -gt 102400 ] || return
  while sleep 1; do
    report_part $(($(df -k /target | awk 'END { print $3 }') * 100 / (whole / 1024)))
  done
}

# The server writes the sum down when the cast has ended, which may be after us.
is_whole() {
  for look in 1 2 3 4 5 6 7 8; do
    ask_casts
    if [ -f "/run/casts/$port.sums" ] && grep -q "^$(cat /run/sum) " "/run/casts/$port.sums"; then
      return 0
    fi
    sleep 1
  done
  return 1
}
