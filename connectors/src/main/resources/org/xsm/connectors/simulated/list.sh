# Verbs that only look: info, list, domid, domname, vcpu-list, uptime, vm-list.

main_info() {
  while getopts :nh-: option; do
    case $option${OPTARG-} in
      n | -numa) ;;
      h | -help) usage; exit 0 ;;
      *) bad_option ;;
    esac
  done
  shift $((OPTIND - 1))
  wanted=${1-}
  read_settings
  count_free
  info_of_machine
  info_of_memory
  info_of_xen
}

info_of_machine() {
  info host "$host_name"
  info release 6.1.0-56-amd64
  info version '#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-16)'
  info machine x86_64
  info nr_cpus "$cpus"
  info max_cpu_id $((cpus - 1))
  info nr_nodes 1
  info cores_per_socket "$cpus"
  info threads_per_core 1
  info cpu_mhz 2596.126
  info hw_caps 1fcbf3fd:f6d8320b:e4500800:00000077:00000005:018843a9:0000020c:00000000
  info virt_caps 'pv hvm hap shadow gnttab-v1 gnttab-v2'
}

info_of_memory() {
  info total_memory "$total"
  info free_memory $((free > 0 ? free : 0))
  info sharing_freed_memory 0
  info sharing_used_memory 0
  info outstanding_claims 0
  info free_cpus 0
}

info_of_xen() {
  info xen_major 4
  info xen_minor 17
  info xen_extra .5
  info xen_version 4.17.5
  info xen_caps 'xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 '
  info xen_scheduler credit2
  info xen_pagesize 4096
  info platform_params virt_start=0xffff800000000000
  info xen_changeset ''
  info xen_commandline "com1=115200,8n1 console=com1 dom0_mem=${dom0}M,max:${dom0}M dom0_max_vcpus=1 loglvl=info guest_loglvl=info "
  info cc_compiler 'x86_64-linux-gnu-gcc (Debian 12.2.0-14+deb12u1) 12.2.0'
  info cc_compile_by pkg-xen-devel
  info cc_compile_domain lists.alioth.debian.org
  info cc_compile_date 'Sat Nov 29 13:52:25 UTC 2025'
  info build_id 39a640e6f1412319235087391df9f1c5e13ae920
  info xend_config_format 4
}

# One line; or, when one was asked for, the value alone of each whose name begins so.
info() {
  if [ -z "$wanted" ]; then
    printf '%-23s: %s\n' "$1" "$2"
  else
    case $1 in "$wanted"*) printf '%s\n' "$2" ;; esac
  fi
}

main_list() {
  list=list_short
  head='Name                                        ID   Mem VCPUs	State	Time(s)'
  while getopts :lvh-: option; do
    case $option${OPTARG-} in
      l | -long) list=list_long ;;
      v | -verbose) list=list_verbose head="$head   UUID                            Reason-Code	Security Label" ;;
      h | -help) usage; exit 0 ;;
      *) bad_option ;;
    esac
  done
  shift $((OPTIND - 1))
  if [ $# -gt 1 ]; then usage; exit 1; fi
  [ $# = 0 ] || choose "$1"
  know_now
  if [ "$list" = list_long ]; then list_json $#; else list_table $#; fi
}

# The one domain that was asked for.
choose() {
  find_domain "$1"
  exists && return
  say "Error: Domain '$1' does not exist."
  exit 1
}

# all_or_chosen COUNT ACT: for all domains, or for the one that was chosen.
all_or_chosen() {
  if [ "$1" = 0 ]; then each_domain "$2"; else "$2"; fi
}

list_table() {
  printf '%s\n' "$head"
  all_or_chosen "$1" "$list"
}

list_short() {
  read_row && printf '%-40s %5d %5d %5d     %s  %8s\n' "$shown" "$domid" "$memory" "$vcpus" "$state" "$cpu_time"
}

list_verbose() {
  read_row && field uuid &&
    printf '%-40s %5d %5d %5d     %s  %8s %s %8s %16s\n' "$shown" "$domid" "$memory" "$vcpus" "$state" "$cpu_time" \
      "$field" "${reason:--}" -
}

# The columns of a domain. Fails for one that has vanished meanwhile.
read_row() {
  field name || field='(null)'
  shown=$field
  field memory || return 1
  memory=$((field / 1024))
  field vcpus
  vcpus=${field:-0}
  field pauses
  pauses=${field:-0}
  field started
  age=$((field ? now - field : 0))
  read_state
  read_cpu_time
}

# Six letters: running, blocked, paused, stopped, why it stopped, dying.
read_state() {
  case $domid:$reason:$pauses in
    0:*) state=r----- ;;
    *:3:*) state=--psc- ;;
    *:1:*) state=--psr- ;;
    *:2:0) state=---ss- ;;
    *:2:*) state=--pss- ;;
    *:0:*) if [ "$action" = preserve ]; then state=---s--; else state=--ps--; fi ;;
    *::0) if [ $age -lt 2000 ]; then state=r-----; else state=-b----; fi ;;
    *) state=--p--- ;;
  esac
}

