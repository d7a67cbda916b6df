# serve: --clock x60
. "$COMPAT_SHELL/case.sh"
VM=/DC0/vm/DC0_C0_RP0_VM0
HOST=/DC0/host/DC0_C0/DC0_C0_H0

it_the_intervals_are_listed() {
  contains "$(govc metric.interval.info)" "Past day"
  contains "$(govc metric.interval.info)" 300
}

it_the_counters_of_a_machine_are_listed() {
  contains "$(govc metric.ls $VM)" cpu.usage.average
  contains "$(govc metric.ls -i 20 $HOST)" mem.consumed.average
}

it_a_counter_is_told() {
  contains "$(govc metric.info $VM cpu.usage.average)" "Past day"
}

it_samples_are_read_of_a_machine_and_of_a_host() {
  sleep 2
  contains "$(govc metric.sample -n 1 $VM cpu.usagemhz.average)" MHz
  contains "$(govc metric.sample -n 3 $HOST mem.usage.average net.usage.average)" KBps
}

it_samples_are_read_of_a_machines_processors() {
  contains "$(govc metric.sample -n 1 -instance 0 $VM cpu.usagemhz.average)" MHz
}

it_an_interval_is_changed() {
  govc metric.interval.change -i 300 -level 2
  contains "$(govc metric.interval.info -i 300)" 2
}

cases
