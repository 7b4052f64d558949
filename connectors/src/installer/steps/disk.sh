# The disk: a boot loader's sector, one ext4 for all, and swap space if the image's plan has some. All that was on it
# is lost.

disk= swap=0 kernel_words= xen_words= finish_program=
root_uuid= swap_uuid=

# The image may say how it wants to be installed, in etc/xsm-installer.conf. Asked for by a pattern, since a missing
# file would be an error in the server's log.
read_plan() {
  plan=/run/plan/etc/xsm-installer.conf
  rsync -r --timeout=60 --include=/etc --include=/etc/xsm-installer.conf '--exclude=*' "$image_server::$image/" /run/plan/ ||
    fail "the image server $image_server does not give $image (rsync code $?)"
  [ -f "$plan" ] || return 0
  while IFS='=' read -r key value; do
    case $key in
      '' | '#'*) ;;
      disk) disk=$value ;;
      swap) swap=$value ;;
      kernel) kernel_words=$value ;;
      xen) xen_words=$value ;;
      finish) finish_program=$value ;;
      *) fail "the plan of $image has an unknown line: $key" ;;
    esac
  done <"$plan"
  is_number "$swap" || fail "the plan of $image wants swap space of '$swap' MiB"
  case $disk in
    '' | /dev/[a-z]*) ;;
    *) fail "the plan of $image names the disk '$disk'" ;;
  esac
}

list_disks() {
  for one in $(ls /sys/block); do
    case $one in
      loop* | ram* | sr* | fd* | dm-* | md* | zram*) continue ;;
    esac
    [ "$(cat "/sys/block/$one/removable")" = 0 ] && [ "$(cat "/sys/block/$one/ro")" = 0 ] &&
      [ "$(cat "/sys/block/$one/size")" -gt 0 ] && echo "/dev/$one"
  done
}

has_disk() { [ -n "$(list_disks)" ]; }

# Among several, nobody but the image's plan says which may be written over.
find_disk() {
  within 20 has_disk || fail "there is no disk that a driver knows"
  if [ -z "$disk" ]; then
    disks=$(list_disks | tr '\n' ' ')
    disk=${disks% }
    case $disk in
      *' '*) fail "it has several disks (${disk}), and the plan of $image does not say which to take" ;;
    esac
  fi
  [ -b "$disk" ] || fail "there is no disk $disk"
}

# The name of a partition: sda1, but nvme0n1p1.
partition() {
  case $disk in
    *[0-9]) echo "${disk}p$1" ;;
    *) echo "$disk$1" ;;
  esac
}

prepare_disk() {
  find_disk
  sectors=$(cat "/sys/block/${disk##*/}/size")
  swap_sectors=$((swap * 2048))
  # A label of DOS counts to 2 TiB; what is beyond stays free.
  [ "$sectors" -lt 4294967295 ] || sectors=4294967295
  root_sectors=$((sectors - 2048 - swap_sectors))
  [ "$root_sectors" -gt 65536 ] || fail "$disk is too small"
  say "Partitioning $disk ($((sectors / 2048)) MiB, of it $swap MiB swap space)."
  {
    printf 'label: dos\nstart=2048, size=%s, type=83, bootable\n' "$root_sectors"
    [ "$swap" = 0 ] || printf 'start=%s, size=%s, type=82\n' $((2048 + root_sectors)) "$swap_sectors"
  } | sfdisk -q --wipe always "$disk" || fail "$disk cannot be partitioned"
  within 10 test -b "$(partition 1)" || fail "$(partition 1) does not appear"
  make_file_system
}

# Its features are those that extlinux can read.
make_file_system() {
  root_uuid=$(cat /proc/sys/kernel/random/uuid)
  # By its path: busybox prefers its own.
  /usr/sbin/mke2fs -q -F -t ext4 -O '^64bit,^metadata_csum' -L xsm-root -U "$root_uuid" "$(partition 1)" ||
    fail "no file system can be made on $(partition 1)"
  mount -t ext4 "$(partition 1)" /target || fail "$(partition 1) cannot be mounted"
  if [ "$swap" != 0 ]; then
    mkswap -L xsm-swap "$(partition 2)" >/dev/null || fail "no swap space can be made on $(partition 2)"
  fi
}

leave_disk() {
  umount /target || fail "$(partition 1) cannot be left"
  sync
}
