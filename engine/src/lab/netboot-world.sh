# The world of netboot: a segment with its boot server, and bare machines on it. Sourced by it, inside a network of its own.

. "$here/manager.sh"

server=10.77.0.1
declare -A address mac tap
declare -a servers=()

# --- the segment ----------------------------------------------------------------------------------

# The switch, with a port for each of three machines, and one that always has a link: without, nothing would be sent to
# machines that are off. Casts pass it unfiltered.
raise_network() {
  local i
  ip link set lo up
  ip link add br0 type bridge mcast_snooping 0
  ip addr add $server/24 brd + dev br0
  ip -6 addr add fd77::1/64 dev br0 nodad
  ip link add link0 type veth peer name link1
  ip link set link1 up
  ip link set link0 master br0 up
  ip link set br0 up
  ip route add 224.0.0.0/4 dev br0
  for i in 1 2 3; do
    ip tuntap add "tap$i" mode tap
    ip link set "tap$i" master br0 up
    address[node$i]=10.77.0.1$i mac[node$i]=52:54:00:aa:00:0$i tap[node$i]=tap$i
  done
}

# --- the boot server ------------------------------------------------------------------------------

# A fresh boot server and a fresh manager for an act: what is left of the last one goes.
#   build_world DHCP LOADER
build_world() {
  dhcp=$1 loader=$2
  end_world
  world=$work/world-$act home=$work/world-$act/home
  tftp=$world/tftp images=$world/images-server etc=$world/etc log=$world/log
  mkdir -p "$tftp"/{xsm,pxelinux.cfg,ipxe} "$images"/{images,overrides,scripts} "$etc/rsync_stubs" "$log" \
    "$world"/{dhcp-hosts,machines} "$home"/{ssh,secrets/bmc}
  chmod 700 "$home" "$home"/{ssh,secrets,secrets/bmc}
  cp -a "$work/image" "$images/images/lab-host"
  cp "$work/installer"/{kernel,initrd.img} "$tftp/xsm/"
  cp /usr/lib/PXELINUX/pxelinux.0 /usr/lib/syslinux/modules/bios/ldlinux.c32 "$tftp/"
  cp "$work/key" "$home/ssh/id_ed25519"
  start_rsyncd
  start_dnsmasq
  [[ $dhcp = dnsmasq ]] || { configure_dhcpd; "$world/restart-dhcpd"; }
  write_settings
  launch_manager
}

