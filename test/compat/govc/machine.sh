. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'

power() { govc object.collect -s "/DC0/vm/$1" runtime.powerState; }
of() { govc object.collect -s "/DC0/vm/$1" "$2"; }

it_one_is_created_switched_on_and_off_and_destroyed() {
  govc vm.create -on=false -c 2 -m 256 -g debian11_64Guest -disk 16MB life
  equal "$(of life config.hardware.memoryMB)" 256
  equal "$(of life config.guestId)" debian11_64Guest
  govc vm.power -on life
  equal "$(power life)" poweredOn
  govc vm.power -off life
  equal "$(power life)" poweredOff
  govc vm.destroy life
  equal "$(govc find / -type m -name life)" ''
}

it_one_that_is_created_runs_unless_told_otherwise() {
  govc vm.create running
  equal "$(power running)" poweredOn
  govc vm.destroy running
}

it_its_info_tells_what_it_is() {
  govc vm.create -on=false -c 2 -m 128 -disk 16MB informed
  local info
  info=$(govc vm.info -r informed)
  contains "$info" '/DC0/vm/informed'
  contains "$info" '128MB'
  contains "$info" '2 vCPU(s)'
  contains "$info" poweredOff
  contains "$info" 'VM Network'
  contains "$info" LocalDS_0
  govc vm.destroy informed
}

it_a_taken_name_and_a_wrong_guest_are_refused() {
  govc vm.create -on=false taken
  fails_with "already exists" govc vm.create -on=false taken
  fails_with guestId govc vm.create -on=false -g amigaGuest odd
  equal "$(govc find / -type m -name odd)" ''
  govc vm.destroy taken
}

it_switching_on_what_is_on_is_refused() {
  govc vm.create on
  fails_with 'cannot be performed in the current state (Powered on)' govc vm.power -on on
  govc vm.destroy on
}

it_what_is_changed_reads_back() {
  govc vm.create -on=false changed
  govc vm.change -vm changed -c 4 -m 512 -annotation 'by a case' -e guestinfo.case=yes
  equal "$(of changed config.hardware.numCPU)" 4
  equal "$(of changed config.hardware.memoryMB)" 512
  equal "$(of changed config.annotation)" 'by a case'
  contains "$(govc vm.info -e changed)" 'guestinfo.case'
  equal "$(govc object.collect -s /DC0/vm/changed 'config.extraConfig["guestinfo.case"].value')" yes
  govc vm.destroy changed
}

it_a_disk_is_added_grown_and_taken_away() {
  govc vm.create -on=false -disk 16MB disks
  govc vm.disk.create -vm disks -name disks/second -size 32M
  contains "$(govc device.ls -vm disks)" disk-1000-1
  govc vm.disk.change -vm disks -disk.name disk-1000-1 -size 64M
  equal "$(govc device.info -json -vm disks disk-1000-1 | json 'devices[0].capacityInKB')" 65536
  govc device.remove -vm disks disk-1000-1
  lacks "$(govc device.ls -vm disks)" disk-1000-1
  govc vm.destroy disks
}

it_a_network_card_is_added_changed_and_taken_away() {
  govc vm.create -on=false cards
  govc vm.network.add -vm cards -net DC0_DVPG0 -net.adapter vmxnet3
  contains "$(govc device.ls -vm cards)" ethernet-1
  contains "$(govc vm.info -r cards)" DC0_DVPG0
  govc vm.network.change -vm cards -net 'VM Network' -net.address 00:50:56:aa:bb:cc ethernet-1
  contains "$(govc device.info -vm cards ethernet-1)" '00:50:56:aa:bb:cc'
  govc device.remove -vm cards ethernet-1
  lacks "$(govc device.ls -vm cards)" ethernet-1
  govc vm.destroy cards
}

it_a_snapshot_is_taken_listed_and_removed() {
  govc vm.create -on=false snapped
  govc snapshot.create -vm snapped first
  govc snapshot.create -vm snapped second
  contains "$(govc snapshot.tree -vm snapped)" second
  govc snapshot.remove -vm snapped first
  lacks "$(govc snapshot.tree -vm snapped)" first
  govc snapshot.remove -vm snapped '*'
  equal "$(govc snapshot.tree -vm snapped)" ''
  govc vm.destroy snapped
}

it_one_is_cloned() {
  govc vm.create -on=false -disk 16MB original
  govc vm.clone -vm original -on=false copy
  equal "$(power copy)" poweredOff
  [ "$(of copy config.uuid)" != "$(of original config.uuid)" ]
  govc vm.destroy copy original
}

it_one_becomes_a_template_and_a_machine_again() {
  govc vm.create -on=false mould
  govc vm.markastemplate mould
  equal "$(of mould config.template)" true
  govc vm.clone -vm mould -on=false cast
  govc vm.markasvm mould
  equal "$(of mould config.template)" false
  govc vm.destroy mould cast
}

it_one_is_renamed_and_moved() {
  govc vm.create -on=false before
  govc object.rename /DC0/vm/before after
  govc folder.create /DC0/vm/shelf
  govc object.mv /DC0/vm/after /DC0/vm/shelf
  equal "$(govc find / -type m -name after)" /DC0/vm/shelf/after
  govc object.destroy /DC0/vm/shelf
  equal "$(govc find / -type m -name after)" ''
}

it_a_change_is_waited_for() {
  govc vm.create -on=false awaited
  govc object.collect -s -wait 60s /DC0/vm/awaited -runtime.powerState poweredOn > "$COMPAT_FOLDER/awaited" &
  govc vm.power -on awaited
  wait $!
  contains "$(cat "$COMPAT_FOLDER/awaited")" poweredOn
  govc vm.destroy awaited
}

it_one_that_is_gone_is_not_found() {
  fails_with 'not found' govc vm.power -on nobody
}

it_one_is_unregistered_and_registered_again() {
  govc vm.create -on=false returning
  local path
  path=$(of returning config.files.vmPathName)
  govc vm.unregister returning
  equal "$(govc find / -type m -name returning)" ''
  govc vm.register "${path#*] }"
  equal "$(govc find / -type m -name returning)" /DC0/vm/returning
  govc vm.destroy returning
}

cases
