# Reads a guest config the way xl 4.17 does: the same alphabet, the same grammar, the same complaints.
#
# In: the config on stdin, and behind it a line with nothing but \001 (which tells whether the last line of the config
#     was ended by a newline); SOURCE in the environment is the config's name in messages.
# Out: value[key, 0..n], kind[key] ("atom" or "list"), lines[key], for guest.awk, which runs next.
#
# Grammar:  file = { [ IDENT ("=" | "+=") value ] (NEWLINE | ";") }
#           value = STRING | NUMBER | "[" { value [","] } "]"   with newlines allowed inside "[ ]"
# After an error everything up to the end of the line is skipped, and an error right behind another is not told.

BEGIN {
  source = ENVIRON["SOURCE"]
  state = "start"; depth = 0; calm = 0; failed = 0; complained_line = -1; python = 0
  expecting["start"] = "$end or IDENT or NEWLINE or ';'"
  expecting["key"] = "+= or '='"
  expecting["value"] = "STRING or NUMBER or '['"
  expecting["done"] = "$end"
  expecting["item"] = expecting["next"] = "']'"
}

{ text[NR] = $0 }

function complain(line, near, message) {
  if (line <= complained_line) return
  printf "%s:%d: config parsing error near %s: %s\n", source, line, near, message > "/dev/stderr"
  failed = 1
}

function lexical_error(near, message) {
  complain(line_number, "`" near "'", message)
  complained_line = line_number
}

# --- the words of one line -------------------------------------------------------------------------------------

function read_line(line, has_newline) {
  while (1) {
    sub(/^[ \t]+/, "", line)
    if (line == "") break
    if (match(line, /^[a-z][._0-9a-z]*/)) line = word("IDENT", line)
    else if (match(line, /^[0-9][0-9a-fx]*/)) line = word("NUMBER", line)
    else if (match(line, /^\+=/)) line = word("+=", line)
    else if (match(line, /^[][=,;]/)) line = word("'" substr(line, 1, 1) "'", line)
    else if (match(line, /^'([^'\\]|\\.)*'/) || match(line, /^"([^"\\]|\\.)*"/)) line = word("STRING", line)
    else if (line ~ /^#/ && has_newline) break
    else line = stray(line)
  }
  if (has_newline) take("NEWLINE", "")
}

function word(token, line,   content) {
  content = substr(line, 1, RLENGTH)
  line = substr(line, RLENGTH + 1)
  take(token, content)
  return line
}

function stray(line,   near) {
  if (line ~ /^[-+,.():]/) python = 1
  match(line, /^[^ \t]*/)
  near = substr(line, 1, RLENGTH)
  line = substr(line, RLENGTH + 1)
  lexical_error(near == "\r" ? "\r" : near, "lexical error")
  return line
}

# --- the grammar, one word at a time ---------------------------------------------------------------------------

function take(token, content) {
  last_line = line_number
  if (state == "skipping") {
    if (token == "NEWLINE") { state = "start"; depth = 0; settle() }
    return
  }
  if (!step(token, content)) return unexpected(token, content)
  settle()
}

function settle() { if (calm > 0) calm-- }

function unexpected(token, content) {
  if (!calm) {
    if (token == "NEWLINE")
      complain(line_number - 1, "<newline>", "syntax error, unexpected NEWLINE, expecting " expecting[state])
    else
      complain(line_number, "`" content "'", "syntax error, unexpected " token ", expecting " expecting[state])
  }
  failed = 1
  calm = 3
  state = "skipping"
}

# Returns whether the token may stand here.
function step(token, content) {
  if (state == "start") {
    if (token == "IDENT") { key = content; state = "key"; return 1 }
    return token == "NEWLINE" || token == "';'"
  }
  if (state == "key") {
    if (token != "'='" && token != "+=") return 0
    adding = token == "+="; state = "value"; return 1
  }
  if (state == "value") {
    if (token == "STRING" || token == "NUMBER") { assign_atom(unquote(token, content)); state = "done"; return 1 }
    if (token == "'['") { begin_list(); depth = 1; state = "item"; return 1 }
    return 0
  }
  if (state == "done") {
    if (token == "NEWLINE" || token == "';'") { state = "start"; return 1 }
    return 0
  }
  return step_in_list(token, content)
}

function step_in_list(token, content) {
  if (token == "NEWLINE") return 1
  if (token == "']'") { state = --depth ? "next" : "done"; if (!depth) end_list(content); return 1 }
  if (state == "next") {
    if (token == "','") { state = "item"; return 1 }
    return 0
  }
  if (token == "'['") { depth++; return 1 }
  if (token != "STRING" && token != "NUMBER") return 0
  if (depth == 1) items[count++] = unquote(token, content)
  state = "next"
  return 1
}

function assign_atom(content) {
  if (adding && kind[key] == "list") return mixed(last_text)
  value[key] = (adding && key in kind ? value[key] : "") content
  kind[key] = "atom"; lines[key] = line_number; added[key] = adding
}

function begin_list() { count = 0; list_line = line_number }

function end_list(content,   i, from) {
  if (adding && kind[key] == "atom") return mixed(content)
  from = adding && key in kind ? size[key] : 0
  for (i = 0; i < count; i++) value[key, from + i] = items[i]
  size[key] = from + count; kind[key] = "list"; lines[key] = list_line
}

function mixed(near) { lexical_error(near, "can't add [list] to \"string\" or vice versa") }

# --- quoted strings --------------------------------------------------------------------------------------------

function unquote(token, content,   out, at, c) {
  last_text = content
  if (token == "NUMBER") return content
  out = ""
  content = substr(content, 2, length(content) - 2)
  while ((at = index(content, "\\")) > 0) {
    out = out substr(content, 1, at - 1)
    c = substr(content, at + 1, 1)
    content = substr(content, at + 2)
    if (c in escapes) out = out escapes[c]
    else if (c == "x") { lexical_error(last_text, "invalid digit after backslash hexnumerical character escape in quoted string"); return out }
    else if (c ~ /[0-7]/) sub(/^[0-7]?[0-7]?/, "", content) # the real one forgets to put the character in
    else { lexical_error(last_text, "invalid character after backlash in quoted string"); return out }
  }
  return out content
}

BEGIN {
  escapes["\""] = "\""; escapes["'"] = "'"; escapes["\\"] = "\\"; escapes["n"] = "\n"; escapes["t"] = "\t"
  escapes["r"] = "\r"; escapes["a"] = "\007"; escapes["b"] = "\b"; escapes["f"] = "\f"; escapes["v"] = "\v"
}

# --- the whole file --------------------------------------------------------------------------------------------

function parse(   i) {
  sub(/\001$/, "", text[NR])
  for (i = 1; i <= NR; i++) { line_number = i; read_line(text[i], i < NR) }
  if (state != "start" && state != "done" && state != "skipping") { line_number = last_line; unexpected("$end", "") }
  if (!failed) return
  if (python)
    print "warning: Config file looks like it contains Python code.\n" \
          "warning:  Arbitrary Python is no longer supported.\n" \
          "warning:  See https://wiki.xen.org/wiki/PythonInXlConfig" > "/dev/stderr"
  print "Failed to parse config: Invalid argument" > "/dev/stderr"
  exit 1
}
