. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0

it_a_file_comes_back_as_it_went() {
  local up=$COMPAT_FOLDER/up down=$COMPAT_FOLDER/down
  head -c 3000000 /dev/urandom > "$up"
  govc datastore.mkdir -p case/deep
  govc datastore.upload "$up" case/deep/file.bin
  govc datastore.download case/deep/file.bin "$down"
  cmp "$up" "$down"
}

it_a_small_file_is_written_from_a_pipe_and_read_into_one() {
  govc datastore.mkdir -p piped
  printf 'one line\n' | govc datastore.upload - piped/line
  equal "$(govc datastore.download piped/line -)" 'one line'
}

it_what_is_there_is_listed_with_its_size() {
  govc datastore.mkdir -p listed
  printf '12345' | govc datastore.upload - listed/five
  equal "$(govc datastore.ls listed)" five
  equal "$(govc datastore.ls -l -json listed | json '[0].file[0].fileSize')" 5
}

it_a_file_is_copied_moved_and_removed() {
  govc datastore.mkdir -p work
  printf same | govc datastore.upload - work/a
  govc datastore.cp work/a work/b
  govc datastore.mv work/b work/c
  equal "$(govc datastore.download work/c -)" same
  govc datastore.rm work/c
  equal "$(govc datastore.ls work)" a
  govc datastore.rm work
  fails_with 'was not found' govc datastore.ls work
}

it_a_file_that_is_not_there_is_not_found() {
  fails_with 404 govc datastore.download no/such/file -
  fails_with 'was not found' govc datastore.rm no/such/file
}

it_a_directory_that_is_there_is_not_made_twice() {
  govc datastore.mkdir once
  fails_with 'already exists' govc datastore.mkdir once
}

it_a_disk_is_made_on_its_own_and_removed() {
  govc datastore.mkdir -p disks
  govc datastore.disk.create -size 8M disks/free.vmdk
  contains "$(govc datastore.ls disks)" free.vmdk
  govc datastore.rm disks/free.vmdk
}

it_the_files_of_a_machine_are_in_its_directory() {
  contains "$(govc datastore.ls DC0_H0_VM0)" DC0_H0_VM0.vmx
}

cases
