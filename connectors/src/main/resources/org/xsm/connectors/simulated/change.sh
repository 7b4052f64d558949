# Verbs that change a domain that runs: mem-set, mem-max, vcpu-set, rename, pause, unpause.

main_mem_set() {
  need 2 "$@"
  find_domain "$1"
  memory_size "$2"
  pass_time
  field maxmem
  if ! exists || [ "$kib" -gt "${field:-0}" ]; then
    exists && say "libxl: error: libxl_mem.c:278:libxl_set_memory_target: Domain $domid:memory_dynamic_max must be less than or equal to memory_static_max" && say
    refused "cannot set domid $domid dynamic max memory to : $2"
  fi
  put target "$kib"
  let_follow
  succeeded
}

# A guest that runs follows at once, or when its time for that has passed.
let_follow() {
  field pauses
  [ "$field" = 0 ] || return 0
  time_of follow 0
  if [ "$millis" = 0 ]; then follow; return 0; fi
  clock
  put following "$((now + millis))"
}

follow() {
  field available && put vcpus "$field"
  follow_target
}

# The guest's balloon: it goes no further than its maxmem at boot, and not beyond what the host has. A guest that is
# left with too little dies.
follow_target() {
  field target
  target=$field
  field ceiling
  [ "$target" -gt "${field:-$target}" ] && target=$field
  field memory
  read_settings
  mine=$domain
  had=$field
  count_free
  domain=$mine domid=${mine##*/}
  [ "$free" -ge 0 ] || free=0
  [ "$target" -gt $((had + free * 1024)) ] && target=$((had + free * 1024))
  put memory "$target"
  if [ "$domid" != 0 ] && [ "$target" -lt $((32 * 1024)) ]; then crash; fi
}

crash() {
  know_now
  time_of crash 2
  put ending "$((now + millis)) 3"
}

main_mem_max() {
  need 2 "$@"
  find_domain "$1"
  memory_size "$2"
  pass_time
  field target
  if ! exists || [ "$kib" -lt "${field:-0}" ]; then
    exists && say "libxl: error: libxl_mem.c:59:libxl_domain_setmaxmem: Domain $domid:memory_static_max must be greater than or or equal to memory_dynamic_max: Success"
    refused "cannot set domid $domid static max memory to : $2"
  fi
  put maxmem "$kib"
  succeeded
}

# memory_size TEXT: leaves KiB in $kib; MiB without a letter.
memory_size() {
  digits=${1%[tTgGmMkKbB]}
  letter=${1#"$digits"}
  case $digits in *[!0-9]* | '' | ????????????*) bad_size "$1" ;; esac
  while case $digits in 0?*) true ;; *) false ;; esac do digits=${digits#0}; done
  case $letter in
    [tT]) kib=$((digits << 30)) ;;
    [gG]) kib=$((digits << 20)) ;;
    [kK]) kib=$digits ;;
    [bB]) kib=$((digits >> 10)) ;;
    *) kib=$((digits << 10)) ;;
  esac
}

bad_size() { refused "invalid memory size: $1"; }

main_vcpu_set() {
  checks_host=yes
  while getopts :ih-: option; do
    case $option${OPTARG-} in
      i | -ignore-host) checks_host= ;;
      h | -help) usage; exit 0 ;;
      *) bad_option ;;
    esac
  done
  shift $((OPTIND - 1))
  need 2 "$@"
  find_domain "$1"
  count=${2%%[!0-9]*}
  case $count in '' | ?????*) refused 'Error: Invalid argument.' ;; esac
  while case $count in 0?*) true ;; *) false ;; esac do count=${count#0}; done
  read_settings
  field vcpus
  [ -n "$checks_host" ] && [ "$count" -gt "${field:-0}" ] && [ "$count" -gt "$cpus" ] &&
    refused "You are overcommmitting! You have $cpus physical CPUs and want $count vCPUs! Aborting, use --ignore-host to continue"
  field maxvcpus
  [ "$count" = 0 ] && cannot_set_vcpus 1863 "Requested 0 VCPUs!"
  [ "$count" -gt "${field:-0}" ] && cannot_set_vcpus 1869 "Requested $count VCPUs, however maxcpus is ${field:-0}!"
  pass_time
  put available "$count"
  let_follow
  succeeded
}

cannot_set_vcpus() {
  say "libxl: error: libxl_domain.c:$1:libxl_set_vcpuonline: Domain $domid:$2: Function not implemented"
  refused "libxl_set_vcpuonline failed domid=$domid max_vcpus=$count, rc: -3"
}

refused() {
  effect "$verb" 'exit 1'
  say "$1"
  exit 1
}

main_rename() {
  need 2 "$@"
  find_domain "$1"
  mine=$domain mine_id=$domid new_name=$2 holder=
  case $new_name in
    '' | *[[:cntrl:]]*) refused "Can't rename domain '$1'." ;;
  esac
  each_domain note_holder
  if [ -n "$holder" ]; then
    say "libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain $mine_id:Domain with name \"$new_name\" already exists."
    refused "Can't rename domain '$1'."
  fi
  pass_time
  domain=$mine
  put name "$new_name" || refused "Can't rename domain '$1'."
  succeeded
}

note_holder() {
  [ "$domain" != "$mine" ] && field name && [ "$field" = "$new_name" ] && holder=$domid
}

# Pauses are counted: two of them need two unpauses.
main_pause() {
  need 1 "$@"
  find_domain "$1"
  exists || return 0
  pass_time
  field pauses
  put pauses $((field + 1))
  succeeded
}

main_unpause() {
  need 1 "$@"
  find_domain "$1"
  exists || return 0
  pass_time
  field pauses
  if [ "${field:-0}" = 0 ]; then
    say "libxl: error: libxl_domain.c:688:domain_unpause_done: Domain $domid:Unpausing domain: Invalid argument"
    return 0
  fi
  put pauses $((field - 1))
  [ "$field" = 1 ] && ! [ -e "$domain/ending" ] && [ -e "$domain/long" ] && wake
  succeeded
}

# The guest runs again, and does what it was asked for meanwhile.
wake() {
  follow
  field asked || return 0
  rm -f "$domain/asked"
  . "$library/end.sh"
  acknowledge "$field"
}
