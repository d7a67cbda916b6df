. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'

of() { govc object.collect -s "/DC0/vm/$1" "$2"; }
vmx() { govc datastore.download "$1/$1.vmx" -; }

it_the_vmx_of_a_machine_is_true_to_its_configuration() {
  govc vm.create -on=false -c 2 -m 256 -g debian11_64Guest -disk 16MB -disk.controller pvscsi told
  contains "$(vmx told)" 'displayName = "told"'
  contains "$(vmx told)" 'guestOS = "debian11-64"'
  contains "$(vmx told)" 'scsi0.virtualDev = "pvscsi"'
  contains "$(vmx told)" 'scsi0:0.fileName = "told.vmdk"'
  contains "$(vmx told)" 'ethernet0.networkName = "VM Network"'
  govc vm.change -vm told -m 512 -e guestinfo.case=yes
  contains "$(vmx told)" 'memSize = "512"'
  contains "$(vmx told)" 'guestinfo.case = "yes"'
  govc vm.destroy told
  fails_with 404 vmx told
}

it_a_machine_that_was_unregistered_is_registered_from_its_vmx() {
  govc vm.create -on=false -c 4 -m 128 -disk 16MB left
  local uuid
  uuid=$(of left config.uuid)
  govc vm.unregister left
  equal "$(govc find / -type m -name left)" ''
  govc vm.register left/left.vmx
  equal "$(of left config.uuid)" "$uuid"
  equal "$(of left config.hardware.numCPU)" 4
  fails_with 'already exists' govc vm.register left/left.vmx
  govc vm.power -on left
  govc vm.power -off left
  govc vm.destroy left
}

it_a_machine_is_registered_from_a_vmx_that_was_uploaded() {
  local file=$COMPAT_FOLDER/hand.vmx
  printf '%s\n' '.encoding = "UTF-8"' 'config.version = "8"' 'virtualHW.version = "19"' 'displayName = "hand"' \
    'guestOS = "other-64"' 'memsize = "64"' 'ethernet0.present = "TRUE"' 'ethernet0.virtualDev = "e1000"' \
    'ethernet0.networkName = "VM Network"' 'ethernet0.addressType = "generated"' > "$file"
  govc datastore.upload "$file" hand/hand.vmx
  govc vm.register hand/hand.vmx
  equal "$(of hand config.version)" vmx-19
  equal "$(of hand config.guestId)" otherGuest64
  contains "$(govc device.ls -vm hand)" ethernet-0
  govc vm.destroy hand
}

it_what_is_not_there_is_not_registered() {
  fails_with 'could not be found' govc vm.register none/none.vmx
}

it_a_template_is_made_of_a_machine_and_a_machine_of_it() {
  govc vm.create -on=false -disk 16MB base
  govc vm.markastemplate base
  equal "$(of base config.template)" true
  govc vm.clone -on=false -vm base made
  equal "$(of made config.template)" false
  govc vm.markasvm base
  equal "$(of base config.template)" false
  govc vm.destroy base made
}

it_a_linked_clone_stands_on_a_snapshot() {
  govc vm.create -on=false -disk 16MB source
  govc snapshot.create -vm source first
  govc vm.clone -on=false -link -vm source -snapshot first linked
  contains "$(govc device.info -json -vm linked 'disk-*')" 'source.vmdk'
  govc vm.destroy linked source
}

cases
