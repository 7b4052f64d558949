# What the acts of the labs are written in: the transcript, and the manager that they drive. Sourced by their stages.
# Standard output is the transcript, in Markdown; what goes on meanwhile is told on standard error.

# --- the transcript -------------------------------------------------------------------------------

note() { echo "${0##*/}: $*" >&2; }
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

# --- the manager ----------------------------------------------------------------------------------

# Starts the manager in its home, with the settings that lie there.
launch_manager() {
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

# A site file with these elements: ELEMENT...
site() {
  printf '<XSMConfig>\n<Set name="lab">\n'
  [[ $# = 0 ]] || printf '  %s\n' "$@"
  printf '</Set>\n</XSMConfig>\n'
}

# Drops a site file of these elements into the inbox, waits for its run and the plan, and shows both.
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

# What the plan would be for a site file of these elements: TITLE ELEMENT...
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
    -d "$(jq --arg comment "${0##*/}" '{digest, comment: $comment}' <<<"$waiting")")
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
