# serve: --ds 2
. "$COMPAT_SHELL/case.sh"

# Both ways that govc has: with a datastore over the vSphere API, without one over the global catalogue.

it_makes_lists_and_removes_disks_by_the_catalogue() {
  local id
  id=$(govc disk.create -ds LocalDS_0 -size 24M -keep catalogued)
  contains "$(govc disk.ls -l)" "$id"
  contains "$(govc disk.ls -l "$id")" catalogued
  contains "$(govc disk.ls -l "$id")" 24.0M
  contains "$(govc disk.ls -L "$id")" '[LocalDS_0] fcd/'
  contains "$(govc disk.ls -ds LocalDS_0)" "$id"
  lacks "$(govc disk.ls -ds LocalDS_1)" "$id"
  govc disk.rm "$id"
  equal "$(govc disk.ls)" ''
  fails_with 'could not be found' govc disk.ls "$id"
  fails_with 'could not be found' govc disk.rm "$id"
}

it_makes_lists_and_removes_disks_of_a_datastore() {
  local id
  export GOVC_GLOBAL_VSLM=false
  id=$(govc disk.create -ds LocalDS_1 -size 24M plain)
  contains "$(govc disk.ls -ds LocalDS_1)" plain
  govc disk.rm -ds LocalDS_1 "$id"
  equal "$(govc disk.ls -ds LocalDS_1)" ''
  unset GOVC_GLOBAL_VSLM
}

it_finds_disks_by_queries() {
  local small large
  small=$(govc disk.create -ds LocalDS_0 -size 10M query-small)
  large=$(govc disk.create -ds LocalDS_1 -size 100M query-large)
  equal "$(govc disk.ls -q capacity.ge=50 | cut -d' ' -f1)" "$large"
  equal "$(govc disk.ls -q name.ew=small | cut -d' ' -f1)" "$small"
  equal "$(govc disk.ls -q name.sw=query -q capacity.lt=50 | cut -d' ' -f1)" "$small"
  equal "$(govc disk.ls -q createTime.lt=2001-01-01T00:00:00Z)" ''
  fails_with 'Undeclared fault' govc disk.ls -q colour.eq=red
  govc disk.metadata.update "$small" a.key=one other=two
  contains "$(govc disk.metadata.ls "$small")" one
  contains "$(govc disk.metadata.ls -p a. "$small")" a.key
  lacks "$(govc disk.metadata.ls -p a. "$small")" other
  equal "$(govc disk.metadata.ls -K other "$small" | tr -s ' ' | sed 's/.* //')" two
  equal "$(govc disk.ls -q metadataKey.eq=a.key -q metadataValue.eq=one | cut -d' ' -f1)" "$small"
  govc disk.metadata.update -d other "$small"
  fails_with 'Key not found' govc disk.metadata.ls -K other "$small"
  govc disk.rm "$small"
  govc disk.rm "$large"
}

it_turns_page_after_page() {
  local i
  for i in $(seq 1 101); do govc disk.create -ds LocalDS_0 -size 1M "page-$i" > /dev/null; done
  equal "$(govc disk.ls | wc -l | tr -d ' ')" 101
  for i in $(govc disk.ls | cut -d" " -f1); do govc disk.rm "$i"; done
  equal "$(govc disk.ls)" ''
}

it_attaches_a_disk_to_a_machine_and_detaches_it() {
  local id vm=DC0_H0_VM0
  id=$(govc disk.create -ds LocalDS_0 -size 8M attached)
  govc disk.attach -vm $vm "$id"
  contains "$(govc device.info -vm $vm 'disk-*')" "fcd/"
  fails_with InvalidState govc disk.attach -vm $vm "$id"
  fails_with InvalidState govc disk.rm "$id"
  govc disk.detach -vm $vm "$id"
  lacks "$(govc device.info -vm $vm 'disk-*')" fcd/
  govc disk.attach -vm $vm -ds LocalDS_0 "$id"
  govc disk.detach -vm $vm "$id"
  govc disk.rm "$id"
}

it_takes_lists_and_removes_snapshots() {
  local id one two
  id=$(govc disk.create -ds LocalDS_0 -size 8M snapped)
  one=$(govc disk.snapshot.create "$id" first)
  two=$(govc disk.snapshot.create -ds LocalDS_0 "$id" second)
  contains "$(govc disk.snapshot.ls -l "$id")" first
  contains "$(govc disk.snapshot.ls -ds LocalDS_0 "$id")" "$two"
  govc disk.snapshot.rm "$id" "$one"
  fails_with NotFound govc disk.snapshot.rm "$id" "$one"
  equal "$(govc disk.snapshot.ls "$id" | wc -l | tr -d ' ')" 1
  govc disk.snapshot.rm -ds LocalDS_0 "$id" "$two"
  govc disk.rm "$id"
}

it_tags_disks_and_finds_them_by_their_tags() {
  local id
  id=$(govc disk.create -ds LocalDS_0 -size 8M tagged)
  govc disk.tags.attach -c region west "$id"
  contains "$(govc disk.ls -T)" region:west
  contains "$(govc disk.ls -c region -t west)" "$id"
  govc disk.tags.detach -c region west "$id"
  equal "$(govc disk.ls -c region -t west)" ''
  fails_with 'could not be found' govc disk.tags.detach -c region west "$id"
  govc disk.rm "$id"
}

it_registers_a_disk_that_stands_with_what_it_holds() {
  local id up=$COMPAT_FOLDER/fcd-up down=$COMPAT_FOLDER/fcd-down
  head -c 4194304 /dev/urandom > "$up"
  govc datastore.mkdir -ds LocalDS_0 standing
  govc datastore.disk.create -ds LocalDS_0 -size 4M standing/a.vmdk
  govc datastore.upload -ds LocalDS_0 "$up" standing/a-flat.vmdk
  id=$(govc disk.register -ds LocalDS_0 standing/a.vmdk registered)
  contains "$(govc disk.ls -L "$id")" '[LocalDS_0] standing/a.vmdk'
  fails_with 'already exists' govc disk.register -ds LocalDS_0 standing/a.vmdk
  govc datastore.download -ds LocalDS_0 standing/a-flat.vmdk "$down"
  cmp "$up" "$down"
  govc datastore.rm -ds LocalDS_0 standing/a.vmdk
  equal "$(govc disk.ls)" ''
  contains "$(govc disk.ls -a)" 'not found'
  govc disk.ls -ds LocalDS_0 -R
  equal "$(govc disk.ls -a)" ''
}

cases
