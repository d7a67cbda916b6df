# serve: --host 3
. "$COMPAT_SHELL/case.sh"
export GOVC_CLUSTER=/DC0/host/DC0_C0 GOVC_DATASTORE=LocalDS_0 GOVC_NETWORK='VM Network'
export GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources

host() { govc object.collect -s "$(govc object.collect -s "/DC0/vm/$1" runtime.host)" name; }
make() { for name; do govc vm.create -on=false "$name"; done; }

it_machines_kept_apart_start_on_hosts_of_their_own() {
  make one two
  govc cluster.rule.create -name apart -enable -anti-affinity one two
  contains "$(govc cluster.rule.ls)" apart
  contains "$(govc cluster.rule.ls -name apart)" one
  contains "$(govc cluster.rule.info -name apart)" ClusterAntiAffinityRuleSpec
  govc vm.power -on one two
  [ "$(host one)" != "$(host two)" ]
  fails_with "already exists" govc cluster.rule.create -name apart -enable -affinity one two
  govc cluster.rule.remove -name apart
  lacks "$(govc cluster.rule.ls)" apart
  govc vm.destroy one two
}

it_a_group_of_machines_runs_on_a_group_of_hosts() {
  make tied
  govc cluster.group.create -name machines -vm tied
  govc cluster.group.create -name places -host DC0_C0_H2
  contains "$(govc cluster.group.ls)" machines
  contains "$(govc cluster.group.ls -name places)" DC0_C0_H2
  govc cluster.rule.create -name must -enable -mandatory -vm-host -vm-group machines -host-affine-group places
  govc vm.power -on tied
  equal "$(host tied)" DC0_C0_H2
  fails_with 'would break a rule' govc vm.migrate -host DC0_C0_H0 tied
  govc cluster.group.change -name places DC0_C0_H1
  govc vm.power -off tied
  govc vm.power -on tied
  equal "$(host tied)" DC0_C0_H1
  fails_with spec.groupSpec govc cluster.group.remove -name places
  govc cluster.rule.remove -name must
  govc cluster.group.remove -name machines
  govc cluster.group.remove -name places
  govc vm.destroy tied
}

it_machines_that_run_together_are_parted_when_a_rule_says_so() {
  govc vm.create -host DC0_C0_H0 -on=false left
  govc vm.create -host DC0_C0_H0 -on=false right
  govc cluster.rule.create -name near -enable -affinity left right
  govc vm.power -on left right
  equal "$(host left)" "$(host right)"
  govc cluster.rule.remove -name near
  govc cluster.rule.create -name far -enable -anti-affinity left right
  [ "$(host left)" != "$(host right)" ]
  contains "$(govc events /DC0/vm/left /DC0/vm/right)" 'DRS migrated'
  govc vm.destroy left right
  equal "$(govc cluster.rule.ls)" ''
}

it_a_machine_has_a_level_of_its_own() {
  make own
  govc cluster.override.change -vm own -drs-enabled=false
  contains "$(govc cluster.override.info)" own
  govc cluster.override.change -vm own -drs-enabled -drs-mode manual
  contains "$(govc cluster.override.info -json)" manual
  govc cluster.override.remove -vm own
  lacks "$(govc cluster.override.info)" own
  govc vm.destroy own
}

it_drs_is_set_up() {
  govc cluster.change -drs-enabled -drs-mode partiallyAutomated -drs-vmotion-rate 2 DC0_C0
  equal "$(govc object.collect -s /DC0/host/DC0_C0 configurationEx.drsConfig.defaultVmBehavior)" partiallyAutomated
  equal "$(govc object.collect -s /DC0/host/DC0_C0 summary.targetBalance)" 58
  govc cluster.change -drs-mode fullyAutomated -drs-vmotion-rate 3 DC0_C0
  fails_with vmotionRate govc cluster.change -drs-vmotion-rate 7 DC0_C0
}

cases
