# Says which of Xen's tools the host has.
for tool in xl xm; do
  if command -v "$tool" >/dev/null 2>&1; then
    say toolstack "$tool"
    exit 0
  fi
done
say toolstack none
