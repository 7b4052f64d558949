# Writes a domain as libxl's JSON: booleans are the words "True" and "False", values at their default are left out.
# `live` 0 is the shape of `xl create -n`, 1 that of `xl list -l`, where libxl has put in what the config left open.

# Replaces by splitting: what sub() makes of a backslash differs from awk to awk.
function replaced(content, what, by,   out, at) {
  while ((at = index(content, what)) > 0) {
    out = out substr(content, 1, at - 1) by
    content = substr(content, at + length(what))
  }
  return out content
}

function quoted(content,   out, i, c, code) {
  content = replaced(replaced(content, "\\", "\\\\"), "\"", "\\\"")
  if (content !~ /[\001-\037]/) return "\"" content "\""
  for (i = 1; i <= length(content); i++) {
    c = substr(content, i, 1)
    code = index("\001\002\003\004\005\006\007\010\011\012\013\014\015\016\017\020\021\022\023\024\025\026\027\030\031\032\033\034\035\036\037", c)
    out = out (c == "\n" ? "\\n" : c == "\t" ? "\\t" : code ? sprintf("\\u%04X", code) : c)
  }
  return "\"" out "\""
}

function field(k, content) { return "\"" k "\": " content }

# Members of an object, joined; "" is no member.
function join(list, count,   i, out) {
  for (i = 1; i <= count; i++) if (list[i] != "") out = out (out == "" ? "" : ",\n") list[i]
  return out
}

function indented(content) { gsub(/\n/, "\n    ", content); return "    " content }

function object(members) { return "{\n" (members == "" ? "" : indented(members)) "\n}" }

function array(elements) { return "[\n" indented(elements) "\n]" }

function text_field(k, content) { return content == "" ? "" : field(k, quoted(content)) }

function setting(k) { return k in kind && kind[k] == "atom" ? value[k] : "" }

function json_of_guest(live,   m) {
  m[1] = field("c_info", object(json_of_c_info(live)))
  m[2] = field("b_info", object(json_of_vcpus(live) json_of_memory(live) json_of_b_info(live)))
  m[3] = json_of_devices(live)
  m[4] = on_poweroff == "destroy" ? "" : field("on_poweroff", quoted(on_poweroff))
  m[5] = on_reboot == "destroy" ? "" : field("on_reboot", quoted(on_reboot))
  m[6] = on_watchdog == "destroy" ? "" : field("on_watchdog", quoted(on_watchdog))
  m[7] = on_crash == "destroy" ? "" : field("on_crash", quoted(on_crash))
  m[8] = field("on_soft_reset", quoted("soft_reset"))
  return blank_lines_emptied(object(join(m, 8))) "\n"
}

# In an empty object stands an empty line, without indentation.
function blank_lines_emptied(content) { gsub(/\n +\n/, "\n\n", content); return content }

function json_of_c_info(live,   m) {
  m[1] = field("type", quoted(type))
  m[2] = field("name", live ? "\001name\001" : quoted(name))
  m[3] = live ? field("domid", "4294967295") : ""
  m[4] = field("uuid", quoted(uuid))
  m[5] = field("run_hotplug_scripts", quoted("True"))
  return join(m, 5)
}

# What a running domain may change stands between marks, where list.sh puts in what it is now.
function json_of_vcpus(live,   i, list, out) {
  out = maxvcpus == "" ? "" : field("max_vcpus", maxvcpus) ",\n"
  if (live) return out
  for (i = 0; i < vcpus; i++) list = list (i ? ",\n" : "") i
  return out (vcpus > 0 ? field("avail_vcpus", array(list)) ",\n" : "")
}

function json_of_memory(live) {
  if (live) return "\001now\001"
  return (maxmem == "" ? "" : field("max_memkb", maxmem) ",\n") (memory == "" ? "" : field("target_memkb", memory) ",\n")
}

function json_of_b_info(live,   m) {
  m[1] = live && type != "hvm" ? field("video_memkb", 0) : live ? field("video_memkb", 8192) : ""
  m[2] = live && type != "pv" ? field("shadow_memkb", 4 * (256 * maxvcpus + 2 * int(maxmem / 1024))) : ""
  m[3] = field("sched_params", object(live ? "\"sched\": \"credit2\",\n\"weight\": 256,\n\"cap\": 0" : ""))
  m[4] = field("claim_mode", quoted("True"))
  m[5] = text_field("kernel", setting("kernel"))
  m[6] = text_field("cmdline", cmdline)
  m[7] = text_field("ramdisk", setting("ramdisk"))
  m[8] = text_field("bootloader", setting("bootloader"))
  m[9] = field("type." type, object(type == "hvm" ? json_of_hvm() : ""))
  m[10] = field("arch_arm", object(""))
  m[11] = field("arch_x86", object(live ? "\"msr_relaxed\": \"False\"" : ""))
  return join(m, 11)
}

