# What makes the machine start from its disk: extlinux, with the image's own menu, or one that starts its newest kernel,
# below Xen if it has one.

make_bootable() {
  mkdir -p /target/boot/extlinux
  [ -f /target/boot/extlinux/extlinux.conf ] || write_menu
  extlinux --install /target/boot/extlinux 2>/run/extlinux >&2 || fail "extlinux cannot be installed, $(tail -n 1 /run/extlinux)"
  # The disk's first sector, in front of the table of partitions.
  dd if=/lib/syslinux/mbr.bin of="$disk" bs=440 count=1 conv=notrunc 2>/dev/null || fail "$disk does not take a boot sector"
}

# newest PATTERN: the last of the files in the image's /boot, by version.
newest() { find /target/boot -maxdepth 1 -name "$1" ! -type d | sort -V | tail -n 1; }

write_menu() {
  kernel=$(newest 'vmlinuz*')
  [ -n "$kernel" ] || fail "$image has no boot/vmlinuz"
  version=${kernel#/target/boot/vmlinuz}
  ram_disk=/target/boot/initrd.img$version
  [ -f "$ram_disk" ] || fail "$image has no ${ram_disk#/target/}"
  xen=$(newest 'xen*.gz')
  words="root=UUID=$root_uuid ro${kernel_words:+ $kernel_words}"
  {
    printf '# Written by the installer of XSM.\nDEFAULT system\nPROMPT 0\nTIMEOUT 0\nLABEL system\n'
    if [ -n "$xen" ]; then
      cp /lib/syslinux/mboot.c32 /lib/syslinux/libcom32.c32 /target/boot/extlinux/
      printf 'KERNEL mboot.c32\nAPPEND %s %s --- %s %s --- %s\n' \
        "${xen#/target}" "$xen_words" "${kernel#/target}" "$words" "${ram_disk#/target}"
    else
      printf 'KERNEL %s\nAPPEND initrd=%s %s\n' "${kernel#/target}" "${ram_disk#/target}" "$words"
    fi
  } >/target/boot/extlinux/extlinux.conf
}
