# Lays what is a machine's own beside the image, and makes the image's installation script the machine's.
# $1 folder of overrides; $2 the machine's name; $3 folder of scripts; $4 the image, empty where the installer needs
# no script; standard input: name and network, private host key, public host key, Ganglia's configuration, one behind
# the other; $5 $6 $7 $8 their sizes in octets, where the last may be none
overrides=$1
host=$2
scripts=$3
image=$4
network=$5
private=$6
public=$7
gmond=$8
etc=$overrides/$host/etc
key=$etc/ssh/ssh_host_ed25519_key
ganglia=$etc/ganglia/gmond.conf
whole=$etc/.xsm-whole-$$
fresh=$etc/.xsm-fresh-$$
link=$scripts/$host.sh

[ -d "$overrides" ] || verdict no-folder "$overrides"
if [ -n "$image" ]; then
  [ -d "$scripts" ] || verdict no-folder "$scripts"
  if [ -e "$link" ] && [ ! -L "$link" ]; then
    verdict foreign "$link"
  fi
fi
if [ -e "$key" ] && ! grep -qsF -e " xsm@$host" "$key.pub"; then
  verdict foreign "$key"
fi
if [ "$gmond" -gt 0 ] && [ -e "$ganglia" ] && ! grep -qsF "Laid here by XSM for $host." "$ganglia"; then
  verdict foreign "$ganglia"
fi
mkdir -p "$etc/ssh" "$etc/ganglia" || verdict not-writable
# What was left by those that were killed in the middle.
find "$etc" -maxdepth 1 -name '.xsm-*' -mmin +10 -exec rm -f {} +
trap 'rm -f "$whole" "$fresh"' EXIT

(umask 077 && cat >"$whole") || verdict not-writable
[ "$(wc -c <"$whole")" -eq "$((network + private + public + gmond))" ] || verdict incomplete

# Makes a file of a part of it. $1 the file; $2 its mode; $3 octets in front of the part; $4 its size
lay() {
  (umask 077 && tail -c "+$(($3 + 1))" "$whole" | head -c "$4" >"$fresh") || verdict not-writable
  chmod "$2" "$fresh" || verdict not-writable
  if cmp -s "$fresh" "$1"; then
    chmod "$2" "$1" || verdict not-writable
  else
    mv -f "$fresh" "$1" || verdict not-writable
  fi
}

lay "$etc/xsm-machine.conf" 0644 0 "$network"
# The public key comes first: by it, the private one is known to be of our making.
lay "$key.pub" 0644 "$((network + private))" "$public"
lay "$key" 0600 "$network" "$private"
if [ "$gmond" -gt 0 ]; then
  lay "$ganglia" 0644 "$((network + private + public))" "$gmond"
else
  rmdir "$etc/ganglia" 2>/dev/null
fi
if [ ! -e "$etc/hostname" ]; then
  printf '%s\n' "$host" >"$fresh" && chmod 0644 "$fresh" && mv -f "$fresh" "$etc/hostname" || verdict not-writable
fi
# The link comes last: with it, the machine can be installed.
if [ -n "$image" ] && [ "$(readlink "$link")" != "$image.master" ]; then
  rm -f "$scripts/.$host.sh.xsm"
  ln -s "$image.master" "$scripts/.$host.sh.xsm" && mv -fT "$scripts/.$host.sh.xsm" "$link" || verdict not-writable
fi
verdict assigned
