# serve: --esx
. "$COMPAT_SHELL/case.sh"
export GOVC_USERNAME=root GOVC_PASSWORD=simsphere

it_an_ESXi_says_that_it_is_a_host_agent() {
  local about
  about=$(govc about)
  contains "$about" 'VMware ESXi'
  contains "$about" HostAgent
  equal "$(govc ls / | paste -sd ' ')" /ha-datacenter
}

it_a_machine_lives_its_life_there() {
  govc vm.create -on=false -m 64 -c 1 -disk 10MB alone
  govc vm.power -on alone
  contains "$(govc vm.info alone)" 'poweredOn'
  govc snapshot.create -vm alone before
  contains "$(govc snapshot.tree -vm alone)" before
  govc vm.change -vm alone -e told=so
  contains "$(govc vm.info -e alone)" so
  govc snapshot.revert -vm alone before
  lacks "$(govc vm.info -e alone)" told
  govc vm.power -off -force alone
  govc vm.destroy alone
  equal "$(govc find / -type m -name alone)" ''
}

it_files_come_and_go() {
  printf 'hello host' > "$COMPAT_FOLDER/greeting"
  govc datastore.upload "$COMPAT_FOLDER/greeting" greeting
  equal "$(govc datastore.download greeting -)" 'hello host'
  govc datastore.rm greeting
}

it_the_host_is_known_and_set_up() {
  contains "$(govc host.info)" 'ha-datacenter'
  govc host.portgroup.add -vswitch vSwitch0 extra
  contains "$(govc host.portgroup.info)" extra
  govc host.portgroup.remove extra
  contains "$(govc host.service.ls)" TSM-SSH
}

it_an_operation_stands_in_the_log_of_the_host_agent() {
  govc vm.create -on=false -m 64 -disk 1MB noted
  govc vm.destroy noted
  contains "$(govc logs -n 60)" 'Task Completed : haTask-'
  equal "$(govc logs.ls | awk '{ print $1 }' | paste -sd ' ')" 'hostd vmkernel'
}

it_a_bundle_of_its_logs_is_downloaded() {
  cd "$COMPAT_FOLDER"
  govc logs.download -default
  contains "$(tar tzf esx-*.tgz)" 'var/log/hostd.log'
}

it_what_only_a_vcenter_does_is_not_supported() {
  govc vm.create -on=false -m 64 -disk 1MB source
  fails_with 'not supported' govc vm.clone -on=false -vm source copy
  fails_with 'not supported' govc datacenter.create other
  fails_with 'not supported' govc folder.create /ha-datacenter/vm/group
  govc vm.destroy source
}

it_only_root_is_known() {
  GOVC_USERNAME=nobody fails_with 'incorrect user name or password' govc about -l
}

cases
