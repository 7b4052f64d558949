# What the acts of real-xen are written in: the hosts, the manager, and the transcript. Sourced by it.
# Standard output is the transcript, in Markdown; what goes on meanwhile is told on standard error.

# --- the transcript -------------------------------------------------------------------------------

note() { echo "real-xen: $*" >&2; }
die() { note "$*"; failures=$((failures + 1)); exit 1; }
say() { printf '%s\n\n' "$*"; }
block() { printf '```%s\n' "${1:-text}"; cat; printf '```\n\n'; }

act=0 failures=0
summary=()
begin() {
  end_act
  act=$((act + 1)) title=$1 act_began=$SECONDS act_failures=$failures
  note "$act. $title"
  say "## $act. $title"
}

end_act() {
  ((act)) || return 0
  summary+=("| $act | $title | $((SECONDS - act_began)) | $( ((failures > act_failures)) && echo '**other than wanted**' || echo 'as wanted') |")
}

summarize() {
  end_act
  say "## Summary"
  printf '%s\n' "| | act | seconds | the hosts were |" "|---|---|---|---|" "${summary[@]}" ""
}

# Judges by what the hosts say: true words, or words that are counted as a failure.
verdict() {
  local well=$1; shift
  if [[ $well = yes ]]; then say "**Seen on the hosts:** $*"; else failures=$((failures + 1)); say "**WRONG:** $*"; fi
  note "$([[ $well = yes ]] || echo 'WRONG: ')$*"
}

# Tries a command once a second for at most so many seconds.
within() {
  local end=$((SECONDS + $1)); shift
  until "$@"; do ((SECONDS < end)) || return 1; sleep 1; done
}

# --- the hosts ------------------------------------------------------------------------------------

