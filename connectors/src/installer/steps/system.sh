# The system on the disk becomes this machine's own: name, host key, network, file systems.

# An override holds what the manager wants to be this machine's alone; without its host key, the manager would take
# the machine for a stranger.
lay_overrides() {
  rsync -aHAX --numeric-ids --timeout=60 "$image_server::overrides/$host/" /target/ 2>/run/rsync ||
    fail "the image server has nothing of its own for $host, $(tail -n 1 /run/rsync)"
  [ -s /target/etc/xsm-machine.conf ] || fail "the override of $host has no etc/xsm-machine.conf"
}

# The value of a key in xsm-machine.conf, if it is one that may stand in a file of the network's.
machine_word() {
  word=$(sed -n "s/^$1=//p" /target/etc/xsm-machine.conf | tail -n 1)
  case $word in
    *[!A-Za-z0-9.:-]*) fail "$1 in xsm-machine.conf is '$(plain "$word")'" ;;
  esac
}

# For systemd-networkd or Debian's ifupdown, if the image has one of them. What is more than one card with one address,
# such as a bridge, only the image knows: its plan names a program for that.
write_network() {
  [ -z "$finish_program" ] || return 0
  machine_word ADDRESSING && addressing=$word
  machine_word ADDRESS && own=$word/
  machine_word PREFIX && own=$own$word
  machine_word GATEWAY && router=$word
  machine_word HWADDR && own_mac=$word
  if [ -d /target/etc/network/interfaces.d ]; then
    name_card
    interfaces >/target/etc/network/interfaces.d/xsm
  elif [ -d /target/etc/systemd/network ]; then
    networkd >/target/etc/systemd/network/20-xsm.network
  fi
}

# ifupdown knows cards by name only.
name_card() {
  mkdir -p /target/etc/systemd/network
  printf '[Match]\nMACAddress=%s\n\n[Link]\nName=lan0\n' "$own_mac" >/target/etc/systemd/network/10-xsm.link
}

interfaces() {
  printf '# Written by the installer of XSM.\nauto lan0\n'
  if [ "$addressing" = dhcp ]; then
    printf 'iface lan0 inet dhcp\n'
  else
    printf 'iface lan0 inet static\n    address %s\n' "$own"
    [ -z "$router" ] || printf '    gateway %s\n' "$router"
  fi
}

networkd() {
  printf '# Written by the installer of XSM.\n[Match]\nMACAddress=%s\n\n[Network]\n' "$own_mac"
  if [ "$addressing" = dhcp ]; then
    printf 'DHCP=ipv4\n'
  else
    printf 'Address=%s\n' "$own"
    [ -z "$router" ] || printf 'Gateway=%s\n' "$router"
  fi
}

# Of the image's own file systems, those stay that are on no disk of the machine that it was made on.
write_fstab() {
  mkdir -p /target/etc
  {
    echo '# Written by the installer of XSM.'
    echo "UUID=$root_uuid / ext4 errors=remount-ro 0 1"
    [ "$swap" = 0 ] || echo 'LABEL=xsm-swap none swap sw 0 0'
    [ ! -f /target/etc/fstab ] ||
      awk '$1 !~ /^(#|UUID=|LABEL=|PARTUUID=|PARTLABEL=|\/dev\/)/ && $2 != "/" && NF >= 3' /target/etc/fstab
  } >/run/fstab
  cat /run/fstab >/target/etc/fstab
}

# The image's own last step, on its own disk.
finish() {
  [ -n "$finish_program" ] || return 0
  say "Running $finish_program of $image."
  for folder in dev proc sys; do
    mkdir -p "/target/$folder"
    mount --bind "/$folder" "/target/$folder" || fail "/$folder cannot be had in the image"
  done
  chroot /target "$finish_program" </dev/null
  code=$?
  for folder in dev proc sys; do umount "/target/$folder"; done
  [ "$code" = 0 ] || fail "$finish_program of $image ended with code $code"
}
