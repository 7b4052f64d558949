# What every script of ours on the boot server begins with. Plain POSIX sh; nothing is installed there.
# $1 a word that nobody else prints, which marks our own lines
token=$1
shift
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
umask 022
printf '\n%s begin\n' "$token"

# Ends with what came of it, in words.
verdict() {
  printf '\n%s verdict %s\n' "$token" "$*"
  exit 0
}
