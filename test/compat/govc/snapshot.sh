. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'

of() { govc object.collect -s "/DC0/vm/$1" "$2"; }

it_a_tree_grows_from_where_the_machine_stands() {
  govc vm.create -on=false -disk 16MB tree
  govc snapshot.create -vm tree -d 'about it' first
  govc snapshot.create -vm tree second
  govc snapshot.revert -vm tree first
  govc snapshot.create -vm tree other
  local tree
  tree=$(govc snapshot.tree -vm tree -f)
  contains "$tree" first/second
  contains "$tree" first/other
  contains "$(govc snapshot.tree -vm tree -c)" other
  contains "$(govc snapshot.tree -vm tree -d)" 'about it'
  govc vm.destroy tree
}

# written VM PLACE TEXT: as the guest would write it.
written() {
  printf '%s' "$3" | curl -sS --fail --cacert "$SIMSPHERE_CA" -T - "$SIMSPHERE_CONTROL_URL/disks/$1/2000?at=$2" > /dev/null
}

# reads VM PLACE LENGTH
reads() { curl -sS --fail --cacert "$SIMSPHERE_CA" "$SIMSPHERE_CONTROL_URL/disks/$1/2000?at=$2&length=$3"; }

it_going_back_and_on_brings_back_what_the_disk_held() {
  govc vm.create -on=false -disk 16MB held
  written held 4096 before
  govc snapshot.create -vm held one
  written held 4096 behind
  govc snapshot.create -vm held two
  written held 8192 above
  equal "$(reads held 4096 6)" behind
  govc snapshot.revert -vm held one
  equal "$(reads held 4096 6)" before
  govc snapshot.revert -vm held two
  equal "$(reads held 4096 6)" behind
  written held 8192 again
  govc snapshot.remove -vm held '*'
  equal "$(reads held 4096 6)$(reads held 8192 5)" behindagain
  equal "$(govc datastore.download held/held-flat.vmdk - | head -c 4102 | tail -c 6)" behind
  govc vm.destroy held
}

it_a_linked_clone_reads_what_the_snapshot_held_and_goes_its_own_way() {
  govc vm.create -on=false -disk 16MB source
  written source 4096 shared
  govc snapshot.create -vm source base
  written source 4096 apart!
  govc vm.clone -vm source -snapshot base -link -on=false linked
  equal "$(reads linked 4096 6)" shared
  contains "$(govc device.info -vm linked -json disk-1000-0)" '[LocalDS_0] source/source.vmdk'
  written linked 4096 itself
  equal "$(reads source 4096 6)" apart!
  govc vm.clone -vm linked -on=false whole
  govc vm.destroy linked
  equal "$(reads whole 4096 6)" itself
  govc vm.destroy source whole
}

it_going_back_brings_the_configuration_back() {
  govc vm.create -on=false -m 64 -disk 16MB back
  govc snapshot.create -vm back before
  govc vm.change -vm back -m 128 -annotation later
  govc snapshot.revert -vm back before
  equal "$(of back config.hardware.memoryMB)" 64
  equal "$(of back config.annotation)" ''
  govc vm.destroy back
}

it_with_its_memory_the_machine_runs_again() {
  govc vm.create -disk 16MB memory
  govc snapshot.create -vm memory -m=true running
  govc vm.power -off memory
  govc snapshot.revert -vm memory
  equal "$(of memory runtime.powerState)" poweredOn
  govc snapshot.revert -vm memory -s
  equal "$(of memory runtime.powerState)" poweredOff
  govc vm.destroy memory
}

it_the_disk_goes_on_in_a_delta() {
  govc vm.create -on=false -disk 16MB delta
  govc snapshot.create -vm delta one
  contains "$(govc device.info -vm delta disk-1000-0)" delta-000001.vmdk
  contains "$(govc object.collect -json /DC0/vm/delta layoutEx)" delta-Snapshot1.vmsn
  govc snapshot.remove -vm delta one
  lacks "$(govc device.info -vm delta disk-1000-0)" delta-000001.vmdk
  govc vm.destroy delta
}

it_deltas_that_were_left_are_consolidated() {
  govc vm.create -on=false -disk 16MB left
  govc snapshot.create -vm left one
  govc snapshot.remove -vm left -c=false one
  equal "$(of left runtime.consolidationNeeded)" true
  contains "$(govc vm.info -json left)" '"consolidationNeeded": true'
  govc snapshot.create -vm left two
  govc snapshot.remove -vm left two
  equal "$(of left runtime.consolidationNeeded)" false
  govc vm.destroy left
}

it_a_snapshot_that_is_not_there_is_not_found() {
  govc vm.create -on=false none
  fails_with 'no snapshots' govc snapshot.revert -vm none first
  fails_with 'no snapshots' govc snapshot.remove -vm none first
  govc vm.destroy none
}

cases
