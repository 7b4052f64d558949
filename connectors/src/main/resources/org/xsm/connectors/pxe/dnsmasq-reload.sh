# Makes dnsmasq read its folders again, and sees whether it survives that.
# $1 file with its process id
pid=$(cat "$1" 2>/dev/null)
case $pid in
  '' | *[!0-9]*) verdict not-running ;;
esac

lives() {
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dnsmasq ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$pid/status"
}

lives || verdict not-running
kill -HUP "$pid" || verdict not-allowed
# If it dies, then while it reads.
for look in 1 2 3 4 5; do
  sleep 0.1
  lives || verdict died
done
verdict reloaded
