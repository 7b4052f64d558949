# What the installer is told on the kernel's command line. Whoever answers PXE requests can write there, and the values
# become arguments and file names: each is looked at, and none is evaluated.

image_server= image= host= address= prefix=24 gateway= method=unicast port= boot_card=

read_parameters() {
  for word in $(cat /proc/cmdline); do
    value=${word#*=}
    case $word in
      IMAGESERVER=*) image_server=$value ;;
      MONITOR_SERVER=*) monitor=$value ;;
      IMAGENAME=*) image=$value ;;
      HOSTNAME=*) host=$value ;;
      IPADDR=*) address=$value ;;
      PREFIX=*) prefix=$value ;;
      GATEWAY=*) gateway=$value ;;
      METHOD=*) method=$value ;;
      MULTICAST_PORT=*) port=$value ;;
      BOOTIF=*) boot_card=$value ;;
    esac
  done
  check_parameters
}

check_parameters() {
  # Whom nobody can be told of is not told: an address that is none stays out of every command.
  is_address "$monitor" || monitor=
  is_address "$image_server" || fail "IMAGESERVER is not an address"
  is_name "$image" || fail "IMAGENAME is not the name of an image"
  is_name "$host" || fail "HOSTNAME is not a name"
  [ -z "$address" ] || is_address "$address" || fail "IPADDR is not an address"
  [ -z "$gateway" ] || is_address "$gateway" || fail "GATEWAY is not an address"
  is_number "$prefix" && [ "$prefix" -le 32 ] || fail "PREFIX is not the length of a network's prefix"
  case $method in
    unicast) ;;
    multicast | broadcast) is_number "$port" || fail "MULTICAST_PORT is not a port" ;;
    *) fail "METHOD is neither unicast nor multicast nor broadcast" ;;
  esac
}

is_number() {
  case $1 in
    '' | *[!0-9]* | ??????????*) return 1 ;;
  esac
}

is_address() {
  case $1 in
    *[!0-9.]* | *..* | .* | *. | ????????????????*) return 1 ;;
    *.*.*.*.*) return 1 ;;
    *.*.*.*) ;;
    *) return 1 ;;
  esac
}

# Letters, digits, dots, dashes and underlines, and no dot or dash in front.
is_name() {
  case $1 in
    '' | [.-]* | *[!A-Za-z0-9._-]*) return 1 ;;
  esac
  [ "${#1}" -le 64 ]
}
