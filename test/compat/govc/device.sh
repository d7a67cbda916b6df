. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'
export GOVC_HOST= GOVC_CLUSTER=

of() { govc object.collect -s "/DC0/vm/$1" "$2"; }

it_controllers_of_every_kind_are_added() {
  govc vm.create -on=false controllers
  equal "$(govc device.scsi.add -vm controllers -type lsilogic-sas)" lsilogic-sas-1001
  equal "$(govc device.sata.add -vm controllers)" ahci-15000
  local listed
  listed=$(govc device.ls -vm controllers)
  contains "$listed" lsilogic-1000
  contains "$listed" AHCI
  contains "$listed" 'ide-200'
  govc device.remove -vm controllers ahci-15000
  lacks "$(govc device.ls -vm controllers)" ahci-15000
  govc vm.destroy controllers
  govc vm.create -on=false -disk.controller nvme -disk 16MB express
  contains "$(govc device.ls -vm express)" nvme-31000
  equal "$(govc device.info -json -vm express 'disk-*' | json 'devices[0].key')" 32000
  govc vm.destroy express
}

it_a_cdrom_is_added_filled_emptied_and_taken_away() {
  govc vm.create -on=false drives
  local drive
  drive=$(govc device.cdrom.add -vm drives)
  equal "$drive" cdrom-3000
  govc device.cdrom.insert -vm drives -device "$drive" iso/tools.iso
  contains "$(govc device.info -vm drives "$drive")" 'ISO [LocalDS_0] iso/tools.iso'
  govc device.cdrom.eject -vm drives -device "$drive"
  lacks "$(govc device.info -vm drives "$drive")" tools.iso
  govc device.remove -vm drives "$drive"
  lacks "$(govc device.ls -vm drives)" cdrom
  govc vm.destroy drives
}

it_a_floppy_and_a_serial_port_are_added() {
  govc vm.create -on=false ports
  equal "$(govc device.floppy.add -vm ports)" floppy-8000
  govc device.floppy.insert -vm ports -device floppy-8000 images/a.img
  contains "$(govc device.info -vm ports floppy-8000)" 'Image [LocalDS_0] images/a.img'
  equal "$(govc device.serial.add -vm ports)" serialport-9000
  govc device.serial.connect -vm ports -device serialport-9000 telnet://:33233
  contains "$(govc device.info -vm ports serialport-9000)" telnet://:33233
  govc device.serial.disconnect -vm ports -device serialport-9000
  govc vm.destroy ports
}

it_usb_controllers_a_clock_and_a_watchdog_are_added() {
  govc vm.create -on=false extras
  contains "$(govc device.usb.add -vm extras)" 7000
  contains "$(govc device.usb.add -vm extras -type xhci)" 14000
  contains "$(govc device.clock.add -vm extras)" 19000
  contains "$(govc device.info -vm extras 'usb*')" 'USB'
  govc vm.destroy extras
}

it_devices_are_connected_and_disconnected() {
  govc vm.create connected
  govc device.disconnect -vm connected ethernet-0
  equal "$(govc device.info -json -vm connected ethernet-0 | json 'devices[0].connectable.connected')" false
  govc device.connect -vm connected ethernet-0
  equal "$(govc device.info -json -vm connected ethernet-0 | json 'devices[0].connectable.connected')" true
  govc vm.destroy connected
}

it_the_boot_order_is_set_read_and_cleared() {
  govc vm.create -on=false -disk 16MB boots
  govc device.boot -vm boots -order ethernet,disk -delay 1000 -setup=false
  equal "$(of boots config.bootOptions.bootDelay)" 1000
  contains "$(govc object.collect -json /DC0/vm/boots config.bootOptions.bootOrder)" '"deviceKey": 4000'
  govc device.boot -vm boots -order -
  lacks "$(govc object.collect -json /DC0/vm/boots config.bootOptions.bootOrder)" deviceKey
  govc vm.destroy boots
}

it_secure_boot_needs_efi() {
  govc vm.create -on=false -firmware efi secure
  govc device.boot -vm secure -secure
  equal "$(of secure config.bootOptions.efiSecureBootEnabled)" true
  govc vm.destroy secure
  govc vm.create -on=false bios
  fails_with efiSecureBootEnabled govc device.boot -vm bios -secure
  govc vm.destroy bios
}

it_a_disk_has_shares_and_a_mode() {
  govc vm.create -on=false -disk 16MB shared
  govc vm.disk.change -vm shared -disk.name disk-1000-0 -mode independent_persistent -sharing sharingMultiWriter
  local disk
  disk=$(govc device.info -json -vm shared disk-1000-0)
  equal "$(echo "$disk" | json 'devices[0].backing.diskMode')" independent_persistent
  equal "$(echo "$disk" | json 'devices[0].backing.sharing')" sharingMultiWriter
  equal "$(echo "$disk" | json 'devices[0].diskObjectId')" 1-2000
  govc vm.destroy shared
}

it_what_one_is_made_of_can_be_chosen_and_upgraded() {
  govc vm.create -on=false -version vmx-13 old
  equal "$(of old config.version)" vmx-13
  fails_with 'hardware version' govc device.clock.add -vm old
  govc vm.upgrade -version 17 -vm old
  equal "$(of old config.version)" vmx-17
  govc device.clock.add -vm old
  fails_with version govc vm.create -on=false -version vmx-99 odd
  govc vm.destroy old
}

it_hot_add_and_allocations_read_back() {
  govc vm.create -on=false -m 512 -g windows2019srv_64Guest hot
  govc vm.change -vm hot -cpu-hot-add-enabled -memory-hot-add-enabled -cpu.reservation 100 -cpu.shares high \
    -mem.reservation 256 -nested-hv-enabled -sync-time-with-host
  equal "$(of hot config.cpuHotAddEnabled)" true
  equal "$(of hot config.cpuAllocation.reservation)" 100
  equal "$(govc object.collect -json /DC0/vm/hot config.cpuAllocation | json '[0].val.shares.shares')" 2000
  govc vm.power -on hot
  govc vm.change -vm hot -c 2 -m 1024
  equal "$(of hot config.hardware.numCPU)" 2
  fails_with 'current state' govc vm.change -vm hot -nested-hv-enabled=false
  fails_with 'hot plug' govc vm.change -vm hot -m 512
  govc vm.destroy hot
}

it_extra_options_go_when_they_are_emptied() {
  govc vm.create -on=false options
  govc vm.change -vm options -e guestinfo.a=1 -e guestinfo.b=2
  govc vm.change -vm options -e guestinfo.a=
  local options
  options=$(govc vm.info -e options)
  lacks "$options" guestinfo.a
  contains "$options" guestinfo.b
  govc vm.destroy options
}

it_the_options_of_a_cluster_are_listed() {
  contains "$(govc vm.option.ls -cluster DC0_C0)" vmx-21
  local info
  info=$(govc vm.option.info -cluster DC0_C0 debian11_64Guest)
  contains "$info" 'Debian GNU/Linux 11 (64-bit)'
  contains "$(govc vm.option.info -cluster DC0_C0 -json debian11_64Guest)" '"family": "linuxGuest"'
}

it_what_the_hosts_offer_is_listed() {
  contains "$(govc vm.target.info -cluster DC0_C0)" 'VM Network'
  contains "$(govc vm.target.cap.ls -cluster DC0_C0)" VmotionSupported
}

cases
