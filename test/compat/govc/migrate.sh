# serve: --ds 2
. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'

of() { govc object.collect -s "/DC0/vm/$1" "$2"; }
host() { govc object.collect -s "$(of "$1" runtime.host)" name; }

it_a_running_machine_goes_to_another_host() {
  govc vm.create -host DC0_C0_H0 moving
  # DRS may have started it elsewhere.
  from=$(host moving)
  to=DC0_C0_H1
  [ "$from" != "$to" ] || to=DC0_C0_H2
  govc vm.migrate -host "$to" moving
  equal "$(host moving)" "$to"
  equal "$(of moving runtime.powerState)" poweredOn
  contains "$(govc events /DC0/vm/moving)" "Migrated moving from $from"
  govc vm.destroy moving
}

it_its_files_go_to_another_datastore() {
  govc vm.create -on=false -disk 16MB filed
  govc vm.migrate -ds LocalDS_1 filed
  equal "$(of filed config.files.vmPathName)" '[LocalDS_1] filed/filed.vmx'
  lacks "$(govc object.collect -json /DC0/vm/filed layoutEx)" LocalDS_0
  contains "$(govc device.info -vm filed disk-1000-0)" '[LocalDS_1] filed/filed.vmdk'
  govc vm.destroy filed
}

it_another_compute_resource_needs_a_pool_of_its_own() {
  govc vm.create -on=false pooled
  fails_with spec.host govc vm.migrate -host /DC0/host/DC0_H0/DC0_H0 pooled
  govc vm.migrate -pool /DC0/host/DC0_H0/Resources -host /DC0/host/DC0_H0/DC0_H0 pooled
  equal "$(host pooled)" DC0_H0
  govc vm.destroy pooled
}

it_a_running_machine_is_forked() {
  govc vm.create -disk 16MB parent
  govc vm.instantclone -vm parent -e guestinfo.name=child child
  equal "$(of child runtime.powerState)" poweredOn
  contains "$(govc vm.info -e child)" guestinfo.name
  [ "$(of child config.uuid)" != "$(of parent config.uuid)" ]
  govc vm.destroy child parent
}

it_custom_fields_are_defined_set_and_removed() {
  govc vm.create -on=false fielded
  govc fields.add -type VirtualMachine owner >/dev/null
  contains "$(govc fields.ls)" owner
  govc fields.set owner ops /DC0/vm/fielded
  contains "$(govc fields.info -n owner /DC0/vm/fielded)" ops
  govc fields.rename owner team
  contains "$(govc fields.ls)" team
  govc fields.rm team
  lacks "$(govc fields.ls)" team
  govc vm.destroy fielded
}

cases
