# Turns the settings that config.awk has read into a domain, as xl 4.17 does.
#
# Out, with MODE=dry: the JSON of `xl create -n`.
# Out, with MODE=live: assignments for the shell, every value in single quotes:
#   guest_name, guest_uuid, guest_type, guest_memory, guest_maxmem (KiB), guest_vcpus, guest_maxvcpus,
#   guest_actions ("on_poweroff on_reboot on_crash"), guest_kernel, guest_ramdisk, guest_bridges,
#   and guest_long, the text of the domain's file `long` (see list.sh).
# SEED in the environment: 64 random hexadecimal digits (as od prints them), for a UUID and MACs that the config does not give.

END {
  seed = ENVIRON["SEED"]; gsub(/[^0-9a-f]/, "", seed)
  parse()
  read_guest()
  if (ENVIRON["MODE"] == "dry") printf "%s", json_of_guest(0)
  else print_assignments()
}

function refuse(message, status) {
  print message > "/dev/stderr"
  exit status
}

function warn(message) { print message > "/dev/stderr" }

# --- values ----------------------------------------------------------------------------------------------------

function has_atom(k) {
  if (!(k in kind)) return 0
  if (kind[k] == "atom") return 1
  warn(source ":" lines[k] ": warning: parameter `" k "' is a list but should be a single value")
  return 0
}

function has_list(k) {
  if (!(k in kind)) return 0
  if (kind[k] == "list") return 1
  warn(source ":" lines[k] ": warning: parameter `" k "' is a single value but should be a list")
  return 0
}

# A number as strtol(3) reads it, with base 0; leaves it in `number`.
function has_number(k,   digits) {
  if (!has_atom(k)) return 0
  digits = value[k]
  if (added[k]) return wrong_number(k, "warning: can't use += with numbers for parameter `" k "'")
  sub(/^[ \t\n]+/, "", digits)
  if (length(digits) > 18 && digits ~ /^[0-9]+$/)
    return wrong_number(k, "warning: parameter `" k "' could not be parsed as a number: Numerical result out of range")
  if (digits ~ /^0[xX][0-9a-fA-F]+$/) number = based(substr(digits, 3), 16)
  else if (digits ~ /^0[0-7]+$/) number = based(digits, 8)
  else if (digits ~ /^(0|[-+]?[1-9][0-9]*)$/) number = digits + 0
  else return wrong_number(k, "warning: parameter `" k "' is not a valid number")
  return 1
}

function wrong_number(k, message) { warn(source ":" lines[k] ": " message); return 0 }

function based(digits, base,   i, sum) {
  for (i = 1; i <= length(digits); i++)
    sum = sum * base + index("0123456789abcdef", tolower(substr(digits, i, 1))) - 1
  return sum
}

function random_hex(count,   taken) {
  taken = substr(seed, 1 + used_hex, count)
  used_hex = (used_hex + count) % 40
  return taken
}

# --- the domain ------------------------------------------------------------------------------------------------

function read_guest() {
  type = guest_type()
  if (!has_atom("name")) refuse("Domain name must be specified.", 1)
  name = value["name"]
  uuid = guest_uuid()
  memory = has_number("memory") ? number * 1024 : ""
  maxmem = has_number("maxmem") ? number * 1024 : memory
  vcpus = has_number("vcpus") ? number : ""
  maxvcpus = has_number("maxvcpus") ? number : vcpus
  if (maxvcpus + 0 < vcpus + 0) refuse("xl: maxvcpus < vcpus", 1)
  read_actions()
  cmdline = guest_cmdline()
  if (type == "pv" && !has_atom("kernel") && !has_atom("bootloader"))
    refuse("Neither kernel nor bootloader specified", 1)
  read_disks()
  read_nics()
}

function guest_type(   t, b) {
  t = has_atom("type") ? begins_with("hvm pv pvh", value["type"]) : ""
  b = has_atom("builder") ? begins_with("hvm generic", value["builder"]) : ""
  if (b == "generic") b = "pv"
  if (t != "" && b != "" && t != b) refuse("Contradicting \"builder\" and \"type\" options specified.", 1)
  return t != "" ? t : b != "" ? b : "pv"
}

# The first of the words that begins with the text: even "h" is "hvm", as in the real one.
function begins_with(words, start,   list, i, n) {
  n = split(words, list, " ")
  for (i = 1; i <= n; i++) if (index(list[i], start) == 1) return list[i]
  refuse("Invalid domain type " start ".", 1)
}