# Seconds of CPU time: half of the first ten seconds for the boot, then a hundredth.
read_cpu_time() {
  tenths=$((age < 10000 ? age / 200 : 50 + (age - 10000) / 10000))
  cpu_time=$((tenths / 10)).$((tenths % 10))
}

list_json() {
  separator='[
    '
  all_or_chosen "$1" "list_long"
  if [ "$separator" = ',
    ' ]; then printf '\n]\n\n'; else printf '[\n\n]\n\n'; fi
}

list_long() {
  if ! [ -e "$domain/long" ]; then
    say "libxl: error: libxl_domain.c:2335:retrieve_domain_configuration_lock_acquired: Domain $domid:Fail to get domain configuration"
    return
  fi
  . "$domain/long"
  field name
  json_quote "$field"
  field maxmem
  maxmem=$field
  field target
  target=$field
  read_offered
  printf '%s{\n        "domid": %s,\n        "config": %s%s%s%s"max_memkb": %s,\n                "target_memkb": %s,\n                %s\n    }' \
    "$separator" "$domid" "$long_head" "$json" "$long_middle" "$offered" "$maxmem" "$target" "$long_tail"
  separator=',
    '
}

# The VCPUs that the guest may use; Domain-0 tells nothing about them.
read_offered() {
  offered=
  field available || return 0
  vcpu=0
  while [ $vcpu -lt "$field" ]; do
    offered="$offered${offered:+,}
                    $vcpu"
    vcpu=$((vcpu + 1))
  done
  offered="\"avail_vcpus\": [$offered
                ],
                "
}

# Leaves the text as a JSON string in $json.
json_quote() {
  rest=$1
  json=
  while :; do
    case $rest in
      *[\"\\]*)
        before=${rest%%[\"\\]*}
        rest=${rest#"$before"}
        json="$json$before\\${rest%"${rest#?}"}"
        rest=${rest#?}
        ;;
      *) break ;;
    esac
  done
  json="\"$json$rest\""
}

main_domid() {
  need 1 "$@"
  wanted=$1 found=
  each_domain remember_if_named
  [ -n "$found" ] && printf '%s\n' "$found" && return
  say "Can't get domid of domain name '$1', maybe this domain does not exist."
  exit 1
}

main_domname() {
  need 1 "$@"
  domid=$1 domain=$domains/$1
  case $1 in *[!0-9]*) domain=$domains/gone ;; esac
  exists && is_there && field name && printf '%s\n' "$field" && return
  say "Can't get domain name of domain id '$1', maybe this domain does not exist."
  exit 1
}

main_vcpu_list() {
  [ $# = 0 ] || choose "$1"
  know_now
  read_settings
  printf '%-32s %5s %5s %5s %5s %9s %s\n' Name ID VCPU CPU State 'Time(s)' 'Affinity (Hard / Soft)'
  all_or_chosen $# list_vcpus
}

list_vcpus() {
  read_row || return 0
  field maxvcpus
  vcpu=0
  while [ $vcpu -lt "${field:-1}" ]; do
    cpu=$((vcpu % cpus)) letters=-b-
    [ "$domid" = 0 ] && letters=r--
    [ $vcpu -lt "$vcpus" ] || cpu=- letters=--p
    printf '%-32s %5d %5d%5s %5s %9s  all / all\n' "$shown" "$domid" $vcpu "$cpu" "$letters" "$cpu_time"
    vcpu=$((vcpu + 1))
  done
}

main_uptime() {
  [ $# = 0 ] || choose "$1"
  know_now
  printf '%-33s %4s %s\n' Name ID Uptime
  all_or_chosen $# list_uptime
}

list_uptime() {
  read_row || return 0
  seconds=$((age / 1000))
  printf '%-33s %4d %2d:%02d:%02d\n' "$shown" "$domid" $((seconds / 3600)) $((seconds / 60 % 60)) $((seconds % 60))
}

main_vm_list() {
  printf 'UUID                                  ID    name\n'
  each_domain list_vm
}

list_vm() {
  [ "$domid" = 0 ] && return
  field name
  name=$field
  field uuid && printf '%s  %d    %-30s\n' "$field" "$domid" "$name"
}
