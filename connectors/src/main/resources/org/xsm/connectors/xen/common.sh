# What every script of ours begins with. Plain POSIX sh; nothing is installed on the host.
# $1 a word that nobody else prints, which marks our own lines; $2 our directory on the host
token=$1
root=$2
shift 2
# What stands first on the PATH stays first; Xen's tools may lie where a login does not look.
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL

# Begins a section of the answer: its name and its words.
say() {
  printf '\n%s %s\n' "$token" "$*"
}

# Ends with a reason; what the failed tool wrote stands on standard error.
refuse() {
  say refused "$1"
  exit 0
}