end_world() {
  local each
  if [[ -n ${world:-} ]]; then
    for each in "$world"/machines/*; do [[ ! -d $each ]] || "$here/netboot-machine" "$each" off; done
    [[ ! -f $world/dhcpd.pid ]] || kill "$(cat "$world/dhcpd.pid")" || :
  fi
  if [[ -n ${manager:-} ]]; then { kill "$manager" && wait "$manager"; } 2>/dev/null || :; fi
  for each in ${servers[@]+"${servers[@]}"}; do { kill "$each" && wait "$each"; } 2>/dev/null || :; done
  servers=() manager='' world=''
}

# What the operators' guide says, and an answer to firmwares that wait for a router of IPv6.
start_dnsmasq() {
  local file='pxelinux.0'
  [[ $loader = pxelinux ]] || file='ipxe/${net0/mac:hexhyp}.ipxe'
  {
    printf '%s\n' port=0 interface=br0 bind-interfaces except-interface=lo user=root "pid-file=$world/dnsmasq.pid" \
      "log-facility=$log/dnsmasq" enable-tftp "tftp-root=$tftp" enable-ra 'dhcp-range=fd77::,ra-only,64'
    [[ $dhcp != dnsmasq ]] || printf '%s\n' 'dhcp-range=10.77.0.0,static,255.255.255.0' "dhcp-hostsdir=$world/dhcp-hosts" \
      'dhcp-ignore=tag:!known' "dhcp-boot=$file" log-dhcp "dhcp-leasefile=$world/leases" "dhcp-script=$world/lease-event"
  } >"$world/dnsmasq.conf"
  printf '#!/bin/sh\nprintf "%%s\\n" "$*" >>%s/lease-events\n' "$log" >"$world/lease-event"
  chmod 755 "$world/lease-event"
  : >"$log/lease-events"
  dnsmasq --keep-in-foreground --conf-file="$world/dnsmasq.conf" &
  servers+=($!)
  within 5 test -s "$world/dnsmasq.pid" || die "dnsmasq did not start"
}

configure_dhcpd() {
  : >"$world/xsm-hosts.conf"
  : >"$world/dhcpd.leases"
  cat >"$world/dhcpd.conf" <<END
authoritative;
deny unknown-clients;
default-lease-time 3600;
subnet 10.77.0.0 netmask 255.255.255.0 {
  next-server $server;
  filename "pxelinux.0";
}
include "$world/xsm-hosts.conf";
END
  cat >"$world/restart-dhcpd" <<END
#!/bin/sh
if [ -s $world/dhcpd.pid ]; then
  kill "\$(cat $world/dhcpd.pid)"
  while [ -d "/proc/\$(cat $world/dhcpd.pid)" ]; do sleep 0.1; done
fi
exec dhcpd -q -4 -cf $world/dhcpd.conf -lf $world/dhcpd.leases -pf $world/dhcpd.pid br0
END
  chmod 755 "$world/restart-dhcpd"
}

# As SystemImager lays its configuration out: stubs, of which the manager makes the whole anew for another image.
start_rsyncd() {
  printf '%s\n' 'list = no' 'timeout = 900' 'uid = root' 'gid = root' 'use chroot = yes' 'reverse lookup = no' \
    'hosts allow = 10.77.0.0/24' "log file = $log/rsyncd" '' >"$etc/rsync_stubs/10header"
  for module in overrides scripts; do
    printf '[%s]\n\tpath=%s\n\tread only = yes\n\n' $module "$images/$module" >"$etc/rsync_stubs/20$module"
  done
  cat "$etc"/rsync_stubs/* >"$etc/rsyncd.conf"
  rsync --daemon --no-detach --address=$server --config="$etc/rsyncd.conf" &
  servers+=($!)
}

write_settings() {
  {
    echo 'xsm:'
    echo '  hosts:'
    echo '    mode: real'
    echo '  boot:'
    echo '    dhcp:'
    echo "      server: $dhcp"
    echo "      hosts: $world/dhcp-hosts"
    echo "      pid-file: $world/$dhcp.pid"
    [[ $dhcp = dnsmasq ]] || printf '      %s\n' "include: $world/xsm-hosts.conf" "config: $world/dhcpd.conf" "restart: $world/restart-dhcpd"
    echo '    menu:'
    echo "      loader: $loader"
    echo "      tftp-root: $tftp"
    echo '      parameters: ["console=ttyS0,115200", quiet]'
    echo '    images:'
    echo '      installer: xsm'
    echo "      directory: $images"
    echo "      configuration: $etc"
    echo "      server: $server"
    echo '      cast:'
    echo '        max-bitrate: 20m'
    echo '        max-wait: 2m'
    echo '        retries-until-drop: 30'
    echo '    watch:'
    echo '      interval: 1s'
    echo "      dhcp-log: $log/dnsmasq"
    echo "      tftp-log: $log/dnsmasq"
    echo "      lease-events: $log/lease-events"
    echo "      rsync-log: $log/rsyncd"
    echo "      monitor-address: $server"
    echo '    power:'
    echo '      wake-address: 10.77.0.255'
    echo '  limits:'
    echo '    stage-timeout: 3m'
    echo 'server:'
    echo "  port: $port"
  } >"$home/xsm.yaml"
}

show_settings() { say "The settings:"; block yaml <"$home/xsm.yaml"; }

# --- the machines ---------------------------------------------------------------------------------

# A machine that has never been on: NAME
place_machine() {
  local folder=$world/machines/$1
  mkdir -p "$folder"
  echo "${mac[$1]}" >"$folder/mac"
  echo "${tap[$1]}" >"$folder/tap"
  truncate -s 512M "$folder/disk"
}

switch() { "$here/netboot-machine" "$world/machines/$1" "$2"; }

# An element of the site file: NAME POWER METHOD ADDRESSING
machine() {
  printf '<HOST name="%s" image="lab-host"><DOM0>%s</DOM0><HWADDR>%s</HWADDR><IP>%s</IP><METHOD>%s</METHOD><POWER>%s</POWER></HOST>\n' \
    "$1" "${address[$1]}" "${mac[$1]}" "$4" "$3" "$2"
}

# A management controller for a machine, which ipmitool asks over the network: NAME PORT
start_controller() {
  local folder=$world/machines/$1 password
  mkdir -p "$folder/bmc"
  password=$(head -c 9 /dev/urandom | base64 | tr '+/' ab)
  (umask 077 && echo "$password" >"$home/secrets/bmc/$1")
  cat >"$folder/lan.conf" <<END
name "$1"
set_working_mc 0x20
  startlan 1
    addr $server $2
    priv_limit admin
    allowed_auths_admin none md2 md5 straight
    guid a123456789abcdefa123456789abcdef
  endlan
  chassis_control "$here/netboot-machine $folder 0x20"
  user 2 true "admin" "$password" admin 10 none md2 md5 straight
END
  printf '%s\n' 'mc_setbmc 0x20' 'mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr' \
    'sel_enable 0x20 1000 0x0a' 'mc_enable 0x20' >"$folder/bmc.emu"
  ipmi_sim -c "$folder/lan.conf" -f "$folder/bmc.emu" -s "$folder/bmc" -n </dev/null >"$folder/bmc.log" 2>&1 &
  servers+=($!)
}

# --- what is seen ---------------------------------------------------------------------------------

# Whoever has nothing but the manager's key and its file of known hosts, and asks nobody.
enter() {
  ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o "UserKnownHostsFile=$home/ssh/known_hosts" -o GlobalKnownHostsFile=none \
    -o ConnectTimeout=10 -i "$home/ssh/id_ed25519" "root@${address[$1]}" "$2" </dev/null
}

# That it was installed, starts from its own disk, is known by its key and answers: NAME
expect_deployed() {
  local menu=$tftp/pxelinux.cfg/01-${mac[$1]//:/-}
  [[ $loader = pxelinux ]] || menu=$tftp/ipxe/${mac[$1]//:/-}.ipxe
  {
    echo "# ssh root@${address[$1]}   (StrictHostKeyChecking=yes, known_hosts of the manager)"
    enter "$1" 'hostname; cat /etc/xsm-machine.conf; grep " / " /proc/mounts; cat /etc/fstab; ls -la /etc/ssh; xl list; xl info | head -n 4' 2>&1 || :
  } | tee "$work/entered" | block
  verdict_if "$1 lets the manager in over SSH, under the key that its file of known hosts has." grep -q "^HOSTNAME=$1$" "$work/entered"
  verdict_if "known_hosts has one key for $1, the one on the image server." is_known "$1"
  verdict_if "Its system is on its disk." grep -q '^/dev/vda1 / ext4' "$work/entered"
  verdict_if "Its boot menu says that it starts from its disk." grep -q 'from its disk' "$menu"
  verdict_if "The image server was told that it is complete." grep -q "imaging_complete_${address[$1]} from" "$log/rsyncd"
}

is_known() {
  local known
  known=$(ssh-keygen -F "${address[$1]}" -f "$home/ssh/known_hosts" | grep -v '^#' | cut -d ' ' -f 2,3)
  [[ $known = "$(cut -d ' ' -f 1,2 "$images/overrides/$1/etc/ssh/ssh_host_ed25519_key.pub")" ]]
}

verdict_if() {
  local words=$1; shift
  if "$@"; then verdict yes "$words"; else verdict no "not so: $words"; fi
}

# Whether so much of its image is on a machine: NAME PERCENT
has_part() {
  local part
  part=$(probe "$1" '.percent // 0')
  ((${part:-0} >= $2))
}

# The sum that a machine has given as its last receipt, for a cast: NAME
sum_of() { sed -n "s/.*receipt_${address[$1]}_cast[12]_\([0-9a-f]*\) from.*/\1/p" "$log/rsyncd" | tail -n 1; }
has_cast() { [[ -n $(sum_of "$1") ]] && grep -q "^$(sum_of "$1") " "$images/casts/9000.sums"; }

# What the manager knows of a machine on its way: NAME JQ-FILTER
probe() { api operator "hosts/$1/probe" | jq -r "$2"; }

# The way of each machine: NAME...
show_stages() {
  local name
  say "When each stage was seen first, as \`GET /api/hosts/{name}/probe\` tells it:"
  for name in "$@"; do
    probe "$name" '"\(.host) by \(.method): " + ([.stages[] | select(.at) | "\(.stage) \(.at[11:19])"] | join(", "))'
  done | fold -s -w 160 | block
}

show_console() { say "The installer, on the console of $1:"; tr -d '\r' <"$world/machines/$1/console" | grep -a 'xsm:\|is up on' | block; }
