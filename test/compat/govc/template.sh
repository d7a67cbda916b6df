. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'

of() { govc object.collect -s "/DC0/vm/$1" "$2"; }

it_the_file_of_a_template_is_called_vmtx() {
  govc vm.create -on=false -disk 16MB golden
  govc vm.markastemplate golden
  equal "$(of golden config.files.vmPathName)" '[LocalDS_0] golden/golden.vmtx'
  contains "$(govc datastore.download golden/golden.vmtx -)" 'displayName = "golden"'
  fails_with 404 govc datastore.download golden/golden.vmx -
  govc vm.markasvm -pool "$GOVC_RESOURCE_POOL" golden
  equal "$(of golden config.files.vmPathName)" '[LocalDS_0] golden/golden.vmx'
  govc vm.destroy golden
}

it_a_machine_is_deployed_from_a_template_and_a_template_registered_from_its_file() {
  govc vm.create -on=false -disk 16MB base
  govc vm.markastemplate base
  govc vm.clone -vm base -on=false made
  equal "$(of made config.template)" false
  equal "$(of made config.files.vmPathName)" '[LocalDS_0] made/made.vmx'
  govc vm.unregister base
  GOVC_RESOURCE_POOL= govc vm.register -template -host /DC0/host/DC0_C0/DC0_C0_H0 base/base.vmtx
  equal "$(of base config.template)" true
  govc vm.destroy made
  govc vm.destroy base
}

it_two_clones_of_one_machine_have_ports_of_their_own() {
  export GOVC_NETWORK=DC0_DVPG0
  govc vm.create -on=false ported
  govc vm.clone -vm ported -on=false ported-too
  local port
  port=$(govc device.info -vm ported -json ethernet-0 | json 'devices[0].backing.port.portKey')
  contains "$port" 0
  lacks "$(govc device.info -vm ported-too -json ethernet-0 | json 'devices[0].backing.port.portKey')" "$port"
  govc vm.destroy ported
  govc vm.destroy ported-too
}

cases
