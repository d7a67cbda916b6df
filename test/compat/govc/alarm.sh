. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'
CONSOLIDATION=alarm.VmConsolidationNeededAlarm

it_the_alarms_a_vcenter_comes_with_are_listed() {
  contains "$(govc alarm.info -n alarm.VmErrorAlarm)" 'Virtual machine error'
  contains "$(govc alarm.info -n alarm.HostConnectionStateAlarm)" 'Host connection and power state'
  contains "$(govc alarms -d /DC0/host/DC0_C0)" 'Host connection and power state'
}

it_an_alarm_goes_off_is_acknowledged_and_ends() {
  govc vm.create -on=false alarming
  test -z "$(govc alarms /DC0/vm/alarming | grep Consolidation)"
  govc vm.change -vm alarming -e SET.runtime.consolidationNeeded=true
  contains "$(govc alarms /DC0/vm/alarming)" Consolidation
  contains "$(govc alarms -n $CONSOLIDATION)" Warning
  govc alarms -ack -n $CONSOLIDATION /DC0/vm/alarming
  contains "$(govc alarms -l -n $CONSOLIDATION /DC0/vm/alarming)" Administrator
  contains "$(govc events -type AlarmAcknowledgedEvent /DC0/vm/alarming)" Consolidation
  govc vm.change -vm alarming -e SET.runtime.consolidationNeeded=
  test -z "$(govc alarms -n $CONSOLIDATION /DC0/vm/alarming | grep Warning)"
  govc vm.destroy alarming
}

cases
