# serve: --scenario test/compat/scenarios/watcher.yaml
. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'
WATCHER='VSPHERE.LOCAL\watcher'

as_watcher() { GOVC_PERSIST_SESSION=false GOVC_USERNAME=watcher@vsphere.local GOVC_PASSWORD=watching "$@"; }

it_the_roles_are_listed_with_their_privileges() {
  contains "$(govc role.ls)" ReadOnly
  contains "$(govc role.ls Admin)" VirtualMachine.Interact.PowerOn
}

it_a_role_is_made_changed_and_removed() {
  govc role.create maker VirtualMachine.Inventory.Create
  contains "$(govc role.ls maker)" VirtualMachine.Inventory.Create
  govc role.update -a maker VirtualMachine.Interact.PowerOn
  contains "$(govc role.ls maker)" VirtualMachine.Interact.PowerOn
  govc role.remove maker
  lacks "$(govc role.ls)" maker
}

it_permissions_are_set_listed_and_removed() {
  govc permissions.set -principal "$WATCHER" -role ReadOnly -propagate /DC0/vm
  contains "$(govc permissions.ls /DC0/vm)" watcher
  govc permissions.remove -principal "$WATCHER" /DC0/vm
  lacks "$(govc permissions.ls -a=false /DC0/vm)" watcher
}

it_who_may_only_read_reads_and_is_refused_the_rest() {
  govc permissions.set -principal "$WATCHER" -role ReadOnly -propagate /
  contains "$(as_watcher govc ls /DC0/vm)" DC0_H0_VM0
  as_watcher fails_with 'Permission to perform this operation was denied' govc vm.power -off DC0_H0_VM0
  equal "$(govc object.collect -s /DC0/vm/DC0_H0_VM0 runtime.powerState)" poweredOn
  govc permissions.remove -principal "$WATCHER" /
}

it_what_one_may_not_see_is_in_no_listing() {
  govc permissions.set -principal "$WATCHER" -role ReadOnly -propagate /DC0/vm
  contains "$(as_watcher govc find / -type m)" DC0_H0_VM0
  govc permissions.set -principal "$WATCHER" -role NoAccess -propagate /DC0/vm/DC0_H0_VM0
  lacks "$(as_watcher govc find / -type m)" DC0_H0_VM0
  contains "$(as_watcher govc find / -type m)" DC0_H0_VM1
  lacks "$(as_watcher govc ls /DC0/vm)" DC0_H0_VM0
  equal "$(as_watcher govc find / -type h)" ''
  govc permissions.remove -principal "$WATCHER" /DC0/vm/DC0_H0_VM0
  contains "$(as_watcher govc ls /DC0/vm)" DC0_H0_VM0
  govc permissions.remove -principal "$WATCHER" /DC0/vm
}

it_a_role_of_its_own_lets_do_what_is_in_it_and_no_more() {
  govc role.create switcher VirtualMachine.Interact.PowerOff
  govc permissions.set -principal "$WATCHER" -role switcher -propagate /
  as_watcher govc vm.power -off DC0_H0_VM1
  as_watcher fails_with 'Permission to perform this operation was denied' govc vm.power -on DC0_H0_VM1
  govc role.update -a switcher VirtualMachine.Interact.PowerOn
  as_watcher govc vm.power -on DC0_H0_VM1
  fails_with 'Remove failed' govc role.remove switcher
  govc permissions.remove -principal "$WATCHER" /
  govc role.remove -force switcher
}

it_who_may_see_nothing_does_not_get_in() {
  GOVMOMI_HOME=$COMPAT_FOLDER/nobody as_watcher fails_with 'Permission to perform this operation was denied' govc ls /
}

cases
