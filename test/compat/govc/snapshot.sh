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
