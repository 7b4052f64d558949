# The network card that the machine was booted from, and its address.

card= mac=

# Whatever hardware there is, its drivers; a driver may bring more hardware to light.
load_drivers() {
  modprobe -q ext4
  for round in 1 2; do
    find /sys/devices -name modalias -exec cat {} + 2>/dev/null | sort -u >/run/hardware
    while read -r alias; do
      modprobe -q "$alias" 2>/dev/null
    done </run/hardware
  done
}

# within SECONDS COMMAND...: tries it ten times a second until it is true.
within() {
  tries=$(($1 * 10))
  shift
  until "$@"; do
    [ "$tries" -gt 0 ] || return 1
    tries=$((tries - 1))
    usleep 100000
  done
}

# pxelinux and iPXE say by BOOTIF=01-52-54-00-aa-00-01 which card it was; without it, the first one.
find_card() {
  wanted=$(echo "${boot_card#01-}" | tr 'A-F-' 'a-f:')
  for card in $(ls /sys/class/net); do
    mac=$(cat "/sys/class/net/$card/address" 2>/dev/null)
    [ "$card" != lo ] && [ "$mac" = "${wanted:-$mac}" ] && return 0
  done
  return 1
}

has_carrier() { [ "$(cat "/sys/class/net/$card/carrier" 2>/dev/null)" = 1 ]; }

bring_network_up() {
  ip link set lo up
  within 20 find_card || fail "there is no network card ${boot_card:-that a driver knows}"
  ip link set "$card" up
  within 20 has_carrier || say "$card has no link"
  if [ -n "$address" ]; then
    ip addr add "$address/$prefix" brd + dev "$card" || fail "$card does not take the address $address"
    [ -z "$gateway" ] || ip route add default via "$gateway"
  else
    udhcpc -i "$card" -s /steps/lease.sh -x "hostname:$host" -q -n -t 20 -T 2 >/run/dhcp 2>&1 ||
      fail "no DHCP server gives $card ($mac) an address"
    read -r address </run/address
    is_address "$address" || fail "the DHCP server gave no address that is one"
  fi
  ip route add 224.0.0.0/4 dev "$card"
}
