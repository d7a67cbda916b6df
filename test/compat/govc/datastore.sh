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

put() {
  printf '%s' "$2" | govc datastore.upload - "$1"
}

it_ls_lists_files_and_directories() {
  put list/b/c three
  put list/a one
  equal "$(govc datastore.ls list | sort | tr '\n' ' ')" 'a b '
  contains "$(govc datastore.ls -l list)" 3B
  contains "$(govc datastore.ls -R list)" "[LocalDS_0] list/b/:
c"
  fails_with 'was not found' govc datastore.ls list/none
}

it_ls_lists_what_a_machine_has() {
  local files
  files=$(govc datastore.ls DC0_C0_RP0_VM0)
  contains "$files" DC0_C0_RP0_VM0.vmx
  contains "$files" DC0_C0_RP0_VM0.vmdk
  contains "$files" DC0_C0_RP0_VM0-flat.vmdk
}

it_mkdir_makes_a_directory_once() {
  govc datastore.mkdir made
  contains "$(govc datastore.ls)" made
  fails_with 'already exists' govc datastore.mkdir made
  govc datastore.mkdir -p made/in/depth
  contains "$(govc datastore.ls made/in)" depth
}

it_cp_mv_and_rm_do_so() {
  put from/file whole
  govc datastore.mkdir to
  govc datastore.cp from/file to/copy
  equal "$(govc datastore.download to/copy -)" whole
  govc datastore.mv from/file to/moved
  equal "$(govc datastore.ls from)" ''
  fails_with 'already exists' govc datastore.mv to/copy to/moved
  govc datastore.mv -f to/copy to/moved
  equal "$(govc datastore.ls to)" moved
  govc datastore.rm to/moved
  govc datastore.rm to
  fails_with 'not found' govc datastore.rm to
  govc datastore.rm -f to
}

it_create_makes_a_vmfs_datastore_on_a_disk_and_remove_gives_it_back() {
  local disk
  disk=$(govc host.storage.info -host DC0_C0_H0 -t lun | awk '/naa.6006/ {print $1; exit}')
  disk=${disk##*/}
  govc datastore.create -type vmfs -name made -disk "$disk" -size 20G DC0_C0_H0
  contains "$(govc datastore.info made)" VMFS
  contains "$(govc datastore.info made)" 'Capacity:  20.0 GB'
  govc datastore.mkdir -ds made dir
  equal "$(govc datastore.ls -ds made)" dir
  fails_with 'no eligible disk' govc datastore.create -type vmfs -name again -disk "$disk" DC0_C0_H0
  govc datastore.remove -ds made DC0_C0_H0
  fails_with 'not found' govc datastore.info made
}

it_an_export_mounted_read_only_is_not_written_to() {
  govc datastore.create -type nfs -name shelf -remote-host filer -remote-path /shelf -mode readOnly DC0_C0_H0
  contains "$(govc datastore.info shelf)" 'filer:/shelf'
  equal "$(govc datastore.ls -ds shelf)" ''
  fails_with 'cannot be written' govc datastore.mkdir -ds shelf dir
  fails_with 403 govc datastore.upload -ds shelf - file </dev/null
  govc datastore.remove -ds shelf DC0_C0_H0
}

it_maintenance_is_entered_and_left() {
  govc datastore.create -type nfs -name resting -remote-host filer -remote-path /resting -mode readWrite DC0_C0_H0
  govc datastore.maintenance.enter -ds resting
  equal "$(govc object.collect -s /DC0/datastore/resting summary.maintenanceMode)" inMaintenance
  govc datastore.maintenance.exit -ds resting
  equal "$(govc object.collect -s /DC0/datastore/resting summary.maintenanceMode)" normal
}

it_tail_shows_the_end_of_a_log() {
  contains "$(govc datastore.tail -n 3 DC0_C0_RP0_VM0/vmware.log)" DICT
}

cases
