# Prints a VM's guest config.
# $1 the VM's name; $2 its UUID
file=$root/guests/$1.cfg
if [ -f "$file" ] && grep -qi -e "$2" "$file"; then
  say config
  head -c 262144 "$file"
fi
say end
