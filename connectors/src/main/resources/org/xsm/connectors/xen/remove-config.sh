# Takes a guest config away, and what ended operations of that VM left.
# $1 the VM's name; $2 its UUID
file=$root/guests/$1.cfg
vm=$2
if [ -e "$file" ] && ! grep -qi -e "$vm" "$file"; then
  say foreign
  exit 0
fi
rm -f "$file" "$root/guests/$1.lock" "$root/guests/$1.move" "$root/guests/$1.half" || refuse directory
for operation in "$root"/operations/*/; do
  other=
  [ -s "$operation/exit" ] && read -r other <"$operation/vm"
  [ "$other" != "$vm" ] || rm -rf "$operation"
done
say removed
