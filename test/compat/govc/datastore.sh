. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0

it_a_file_comes_back_as_it_went() {
  local up=$COMPAT_FOLDER/up down=$COMPAT_FOLDER/down
  head -c 3000000 /dev/urandom > "$up"
  govc datastore.upload "$up" case/deep/file.bin
  govc datastore.download case/deep/file.bin "$down"
  cmp "$up" "$down"
}

it_a_small_file_is_written_from_a_pipe_and_read_into_one() {
  printf 'one line\n' | govc datastore.upload - piped/line
  equal "$(govc datastore.download piped/line -)" 'one line'
}

it_a_file_that_is_not_there_is_not_found() {
  fails_with 404 govc datastore.download no/such/file -
}

cases
