. "$COMPAT_SHELL/case.sh"

it_the_logs_of_vcenter_and_of_a_host_are_listed() {
  contains "$(govc logs.ls)" 'vpxd:vpxd.log'
  equal "$(govc logs.ls -host DC0_C0_H0 | awk '{ print $1 }' | paste -sd ' ')" 'hostd vmkernel vpxa'
}

it_the_newest_lines_of_the_log_tell_what_was_just_done() {
  govc folder.create /DC0/vm/logged
  contains "$(govc logs -n 60)" 'vim.Folder.CreateFolder'
  govc object.destroy /DC0/vm/logged
}

it_as_many_lines_are_shown_as_are_asked_for() {
  local lines
  lines=$(govc logs -n 5 | wc -l)
  [ "$lines" -ge 5 ]
  [ "$lines" -lt 20 ]
}

it_the_log_of_a_host_tells_what_its_machines_did() {
  govc vm.power -off DC0_C0_RP0_VM0
  local host
  host=$(govc vm.info -json DC0_C0_RP0_VM0 | json 'virtualMachines[0].runtime.host.value')
  host=$(govc ls -L "HostSystem:$host")
  contains "$(govc logs -host "$host" -log hostd -n 100)" 'vim.VirtualMachine.powerOff'
  contains "$(govc logs -host "$host" -log vmkernel)" 'maps to vmkernel opID'
  govc vm.power -on DC0_C0_RP0_VM0
}

it_a_log_is_followed_as_it_grows() {
  "$GOVC" logs -f -n 1 > "$COMPAT_FOLDER/log" &
  local follower=$!
  until grep -q 'vim.Folder.CreateFolder' "$COMPAT_FOLDER/log"; do
    govc folder.create /DC0/vm/followed
    govc object.destroy /DC0/vm/followed
    kill -0 $follower
  done
  kill $follower
}

it_a_log_that_is_none_is_refused() {
  equal "$(govc logs -log nothing -n 1 2>/dev/null)" ''
}

it_bundles_are_downloaded() {
  cd "$COMPAT_FOLDER"
  govc logs.download -default DC0_C0_H0
  contains "$(tar tzf vcenter-*.tgz)" 'var/log/vmware/vpxd/vpxd.log'
  contains "$(tar tzf esx-DC0_C0_H0-*.tgz)" 'var/log/hostd.log'
}

cases