function guest_uuid(   digits) {
  if (!has_atom("uuid")) digits = substr(seed, 1, 12) "4" substr(seed, 14, 3) "a" substr(seed, 18, 15)
  else { digits = tolower(value["uuid"]); gsub(/-/, "", digits) }
  if (length(digits) != 32 || digits !~ /^[0-9a-f]+$/) refuse("Failed to parse UUID: " value["uuid"], 1)
  return substr(digits, 1, 8) "-" substr(digits, 9, 4) "-" substr(digits, 13, 4) "-" substr(digits, 17, 4) "-" substr(digits, 21)
}

function read_actions() {
  on_poweroff = action("on_poweroff", "destroy")
  on_reboot = action("on_reboot", "restart")
  on_watchdog = action("on_watchdog", "destroy")
  on_crash = action("on_crash", "destroy")
}

function action(k, otherwise,   verb) {
  verb = has_atom(k) ? value[k] : otherwise
  if (verb !~ /^(destroy|restart|rename-restart|preserve|coredump-destroy|coredump-restart|soft-reset)$/)
    refuse("Unknown " k " action \"" verb "\" specified", 1)
  gsub(/-/, "_", verb)
  return verb
}

function guest_cmdline(   root, extra) {
  root = has_atom("root") ? "root=" value["root"] : ""
  extra = has_atom("extra") ? value["extra"] : ""
  if (has_atom("cmdline")) {
    if (root != "" || extra != "") warn("Warning: ignoring root= and extra= in favour of cmdline=")
    return value["cmdline"]
  }
  return root != "" && extra != "" ? root " " extra : root extra
}

# --- disks and network cards -----------------------------------------------------------------------------------

function read_disks(   i) {
  if (has_list("disk")) for (i = 0; i < size["disk"]; i++) read_disk(value["disk", i])
}

function read_disk(spec,   rest, part) {
  disk_target = disk_format = disk_vdev = disk_access = ""; disk_cdrom = 0
  rest = spec
  if (sub(/^(tapdisk|tap2?|aio|ioemu|file|phy):/, "", rest)) disk_format = "raw"
  while (rest != "") {
    sub(/^[ \t]+/, "", rest)
    if (rest ~ /^target=/) { disk_target = substr(rest, 8); break }
    part = rest; sub(/,.*/, "", part)
    rest = substr(rest, length(part) + 2)
    disk_part(part, spec)
  }
  if (disk_vdev == "") disk_error("no vdev specified", spec)
  disks[disk_count++] = json_of_disk()
}

function disk_part(part, spec,   k) {
  k = part; sub(/=.*/, "", k)
  if (part == "cdrom" || part == "devtype=cdrom") disk_cdrom = 1
  else if (k == "format") disk_format = substr(part, 8)
  else if (k == "vdev") disk_vdev = substr(part, 6)
  else if (k == "access") disk_access = substr(part, 8)
  else if (part ~ /=/ || part ~ /^(no-)?discard$/) return
  else if (!seen_target(spec)) { disk_target = part; targets[spec] = 1 }
  else if (disk_format == "") { disk_format = part == "" ? "raw" : part }
  else if (disk_vdev == "") { disk_cdrom = sub(/:cdrom$/, "", part) || disk_cdrom; disk_vdev = part }
  else if (disk_access == "") disk_access = part
  else disk_error("too many positional parameters: near `" part "'", spec)
}

function seen_target(spec) { return disk_target != "" || spec in targets }

function disk_error(message, spec) {
  refuse(source ": config parsing error in disk specification: " message " in `" spec "'", 1)
}

function read_nics(   i) {
  if (has_list("vif")) for (i = 0; i < size["vif"]; i++) read_nic(i, value["vif", i])
}

function read_nic(i, spec,   n, parts, p, k) {
  nic_count = i + 1
  n = split(spec, parts, ",")
  for (p = 1; p <= n; p++) {
    sub(/^ +/, "", parts[p])
    k = parts[p]; sub(/=.*/, "", k)
    nic_part(i, k, substr(parts[p], length(k) + 2), parts[p])
  }
}

function nic_part(i, k, v, part) {
  if (k == "mac") nic[i, "mac"] = mac_of(v)
  else if (k == "type") { if (v != "vif" && v != "ioemu") warn("Invalid parameter `type'.") }
  else if (k ~ /^(bridge|ip|script|model|vifname)$/) nic[i, k] = v
  else if (k !~ /^(rate|backend|gatewaydev|netdev|devid|mtu|trusted|untrusted|accel)$/ && part != "")
    warn("unrecognized argument `" part "'")
}

function mac_of(text,   octets, i, out) {
  if (text !~ /^[0-9a-fA-F][0-9a-fA-F]?([^0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]?)*$/ || split(text, octets, /[^0-9a-fA-F]/) < 6) {
    warn("Invalid parameter `mac'.")
    return ""
  }
  for (i = 1; i <= 6; i++) out = out (i > 1 ? ":" : "") substr("0" tolower(octets[i]), length(octets[i]))
  return out
}
