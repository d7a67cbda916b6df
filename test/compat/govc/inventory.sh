. "$COMPAT_SHELL/case.sh"

it_a_datacenter_is_made_and_destroyed() {
  govc datacenter.create DC-made
  equal "$(govc find / -type d -name DC-made)" /DC-made
  govc datacenter.info DC-made >/dev/null
  govc object.destroy /DC-made
  equal "$(govc find / -type d -name DC-made)" ''
}

it_a_cluster_is_made_changed_and_destroyed() {
  govc cluster.create C-made
  govc cluster.change -drs-enabled -ha-enabled /DC0/host/C-made
  equal "$(govc object.collect -json /DC0/host/C-made configurationEx | json '[0].val.drsConfig.enabled')" true
  govc object.destroy /DC0/host/C-made
  lacks "$(govc ls /DC0/host)" C-made
}

it_a_folder_is_made_in_each_kind_of_place_and_destroyed() {
  for place in vm host network datastore; do
    govc folder.create "/DC0/$place/shelf"
    equal "$(govc ls "/DC0/$place" | grep -c shelf)" 1
    govc object.destroy "/DC0/$place/shelf"
    lacks "$(govc ls "/DC0/$place")" shelf
  done
}

it_a_pool_is_made_changed_and_destroyed() {
  govc pool.create /DC0/host/DC0_C0/Resources/made
  govc pool.change -cpu.shares high -mem.limit 1024 /DC0/host/DC0_C0/Resources/made
  local info
  info=$(govc pool.info /DC0/host/DC0_C0/Resources/made)
  contains "$info" 'CPU Shares:       high'
  contains "$info" 'Mem Limit:        1024MB'
  govc pool.destroy /DC0/host/DC0_C0/Resources/made
  equal "$(govc find /DC0 -type p -name made)" ''
}

it_a_host_is_added_to_a_cluster() {
  govc cluster.add -cluster DC0_C0 -hostname esx8.invalid -username root -password secret -noverify
  contains "$(govc ls /DC0/host/DC0_C0)" esx8.invalid
}

it_a_distributed_switch_and_its_port_groups_are_made() {
  govc dvs.create DVS-made
  govc dvs.portgroup.add -dvs DVS-made -type earlyBinding -nports 8 PG-made
  contains "$(govc ls /DC0/network)" /DC0/network/PG-made
  contains "$(govc dvs.portgroup.info -pg PG-made DVS-made)" PortgroupKey
  govc object.destroy /DC0/network/DVS-made
  lacks "$(govc ls /DC0/network)" PG-made
}

it_a_custom_field_is_added_set_and_read() {
  govc fields.add owner
  govc fields.set owner somebody /DC0/vm/DC0_H0_VM0
  contains "$(govc fields.info /DC0/vm/DC0_H0_VM0)" somebody
  govc fields.rm owner
}

it_a_taken_name_is_refused() {
  fails_with 'already exists' govc datacenter.create DC0
  fails_with 'already exists' govc cluster.create DC0_C0
}

cases
