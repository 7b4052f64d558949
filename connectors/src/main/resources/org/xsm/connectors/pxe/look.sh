# Looks for what would go wrong before a machine is added; changes nothing.
# $1 our folder; $2 the machine's file; $3 its MAC; $4 its address
folder=$1
own=$2
mac=$3
address=$4

[ -d "$folder" ] || verdict no-folder

# The first line of standard input that is not about the machine's own file.
other() {
  grep -vxF -e "$own" | head -n 1
}

# dnsmasq 2.90 dies on SIGHUP when such a machine has a lease.
tagged=$(grep -lE '^[^#]*(set|net):' "$folder"/* 2>/dev/null | head -n 1)
[ -z "$tagged" ] || verdict tagged "$tagged"
# The servers would give it to the first machine only.
taken=$(grep -liwF -e "$address" "$folder"/* 2>/dev/null | other)
[ -z "$taken" ] || verdict address-taken "$taken"
taken=$(grep -liwF -e "$mac" "$folder"/* 2>/dev/null | other)
[ -z "$taken" ] || verdict mac-taken "$taken"
verdict free
