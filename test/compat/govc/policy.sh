. "$COMPAT_SHELL/case.sh"

it_lists_the_policies_every_vcenter_has() {
  local policies
  policies=$(govc storage.policy.ls)
  contains "$policies" 'vSAN Default Storage Policy'
  contains "$policies" 'VM Encryption Policy'
}

it_a_policy_is_made_told_of_and_removed() {
  local id
  id=$(govc storage.policy.create -d 'of a test' -e secret)
  contains "$(govc storage.policy.info secret)" "$id"
  contains "$(govc storage.policy.info secret)" 'of a test'
  govc storage.policy.rm secret
  fails_with 'not found' govc storage.policy.info secret
}

it_says_where_a_policy_can_be_met() {
  contains "$(govc storage.policy.info -s 'VM Encryption Policy')" LocalDS_0
  ! govc storage.policy.info -s 'vSAN Default Storage Policy' | grep -q LocalDS_0
}

it_refuses_a_name_that_is_taken() {
  govc storage.policy.create -e twice > /dev/null
  fails_with 'already exists' govc storage.policy.create -e twice
  govc storage.policy.rm twice
}

it_a_policy_of_the_system_is_not_removed() {
  fails_with 'belongs to the system' govc storage.policy.rm 'vSAN Default Storage Policy'
}

it_a_machine_is_made_with_a_policy_and_found_to_comply() {
  govc storage.policy.create -e kept > /dev/null
  govc vm.create -on=false -net 'VM Network' -profile kept -ds LocalDS_0 -host DC0_H0 follower
  contains "$(govc storage.policy.info -c kept)" follower
  govc vm.destroy follower
  govc storage.policy.rm kept
}

cases
