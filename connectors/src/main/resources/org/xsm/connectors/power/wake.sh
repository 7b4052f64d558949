# Wakes a machine by a packet of ethertype 0x0842.
# $1 the interface to send it from; $2 the machine's MAC
command -v etherwake >/dev/null || verdict no-tool
etherwake -b -i "$1" "$2" >&2 || verdict refused
verdict woken
