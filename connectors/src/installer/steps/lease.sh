#!/bin/sh
# Called by udhcpc with what the DHCP server has said: takes address and router, and nothing else.
# $1 what has happened; the environment has the rest
[ "$1" = bound ] || exit 0
ip addr add "$ip/${mask:-24}" brd + dev "$interface"
for via in $router; do
  ip route add default via "$via" && break
done
printf '%s\n' "$ip" >/run/address