function json_of_hvm(   m) {
  m[1] = field("vga", object(""))
  m[2] = field("vnc", object(""))
  m[3] = field("sdl", object(""))
  m[4] = field("spice", object(""))
  m[5] = text_field("boot", setting("boot"))
  m[6] = field("rdm", object(""))
  return join(m, 6)
}

function json_of_devices(live,   i, list, m) {
  for (i = 0; i < disk_count; i++)
    list = list (i ? ",\n" : "") object(disks[i] (live ? ",\n\"colo_restore_enable\": \"False\"" : ""))
  m[1] = disk_count ? field("disks", array(list)) : ""
  list = ""
  for (i = 0; i < nic_count; i++) list = list (i ? ",\n" : "") object(json_of_nic(i, live))
  m[2] = nic_count ? field("nics", array(list)) : ""
  return join(m, 2)
}

function json_of_disk(   m) {
  m[1] = field("pdev_path", quoted(disk_target))
  m[2] = field("vdev", quoted(disk_vdev))
  m[3] = field("format", quoted(disk_cdrom && disk_target == "" ? "empty" : disk_format == "" ? "raw" : disk_format))
  m[4] = disk_cdrom ? "\"removable\": 1" : ""
  m[5] = !disk_cdrom && disk_access !~ /^r(o)?$/ ? "\"readwrite\": 1" : ""
  m[6] = disk_cdrom ? "\"is_cdrom\": 1" : ""
  return join(m, 6)
}

function json_of_nic(i, live,   m, mac) {
  mac = nic[i, "mac"]
  if (mac == "" && live) { mac = random_hex(6); mac = "00:16:3e:" substr(mac, 1, 2) ":" substr(mac, 3, 2) ":" substr(mac, 5, 2) }
  m[1] = field("devid", i)
  m[2] = text_field("model", nic[i, "model"])
  m[3] = text_field("mac", mac)
  m[4] = text_field("ip", nic[i, "ip"])
  m[5] = text_field("bridge", live && nic[i, "bridge"] == "" ? "xenbr0" : nic[i, "bridge"])
  m[6] = text_field("ifname", nic[i, "vifname"])
  m[7] = text_field("script", nic[i, "script"])
  m[8] = live ? field("nictype", quoted("vif")) : ""
  return join(m, 8)
}

# --- for the shell ---------------------------------------------------------------------------------------------

function shell_quoted(content) { return "'" replaced(content, "'", "'\\''") "'" }

function assign(variable, content) { print variable "=" shell_quoted(content) }

function print_assignments(   i, bridges) {
  if (maxvcpus + 0 == 0) maxvcpus = 1
  if (vcpus + 0 == 0) vcpus = 1
  if (maxmem == "") maxmem = 32768
  if (memory == "") memory = maxmem
  for (i = 0; i < nic_count; i++) bridges = bridges (nic[i, "bridge"] == "" ? "xenbr0" : nic[i, "bridge"]) "\n"
  assign("guest_name", name); assign("guest_uuid", uuid); assign("guest_type", type)
  assign("guest_memory", memory); assign("guest_maxmem", maxmem)
  assign("guest_vcpus", vcpus); assign("guest_maxvcpus", maxvcpus)
  assign("guest_actions", on_poweroff " " on_reboot " " on_crash)
  assign("guest_kernel", setting("kernel")); assign("guest_ramdisk", setting("ramdisk"))
  assign("guest_bridges", bridges)
  assign("guest_long", long_file())
}

# Three pieces, indented as in the list: up to the name, up to what may change, the rest.
function long_file(   whole, parts) {
  whole = json_of_guest(1)
  sub(/\n$/, "", whole)
  gsub(/\n/, "\n        ", whole)
  whole = blank_lines_emptied(whole)
  split(whole, parts, /\001(name|now)\001/)
  return "long_head=" shell_quoted(parts[1]) "\nlong_middle=" shell_quoted(parts[2]) "\nlong_tail=" shell_quoted(parts[3]) "\n"
}
