# The image, from the image server to the disk: what casts bring, and always by rsync, which mends and proves.

way= sum=

fetch_image() {
  if [ "$method" != unicast ]; then
    take_casts
  fi
  copy_image
  if [ -z "$way" ]; then
    way=unicast
    sum=$(sum_of_files)
  fi
}

# rsync's code is the proof that everything is there.
copy_image() {
  say "Copying $image by rsync."
  mkfifo /run/progress
  rsync -aHAX --numeric-ids --delete --exclude=/lost+found --no-inc-recursive --info=progress2 --timeout=120 \
    "$image_server::$image/" /target/ >/run/progress 2>/run/rsync &
  copying=$!
  follow_copy </run/progress
  wait "$copying"
  code=$?
  rm /run/progress
  [ "$code" = 0 ] || fail "copying $image ended with rsync's code $code, $(tail -n 1 /run/rsync)"
}

# "  1,234,567  45%  1.23MB/s  0:00:12", each over the last by a carriage return.
follow_copy() {
  tr '\r' '\n' | while read -r octets part rest; do
    part=${part%\%}
    ! is_number "$part" || report_part "$part"
  done
}

# One number for all files: the sum over "MODE SIZE SUM  ./PATH", a line for each, by path.
sum_of_files() {
  (
    cd /target &&
      find . -xdev -path ./lost+found -prune -o -type f -print0 | sort -z >/run/files &&
      xargs -0 stat -c '%a %s' </run/files >/run/modes &&
      xargs -0 sha256sum </run/files >/run/sums &&
      paste -d ' ' /run/modes /run/sums | sha256sum | cut -d ' ' -f 1
  )
}

# Asks the server for files that need not be there: the requests, in its log, are the message.
hand_in_receipt() {
  rsync --timeout=60 "$image_server::scripts/receipt_${address}_${way}_$sum" >/dev/null 2>&1
  rsync --timeout=60 "$image_server::scripts/imaging_complete_$address" >/dev/null 2>&1
}
