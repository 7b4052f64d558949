#!/bin/sh
# A small stand-in for xl, for the tests of the connector. It lets two creates at the same moment
# both succeed and never looks at UUIDs, as the real one does, so that a test can fail.
# State in $FAKE_XEN: domains/ID has "NAME UUID MEM STATE [TIME]"; effects logs what was really done;
# create-seconds, create-error, create-exit, shutdown-seconds set its behaviour.
cd "$FAKE_XEN" || exit 1
mkdir -p domains

setting() { if [ -e "$1" ]; then cat "$1"; else echo "$2"; fi; }

each() {
  for file in domains/*; do
    [ -f "$file" ] || continue
    id=${file#domains/}
    read -r name uuid mem state time <"$file" || continue
    "$1"
  done
}

row() { printf '%-40s %5d %5d %5d     %6s  %8.1f\n' "$name" "$id" "$mem" 1 "$state" "${time:-1.0}"; }
verbose_row() {
  printf '%-40s %5d %5d %5d     %6s  %8.1f %s        -                -\n' "$name" "$id" "$mem" 1 "$state" "${time:-1.0}" "$uuid"
}
long_row() {
  printf ',\n{ "domid": %d, "config": { "c_info": { "type": "pv", "name": "%s", "domid": 4294967295, "uuid": "%s" }, "nics": [ { "devid": 0, "mac": "00:16:3e:00:00:%02x" } ] } }' "$id" "$name" "$uuid" "$id"
}

list() {
  case $1 in
    -v)
      [ ! -e no-verbose ] || { echo "xl: invalid option -- 'v'" >&2; exit 2; }
      printf 'Name                                        ID   Mem VCPUs\tState\tTime(s)   UUID                            Reason-Code\tSecurity Label\n'
      echo 'Domain-0                                     0   384     1     r-----     266.1 00000000-0000-0000-0000-000000000000        -                -'
      each verbose_row
      ;;
    -l)
      printf '[ { "domid": 0, "config": { "c_info": { "type": "pv", "name": "Domain-0" } } }'
      each long_row
      printf '\n]\n'
      ;;
    *)
      printf 'Name                                        ID   Mem VCPUs\tState\tTime(s)\n'
      echo 'Domain-0                                     0   384     1     r-----     266.1'
      each row
      ;;
  esac
}

create() {
  echo "Parsing config from $1" >&2
  name=$(sed -n 's/^name *= *"\(.*\)"$/\1/p' "$1")
  uuid=$(sed -n 's/^uuid *= *"\(.*\)"$/\1/p' "$1")
  if [ -e create-error ]; then cat create-error >&2; exit "$(setting create-exit 3)"; fi
  if cat domains/* 2>/dev/null | grep -q "^$name "; then
    echo "libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain 15:Domain with name \"$name\" already exists." >&2
    exit 3
  fi
  echo "create $name $uuid" >>effects
  sleep "$(setting create-early 0)"
  id=1
  until mkdir "taken-$id" 2>/dev/null; do id=$((id + 1)); done
  echo "$name $uuid 0 --p--- 0.0" >"domains/$id"
  sleep "$(setting create-seconds 0)"
  echo "$name $uuid 96 -b----" >"domains/$id.new"
  mv "domains/$id.new" "domains/$id"
  # The daemon that stays behind for as long as the domain lives; two minutes here, should a test be cut off.
  (left=600; while [ -e "domains/$id" ] && [ $((left -= 1)) -gt 0 ]; do sleep 0.2; done) </dev/null >/dev/null 2>&1 &
}

end() {
  [ -e "domains/$1" ] || { echo "Error: Domain '$1' does not exist." >&2; exit 1; }
}

case $1 in
  info) cat info ;;
  list) list "$2" ;;
  create) create "$2" ;;
  destroy)
    end "$2"
    echo "destroy $2" >>effects
    [ -e immortal ] || rm -f "domains/$2"
    ;;
  shutdown)
    end "$2"
    echo "shutdown $2" >>effects
    echo "Shutting down domain $2" >&2
    (sleep "$(setting shutdown-seconds 0)"; rm -f "domains/$2") </dev/null >/dev/null 2>&1 &
    ;;
  *) echo "command not implemented" >&2; exit 1 ;;
esac
