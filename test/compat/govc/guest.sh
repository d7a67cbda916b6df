# serve: --scenario test/compat/scenarios/guests.yaml
. "$COMPAT_SHELL/case.sh"
export GOVC_VM=DC0_H0_VM0 GOVC_GUEST_LOGIN=root:vm

of() { govc object.collect -s "/DC0/vm/$1" "$2"; }

it_a_wrong_password_is_refused() {
  fails_with 'Failed to authenticate' govc guest.ls -l root:wrong /tmp
}

it_a_guest_without_tools_cannot_be_worked_with() {
  fails_with 'guest operations agent could not be contacted' govc guest.ls -vm DC0_H0_VM2 /tmp
}

it_its_address_is_waited_for() {
  local ip
  govc vm.power -off DC0_C0_RP0_VM0
  govc vm.power -on DC0_C0_RP0_VM0
  ip=$(govc vm.ip -wait 30s DC0_C0_RP0_VM0)
  equal "$ip" "$(of DC0_C0_RP0_VM0 guest.ipAddress)"
  equal "$(govc vm.ip -a -v4 -wait 30s DC0_C0_RP0_VM0)" "$ip"
  contains "$(govc vm.info -vm.ip "$ip")" DC0_C0_RP0_VM0
  contains "$(govc vm.info -vm.dns web1)" DC0_H0_VM0
  contains "$(govc vm.info DC0_H0_VM0)" "$(of DC0_H0_VM0 guest.ipAddress)"
}

it_a_program_is_started_waited_for_and_listed() {
  local pid
  pid=$(govc guest.start /opt/app/check --all)
  contains "$(govc guest.ps -p "$pid" -X -json | json 'processInfo[0].exitCode')" 3
  contains "$(govc guest.ps -e)" vmtoolsd
  lacks "$(govc guest.ps -U nobody)" vmtoolsd
  fails_with 'was not found' govc guest.start /bin/nonesuch
}

it_a_program_that_does_not_stop_is_killed() {
  local pid
  pid=$(govc guest.start /opt/app/daemon)
  contains "$(govc guest.ps -p "$pid")" daemon
  govc guest.kill -p "$pid"
  equal "$(govc guest.ps -p "$pid" -X -json | json 'processInfo[0].exitCode')" -1
  fails_with 'was not found' govc guest.kill -p 99999
}

it_a_program_is_run_and_its_output_shown() {
  equal "$(govc guest.run /bin/echo hello there)" 'hello there'
  equal "$(govc guest.run /bin/bash -c "'exit 0'")" ''
  fails_with checked govc guest.run /opt/app/check
}

it_its_environment_is_read() {
  equal "$(govc guest.getenv STAGE HOME)" "$(printf 'STAGE=test\nHOME=/root')"
}

it_a_directory_is_made_listed_and_removed() {
  govc guest.mkdir -p /tmp/logs/deep/er
  contains "$(govc guest.ls /tmp/logs)" deep
  fails_with 'not' govc guest.rmdir /tmp/logs
  govc guest.rmdir -r /tmp/logs
  fails_with 'was not found' govc guest.ls /tmp/logs
}

it_a_file_goes_up_and_comes_down_as_it_was() {
  local here
  here=$(mktemp -d)
  head -c 300000 /dev/urandom >"$here/sent"
  govc guest.upload -perm 0640 "$here/sent" /tmp/received
  contains "$(govc guest.ls /tmp/received)" rw-r-----
  govc guest.download /tmp/received "$here/back"
  cmp "$here/sent" "$here/back"
  fails_with 'already exists' govc guest.upload "$here/sent" /tmp/received
  echo small | govc guest.upload -f - /tmp/received
  equal "$(govc guest.download /tmp/received -)" small
  equal "$(govc guest.download /etc/motd -)" welcome
  govc guest.rm /tmp/received
  rm -r "$here"
}

it_a_file_is_moved_touched_and_given_permissions() {
  local made
  made=$(govc guest.mktemp -t case- -s .txt)
  contains "$made" /tmp/case-
  govc guest.mv "$made" /tmp/moved
  govc guest.chmod 0755 /tmp/moved
  govc guest.touch -d 'Sun Feb  2 02:02:02 UTC 2020' /tmp/moved
  contains "$(govc guest.ls /tmp/moved)" rwxr-xr-x
  contains "$(govc guest.ls /tmp/moved)" '2020'
  govc guest.touch /tmp/fresh
  fails_with 'already exists' govc guest.mv -n /tmp/moved /tmp/fresh
  govc guest.mv /tmp/moved /tmp/fresh
  govc guest.rm /tmp/fresh
  contains "$(govc guest.mktemp -d -p /var/tmp)" /var/tmp/
}

it_tools_are_upgraded_and_mounting_them_takes_a_drive() {
  equal "$(of DC0_H0_VM1 guest.toolsVersionStatus)" guestToolsNeedUpgrade
  govc vm.guest.tools -upgrade DC0_H0_VM1
  equal "$(of DC0_H0_VM1 guest.toolsVersionStatus)" guestToolsCurrent
  fails_with 'VMware Tools is not running' govc vm.guest.tools -upgrade DC0_H0_VM2
  fails_with 'config' govc vm.guest.tools -mount DC0_H0_VM1
}

it_one_is_shut_down_and_rebooted_through_its_tools() {
  govc vm.power -r DC0_C0_RP0_VM1
  equal "$(of DC0_C0_RP0_VM1 guest.guestState)" running
  govc vm.power -s -wait DC0_C0_RP0_VM1
  equal "$(of DC0_C0_RP0_VM1 guest.guestState)" notRunning
}

cases
