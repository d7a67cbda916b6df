. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0

# Four MiB: a pattern, a hole, and the pattern once more.
image() {
  head -c 1048576 /dev/urandom > "$1"
  head -c 2097152 /dev/zero >> "$1"
  head -c 1048576 "$1" > "$1.head"
  cat "$1.head" >> "$1"
}

it_a_disk_holds_the_bytes_put_in_the_place_of_its_extent_wherever_it_is_copied() {
  local up=$COMPAT_FOLDER/up down=$COMPAT_FOLDER/down
  image "$up"
  govc datastore.mkdir disks
  govc datastore.disk.create -size 4M disks/a.vmdk
  contains "$(govc datastore.ls disks)" a-flat.vmdk
  govc datastore.upload "$up" disks/a-flat.vmdk
  govc datastore.cp disks/a.vmdk disks/b.vmdk
  govc datastore.download disks/b-flat.vmdk "$down"
  cmp "$up" "$down"
  fails_with 'already exists' govc datastore.disk.create -size 4M disks/a.vmdk
  govc datastore.mkdir elsewhere
  govc datastore.mv disks/b.vmdk elsewhere/c.vmdk
  equal "$(govc datastore.ls disks | sort | tr '\n' ' ')" 'a-flat.vmdk a.vmdk '
  govc datastore.download elsewhere/c-flat.vmdk "$down"
  cmp "$up" "$down"
  contains "$(govc datastore.download elsewhere/c.vmdk -)" '"c-flat.vmdk"'
  govc datastore.rm elsewhere/c.vmdk
  equal "$(govc datastore.ls elsewhere)" ''
  fails_with 'not found' govc datastore.rm elsewhere/c.vmdk
}

it_a_thin_disk_is_shrunk_and_inflated_where_it_is() {
  local up=$COMPAT_FOLDER/thin down=$COMPAT_FOLDER/thin-down
  image "$up"
  govc datastore.mkdir thin
  govc datastore.disk.create -size 4M thin/a.vmdk
  govc datastore.upload "$up" thin/a-flat.vmdk
  govc datastore.disk.shrink -copy thin/a.vmdk
  contains "$(govc datastore.ls -l thin)" 2.0MB
  govc datastore.disk.inflate thin/a.vmdk
  contains "$(govc datastore.ls -l thin)" 4.0MB
  govc datastore.download thin/a-flat.vmdk "$down"
  cmp "$up" "$down"
  govc datastore.rm thin/a.vmdk
}

it_a_disk_of_a_running_machine_is_locked() {
  fails_with locked govc datastore.rm DC0_H0_VM0/DC0_H0_VM0.vmdk
  fails_with locked govc datastore.disk.inflate DC0_H0_VM0/DC0_H0_VM0.vmdk
}

it_a_disk_that_stood_alone_is_attached_with_what_it_holds() {
  govc datastore.disk.create -size 8M alone.vmdk
  govc vm.disk.attach -vm DC0_H0_VM1 -link=false -disk alone.vmdk
  contains "$(govc device.info -vm DC0_H0_VM1 'disk-*')" 'alone.vmdk'
  contains "$(govc device.info -vm DC0_H0_VM1 'disk-*')" '8,192 KB'
}

cases
