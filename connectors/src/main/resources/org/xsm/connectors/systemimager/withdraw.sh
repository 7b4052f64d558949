# Takes away what is a machine's own, as far as it is of our making.
# $1 folder of overrides; $2 the machine's name; $3 folder of scripts
etc=$1/$2/etc
host=$2
link=$3/$2.sh
key=$etc/ssh/ssh_host_ed25519_key

if [ -L "$link" ]; then
  case $(readlink "$link") in
    *.master) rm -f "$link" || verdict not-writable ;;
  esac
fi
# The public key goes last: by it, the private one is known to be of our making.
if grep -qsF -e " xsm@$host" "$key.pub"; then
  rm -f "$key" || verdict not-writable
  rm -f "$key.pub" || verdict not-writable
fi
rm -f "$etc"/.xsm-* || verdict not-writable
if [ -f "$etc/xsm-machine.conf" ]; then
  rm -f "$etc/xsm-machine.conf" || verdict not-writable
fi
if [ "$(cat "$etc/hostname" 2>/dev/null)" = "$host" ]; then
  rm -f "$etc/hostname" || verdict not-writable
fi
if grep -qsF "Laid here by XSM for $host." "$etc/ganglia/gmond.conf"; then
  rm -f "$etc/ganglia/gmond.conf" || verdict not-writable
fi
rmdir "$etc/ganglia" "$etc/ssh" "$etc" "$1/$host" 2>/dev/null
verdict withdrawn