# "host 1: ssh 127.0.0.1:2201 peer-address 10.77.0.1 name xen1 pid 17 ready after 20 s"
start_hosts() {
  local i line
  note "starting the hosts"
  "$XEN_LAB" start 2 >"$work/hosts"
  for i in 1 2; do
    line=$(grep "^host $i:" "$work/hosts") || die "the lab told nothing of host $i"
    read -r _ _ _ door[i] _ host[i] _ _ _ pid[i] _ <<<"$line"
  done
  read -ra lab_ssh <<<"$("$XEN_LAB" sshargs 1)"
  for ((i = 0; i < ${#lab_ssh[@]}; i++)); do
    case ${lab_ssh[i]} in
      -i) identity=${lab_ssh[i + 1]} ;;
      UserKnownHostsFile=*) known_hosts=${lab_ssh[i]#*=} ;;
    esac
  done
}

# Runs a command on host 1 or 2, over one kept connection, since a key exchange takes seconds there.
on() {
  local i=$1; shift
  local -a arguments
  read -ra arguments <<<"$("$XEN_LAB" sshargs "$i")"
  ssh -o ControlMaster=auto -o "ControlPath=$work/ssh-$i" -o ControlPersist=600 "${arguments[@]}" "$@" </dev/null
}

# The domain table of a host, without Dom0: NAME ID MEM VCPUS STATE SECONDS UUID...
domains() { on "$1" xl list -v | awk 'NR > 1 && $1 != "Domain-0"'; }

show_hosts() {
  local i
  for i in 1 2; do
    { echo "xen$i (${host[i]})# xl list"; on "$i" xl list; } | block
  done
}

# Whether a guest is on exactly one host, in one piece and running, with this memory and these VCPUs.
is_once_on() {
  local vm=$1 i=$2 memory=$3 vcpus=$4 rows
  rows=$(for each in 1 2; do domains "$each" | sed "s/^/$each /"; done | awk -v vm="$vm" '$2 ~ "^" vm "(--.*)?$"')
  awk -v vm="$vm" -v i="$i" -v memory="$memory" -v vcpus="$vcpus" '
    { seen++; well = $1 == i && $2 == vm && $4 == memory && $5 == vcpus && $6 ~ /^[r-][b-]----$/ }
    END { exit !(seen == 1 && well) }' <<<"$rows"
}

expect_once() {
  local vm=$1 i=$2 memory=$3 vcpus=$4
  show_hosts
  if within 90 is_once_on "$@"; then
    verdict yes "\`$vm\` is there exactly once, on xen$i, with $memory MiB and $vcpus VCPUs."
  else
    verdict no "\`$vm\` should be there exactly once, on xen$i, with $memory MiB and $vcpus VCPUs."
  fi
}

expect_nowhere() {
  local vm=$1
  show_hosts
  if (domains 1; domains 2) | awk -v vm="$vm" '$1 ~ "^" vm "(--.*)?$" { seen = 1 } END { exit !seen }'; then
    verdict no "\`$vm\` should be nowhere."
  else
    verdict yes "\`$vm\` is nowhere any more."
  fi
}

has_half() { domains "$1" | grep -q "^$2--incoming "; }

# --- the manager ----------------------------------------------------------------------------------

start_manager() {
  home=$work/home
  mkdir -p "$home/ssh" "$home/templates"
  install -m 600 "$identity" "$home/ssh/id_ed25519"
  install -m 600 "$known_hosts" "$home/ssh/known_hosts"
  cp "$here/lab_guest.cfg" "$home/templates/"
  cat >"$home/xsm.yaml" <<END
xsm:
  hosts:
    mode: real
    migration-limit: 3m
  ssh:
    command-timeout: 60s
    endpoints:
      "[${host[1]}]": "${door[1]}"
      "[${host[2]}]": "${door[2]}"
server:
  port: $port
END
  note "starting the manager"
  java -jar "$jar" --xsm.home="$home" >"$work/manager.log" 2>&1 &
  manager=$!
  within 120 is_up || { tail -n 20 "$work/manager.log" >&2; die "the manager did not start"; }
}

is_up() {
  kill -0 "$manager" || die "the manager has ended: $(tail -n 3 "$work/manager.log")"
  curl -sf -o "$work/health" "http://127.0.0.1:$port/actuator/health"
}

# Calls the API as somebody: WHO PATH [CURL ARGUMENTS]
api() {
  local who=$1 path=$2 word; shift 2
  word=$(awk -v who="$who" '$1 == who { print $2 }' "$home/secrets/first-passwords")
  curl -sS --max-time 60 -u "$who:$word" "$@" "http://127.0.0.1:$port/api/$path"
}

# A line of the site file: NAME HOST VCPUS MEM
vm() {
  printf '<VM name="%s" config="lab_guest"><DOM0>%s</DOM0><VCPUS>%s</VCPUS><HWADDR>%s</HWADDR><IP>DHCP</IP><MEM>%s</MEM></VM>\n' \
    "$1" "${host[$2]}" "$3" "$(printf '%s' "$1" | md5sum | sed -E 's/(..)(..)(..).*/00:16:3e:\1:\2:\3/')" "$4"
}

site() {
  printf '<XSMConfig>\n<Set name="lab">\n'
  [[ $# = 0 ]] || printf '  %s\n' "$@"
  printf '</Set>\n</XSMConfig>\n'
}

# Drops a site file of these VMs into the inbox, waits for its run and the plan, and shows both.
drop() {
  local name="act-$act-${1}.xml"; shift
  site "$@" >"$work/$name"
  say "Dropped as \`$name\`:"
  block xml <"$work/$name"
  began=$SECONDS approved=
  cp "$work/$name" "$home/inbox/.$name"
  mv "$home/inbox/.$name" "$home/inbox/$name"
  within 60 find_run "$name" || die "no run for $name: $(cat "$home/rejected/$name.problems.txt" 2>/dev/null)"
  within 180 is_planned || die "$run was not planned"
  planned=$SECONDS
  show_plan
}

# What the plan would be for a site file of these VMs: TITLE VM...
ask_plan() {
  local title=$1; shift
  site "$@" >"$work/asked.xml"
  api operator plan -H 'Content-Type: application/xml' --data-binary "@$work/asked.xml" |
    jq -r --arg title "$title" '"* \($title): " + ((.steps | map("`\(.id)`") | join(", ")) + (.findings | map(.message) | join(" ")))'
  echo
}

find_run() {
  run=$(api operator runs | jq -r --arg name "$1" 'map(select(.fileName == $name)) | .[0].id // ""')
  [[ -n $run ]]
}

state() { api operator "runs/$run" | jq -r .state; }
is_planned() { case $(state) in received | planned) false ;; esac; }
has_ended() { case $(state) in received | planned | awaiting-approval | applying) false ;; esac; }
is_running() { [[ $(api operator "runs/$run" | jq -r --arg step "$1" '.plan.steps[] | select(.id == $step) | .state') = running ]]; }
task() { api admin tasks | jq --arg run "$run" --arg kind "$1" 'map(select(.run == $run and .kind == $kind)) | .[0] // empty'; }
is_asked() { [[ -n $(task decide-trouble) ]]; }
has_ended_or_asks() { has_ended || is_asked; }

show_plan() {
  local plan
  plan=$(api operator "runs/$run" | jq .plan)
  if [[ $(jq '.steps | length' <<<"$plan") -gt 0 ]]; then
    say "The plan, as the API tells it:"
    echo '| step | manner | from | to | cost | reason |'
    echo '|---|---|---|---|---|---|'
    jq -r '.steps[] | "| `\(.id)` | \(.manner) | \(.from // "") | \(.host) | \(.cost) | \(.reason) |"' <<<"$plan"
    echo
  fi
  jq -r '.findings[] | "> **\(.kind)** · \(.message) *\(.advice)*\n"' <<<"$plan"
}

approve() {
  local waiting answer
  waiting=$(task approve-plan)
  [[ -n $waiting ]] || die "$run waits for no approval; it is $(state)"
  answer=$(api approver "tasks/$(jq -r .id <<<"$waiting")/approve" -H 'Content-Type: application/json' \
    -d "$(jq '{digest, comment: "real-xen"}' <<<"$waiting")")
  [[ $(jq -r '.task // ""' <<<"$answer") ]] || die "not approved: $answer"
  approved=$SECONDS
  say "Approved by \`approver\`."
}

# Shows the question that a step in trouble asks, and answers it: CHOICE COMMENT
decide() {
  local question answer
  question=$(task decide-trouble)
  [[ -n $question ]] || die "$run asks nobody; it is $(state)"
  say "A person is asked (choices: $(jq -r '.choices | join(", ")' <<<"$question")):"
  jq -r '"> **\(.title)**\n>\n" + (.evidence | split("\n") | map("> " + .) | join("\n")) + "\n"' <<<"$question"
  answer=$(api operator "tasks/$(jq -r .id <<<"$question")/decide" -H 'Content-Type: application/json' \
    -d "$(jq -n --arg choice "$1" --arg comment "$2" '{choice: $choice, comment: $comment}')")
  [[ $(jq -r '.task // ""' <<<"$answer") ]] || die "not decided: $answer"
  say "Decided by \`operator\`: *$1*, \"$2\"."
}

# Waits for the end. Who is asked meanwhile lets it try again, three times at most.
await_end() {
  local answers=0
  until within 900 has_ended_or_asks && has_ended; do
    show_journal
    is_asked && ((answers < 3)) || die "$run does not end; it is $(state)"
    answers=$((answers + 1))
    decide try-again "Once more."
  done
  show_journal
  say "Run \`$(state)\`; plan after $((planned - began)) s, end $((SECONDS - ${approved:-$planned})) s after the approval."
}

# The journal's entries from the first one that was not shown yet.
show_journal() {
  local from=1
  [[ ${journal_run:-} != "$run" ]] || from=$journal_next
  say "Journal:"
  api operator "runs/$run" >"$work/run.json"
  jq -r --argjson from "$from" '
    .journal[] | select(.number >= $from)
    | "\(.at[11:19]) \(.kind)\(if .step then " " + .step else "" end): \(.text)"' "$work/run.json" | fold -s -w 180 | block
  journal_run=$run
  journal_next=$(jq '.journal | length + 1' "$work/run.json")
}
