# Cases as sentences in bash: `the_sentence() { commands; }`, then `cases` at the end runs every function whose name
# starts with `it_`, each in a shell of its own that stops at the first command that fails.

govc() { "$GOVC" "$@"; }

# The value at a path of the last JSON answer: json PATH < answer, with PATH like a.b[0].c
json() {
  node -e '
    const value = new Function("$", `return $${process.argv[1].replace(/^(?!\[)/, ".")}`)(JSON.parse(require("node:fs").readFileSync(0, "utf8")));
    console.log(typeof value === "string" ? value : JSON.stringify(value));
  ' "$1"
}

equal() {
  [ "$1" = "$2" ] && return
  printf 'got      %s\nexpected %s\n' "$1" "$2"
  return 1
}

contains() {
  case $1 in *"$2"*) return ;; esac
  printf 'got      %s\nlacks    %s\n' "$1" "$2"
  return 1
}

lacks() {
  case $1 in *"$2"*) printf 'got      %s\nwith     %s\n' "$1" "$2" && return 1 ;; esac
}

# fails_with TEXT COMMAND...: the command must fail and say TEXT.
fails_with() {
  local text=$1 said
  shift
  if said=$("$@" 2>&1); then
    printf 'done without complaint: %s\n%s\n' "$*" "$said"
    return 1
  fi
  contains "$said" "$text"
}

cases() {
  local name sentence said failed=0
  for name in $(declare -F | sed -n 's/^declare -f \(it_.*\)/\1/p'); do
    sentence=${name#it_}
    sentence=${sentence//_/ }
    # Not part of a condition, where bash would ignore `set -e`.
    said=$(
      set -eu -o pipefail
      exec 2>&1
      "$name"
    )
    if [ $? -eq 0 ]; then
      printf 'ok %s\n' "$sentence"
    else
      failed=1
      printf 'FAIL %s\n' "$sentence"
      printf '%s\n' "$said" | sed 's/^/  /'
    fi
  done
  exit $failed
}
