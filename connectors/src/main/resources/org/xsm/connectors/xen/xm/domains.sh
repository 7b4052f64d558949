# The words of xm in which the scripts that act are written.
tool=xm

# Seconds after which what a killed create has left changes no more: xend goes on without its xm.
settling=10

# Runs xm without the locks of the operation and of the host.
drive() {
  xm "$@" </dev/null 8>&- 9>&-
}

# Sets $domains to a line "DOMID UUID NAME" for each domain; fails when that cannot be known.
list() {
  long=$(drive list --long) || return 1
  domains=$(printf '%s\n' "$long" | awk "$from_sxp"'
    function flush() {
      if (value["domid"] != "") print value["domid"], uuid_form(value["uuid"]), value["name"]
    }
    END { if (read_all() == 0) exit 4 }')
}

# From xm list --long: the values of the keys of each domain, none of those further within.
from_sxp='
  { text = text $0 "\n" }
  function uuid_form(digits) {
    gsub(/-/, "", digits)
    digits = tolower(digits)
    if (length(digits) != 32) return "-"
    return substr(digits, 1, 8) "-" substr(digits, 9, 4) "-" substr(digits, 13, 4) "-" substr(digits, 17, 4) "-" substr(digits, 21)
  }
  function quoted_end(from, quote,   end) {
    for (end = from; end <= size && substr(text, end, 1) != quote; end++)
      if (substr(text, end, 1) == "\\") end++
    return end
  }
  function word_end(from,   end) {
    for (end = from; end <= size && substr(text, end, 1) !~ /[() \t\r\n]/; end++);
    return end
  }
  function take(word) {
    if (depth == 2 && ++words == 1) key = word
    else if (depth == 2 && words == 2 && !(key in value)) value[key] = word
  }
  function read_all(   at, c, end, count) {
    size = length(text)
    for (at = 1; at <= size; at++) {
      c = substr(text, at, 1)
      if (c == "(") { if (++depth == 2) words = 0; else if (depth == 1) { split("", value); count++ } }
      else if (c == ")") { if (depth-- == 1) flush() }
      else if (depth > 0 && c ~ /[\047"]/) { end = quoted_end(at + 1, c); take(substr(text, at + 1, end - at - 1)); at = end }
      else if (c !~ /[ \t\r\n]/) { end = word_end(at); take(substr(text, at, end - at)); at = end - 1 }
    }
    return depth == 0 ? count : 0
  }'

# Sets $target and $maxmem (MiB), $slack (MiB by which the list may differ from the target), $offered
# and $maxvcpus of a domain. What xm does not say is empty.
limits() {
  values=$(drive list --long "$1" 2>/dev/null | awk "$from_sxp"'
    function flush() { print value["memory"] ":" value["maxmem"] ":1::" value["vcpus"] }
    END { read_all() }')
  IFS=: read -r target maxmem slack offered maxvcpus <<END
$values
END
}

offer() {
  drive vcpu-set "$1" "$2"
}

# Becomes the xm that migrates a domain to a host. It keeps the locks: they end when it ends.
# $1 name or domid; $2 address
send() {
  exec xm migrate --live "$1" "$2" </dev/null
}
