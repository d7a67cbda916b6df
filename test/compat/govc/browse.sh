. "$COMPAT_SHELL/case.sh"

it_the_inventory_is_listed_folder_by_folder() {
  equal "$(govc ls /)" /DC0
  equal "$(govc ls /DC0 | sort)" "$(printf '%s\n' /DC0/datastore /DC0/host /DC0/network /DC0/vm)"
  equal "$(govc ls /DC0/host | sort)" "$(printf '%s\n' /DC0/host/DC0_C0 /DC0/host/DC0_H0)"
  contains "$(govc ls /DC0/vm)" /DC0/vm/DC0_C0_RP0_VM0
  contains "$(govc ls /DC0/network)" /DC0/network/DC0_DVPG0
  equal "$(govc ls -t ClusterComputeResource /DC0/host)" /DC0/host/DC0_C0
}

it_the_long_list_names_the_types() {
  contains "$(govc ls -l /DC0/host)" '/DC0/host/DC0_C0 (ClusterComputeResource)'
}

it_machines_are_found_by_kind_and_by_name_and_by_property() {
  equal "$(govc find / -type m -name DC0_H0_VM0)" /DC0/vm/DC0_H0_VM0
  equal "$(govc find / -type m | wc -l | tr -d ' ')" 4
  equal "$(govc find / -type m -runtime.powerState poweredOff | wc -l | tr -d ' ')" 0
  equal "$(govc find / -type h | wc -l | tr -d ' ')" 4
  equal "$(govc find -type p /DC0/host/DC0_C0)" /DC0/host/DC0_C0/Resources
}

it_the_whole_tree_is_drawn() {
  contains "$(govc tree /DC0)" DC0_C0_RP0_VM0
}

it_a_host_tells_of_its_hardware() {
  local info
  info=$(govc host.info -host DC0_C0_H0)
  contains "$info" 'Logical CPUs'
  contains "$info" 'Memory usage'
  contains "$info" '/DC0/host/DC0_C0/DC0_C0_H0'
}

it_a_datastore_tells_of_its_space() {
  local info
  info=$(govc datastore.info LocalDS_0)
  contains "$info" 'Capacity'
  contains "$info" 'ds:///vmfs/volumes/'
  contains "$(govc datastore.info -json LocalDS_0 | json 'datastores[0].summary.accessible')" true
}

it_a_datacenter_and_a_pool_are_summed_up() {
  contains "$(govc datacenter.info DC0)" '/DC0'
  contains "$(govc pool.info '*/Resources')" Resources
  equal "$(govc datacenter.info -json DC0 | json 'datacenters[0].name')" DC0
}

it_a_property_of_an_object_is_collected() {
  equal "$(govc object.collect -s /DC0/vm/DC0_H0_VM0 runtime.powerState)" poweredOn
  equal "$(govc object.collect -s /DC0/vm/DC0_H0_VM0 config.hardware.numCPU)" 1
  contains "$(govc object.collect -json /DC0/vm/DC0_H0_VM0 summary.config | json '[0].val.name')" DC0_H0_VM0
}

it_all_machines_are_collected_at_once_by_kind() {
  equal "$(govc object.collect -type m / name | grep -c VM)" 4
}

it_a_property_that_is_not_there_is_refused() {
  fails_with InvalidProperty govc object.collect -s /DC0/vm/DC0_H0_VM0 nonsense
}

it_the_devices_of_a_machine_have_their_names() {
  local names
  names=$(govc device.ls -vm DC0_H0_VM0)
  for name in disk-1000-0 ethernet-0 ide-200 ide-201; do contains "$names" "$name"; done
}

it_an_object_is_known_by_its_reference_and_back() {
  local reference
  reference=$(govc find -i / -type m -name DC0_H0_VM0)
  contains "$reference" VirtualMachine:vm-
  equal "$(govc ls -L "$reference")" /DC0/vm/DC0_H0_VM0
}

cases
