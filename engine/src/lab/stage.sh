# The hosts of real-xen, and how its acts look at them. Sourced by it.

. "$here/manager.sh"

# --- the hosts ------------------------------------------------------------------------------------

# "host 1: ssh 127.0.0.1:2201 peer-address 10.77.0.1 name xen1 pid 17 ready after 20 s"
start_hosts() {
  local i line
  note "starting the hosts"
  "$XEN_LAB" start 2 >"$work/hosts"
  for i in 1 2; do
    line=$(grep "^host $i:" "$work/hosts") || die "the lab told nothing of host $i"
    read -r _ _ _ door[i] _ host[i] _ _ _ pid[i] _ <<<"$line"
  done
  read -ra lab_ssh <<<"$("$XEN_LAB" sshargs 1)"
  for ((i = 0; i < ${#lab_ssh[@]}; i++)); do
    case ${lab_ssh[i]} in
      -i) identity=${lab_ssh[i + 1]} ;;
      UserKnownHostsFile=*) known_hosts=${lab_ssh[i]#*=} ;;
    esac
  done
}

# Runs a command on host 1 or 2, over one kept connection, since a key exchange takes seconds there.
on() {
  local i=$1; shift
  local -a arguments
  read -ra arguments <<<"$("$XEN_LAB" sshargs "$i")"
  ssh -o ControlMaster=auto -o "ControlPath=$work/ssh-$i" -o ControlPersist=600 "${arguments[@]}" "$@" </dev/null
}

# The domain table of a host, without Dom0: NAME ID MEM VCPUS STATE SECONDS UUID...
domains() { on "$1" xl list -v | awk 'NR > 1 && $1 != "Domain-0"'; }

show_hosts() {
  local i
  for i in 1 2; do
    { echo "xen$i (${host[i]})# xl list"; on "$i" xl list; } | block
  done
}

# Whether a guest is on exactly one host, in one piece and running, with this memory and these VCPUs.
is_once_on() {
  local vm=$1 i=$2 memory=$3 vcpus=$4 rows
  rows=$(for each in 1 2; do domains "$each" | sed "s/^/$each /"; done | awk -v vm="$vm" '$2 ~ "^" vm "(--.*)?$"')
  awk -v vm="$vm" -v i="$i" -v memory="$memory" -v vcpus="$vcpus" '
    { seen++; well = $1 == i && $2 == vm && $4 == memory && $5 == vcpus && $6 ~ /^[r-][b-]----$/ }
    END { exit !(seen == 1 && well) }' <<<"$rows"
}

expect_once() {
  local vm=$1 i=$2 memory=$3 vcpus=$4
  show_hosts
  if within 90 is_once_on "$@"; then
    verdict yes "\`$vm\` is there exactly once, on xen$i, with $memory MiB and $vcpus VCPUs."
  else
    verdict no "\`$vm\` should be there exactly once, on xen$i, with $memory MiB and $vcpus VCPUs."
  fi
}

expect_nowhere() {
  local vm=$1
  show_hosts
  if (domains 1; domains 2) | awk -v vm="$vm" '$1 ~ "^" vm "(--.*)?$" { seen = 1 } END { exit !seen }'; then
    verdict no "\`$vm\` should be nowhere."
  else
    verdict yes "\`$vm\` is nowhere any more."
  fi
}

has_half() { domains "$1" | grep -q "^$2--incoming "; }

# --- the manager and its site ---------------------------------------------------------------------

start_manager() {
  home=$work/home
  mkdir -p "$home/ssh" "$home/templates"
  install -m 600 "$identity" "$home/ssh/id_ed25519"
  install -m 600 "$known_hosts" "$home/ssh/known_hosts"
  cp "$here/lab_guest.cfg" "$home/templates/"
  cat >"$home/xsm.yaml" <<END
xsm:
  hosts:
    mode: real
    migration-limit: 3m
  ssh:
    command-timeout: 60s
    endpoints:
      "[${host[1]}]": "${door[1]}"
      "[${host[2]}]": "${door[2]}"
server:
  port: $port
END
  launch_manager
}

# A line of the site file: NAME HOST VCPUS MEM
vm() {
  printf '<VM name="%s" config="lab_guest"><DOM0>%s</DOM0><VCPUS>%s</VCPUS><HWADDR>%s</HWADDR><IP>DHCP</IP><MEM>%s</MEM></VM>\n' \
    "$1" "${host[$2]}" "$3" "$(printf '%s' "$1" | md5sum | sed -E 's/(..)(..)(..).*/00:16:3e:\1:\2:\3/')" "$4"
}
