# Brings a VM to a number of VCPUs, and waits until its guest has followed: that a tool ends well
# only says that they were offered.
# $1 UUID; $2 VCPUs; $3 seconds for the guest to follow
wanted=$2
patience=$3
only_domain "$1"
limits "$domid"
row "$domid" || verdict gone
before=$vcpus
if [ "$vcpus" -eq "$wanted" ] && [ "${offered:-$wanted}" -eq "$wanted" ]; then
  verdict already "$vcpus"
fi
case $state in ??p*) verdict paused ;; esac
[ "$wanted" -le "${maxvcpus:-$wanted}" ] || verdict over-max "$maxvcpus"

offer "$domid" "$wanted" >&2
code=$?
[ "$code" -eq 0 ] || verdict failed "$code"
waited=0
while row "$domid"; do
  [ "$vcpus" -ne "$wanted" ] || verdict followed "$before" "$vcpus"
  [ "$waited" -lt "$patience" ] || verdict stays "$before" "$vcpus"
  sleep 1
  waited=$((waited + 1))
done
verdict vanished
