# serve: --scenario test/compat/scenarios/questions.yaml
. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'

power() { govc object.collect -s "/DC0/vm/$1" runtime.powerState; }

it_one_is_suspended_resumed_and_reset() {
  govc vm.create cycle
  govc vm.power -suspend cycle
  equal "$(power cycle)" suspended
  fails_with 'cannot be performed in the current state (Suspended)' govc vm.power -reset cycle
  govc vm.power -on cycle
  equal "$(power cycle)" poweredOn
  govc vm.power -reset cycle
  equal "$(power cycle)" poweredOn
  contains "$(govc events /DC0/vm/cycle)" 'is reset'
  govc vm.destroy cycle
}

it_a_guest_without_tools_is_switched_off_only_by_force() {
  govc vm.create mute
  fails_with Tools govc vm.power -s mute
  equal "$(power mute)" poweredOn
  govc vm.power -off mute
  equal "$(power mute)" poweredOff
  govc vm.destroy mute
}

it_several_are_started_by_the_datacenter() {
  govc vm.create -on=false one
  govc vm.create -on=false two
  govc vm.power -on -M one two
  equal "$(power one)" poweredOn
  equal "$(power two)" poweredOn
  govc vm.destroy one two
}

it_keys_are_typed() {
  govc vm.create typist
  govc vm.keystrokes -vm typist -s 'root'
  govc vm.keystrokes -vm typist -c KEY_ENTER
  govc vm.power -off typist
  fails_with 'Powered off' govc vm.keystrokes -vm typist -s 'root'
  govc vm.destroy typist
}

it_the_console_is_captured_as_a_picture() {
  govc vm.create shown
  govc vm.console -capture "$COMPAT_FOLDER/shown.png" shown
  equal "$(head -c 8 "$COMPAT_FOLDER/shown.png" | od -An -tx1 | tr -d ' \n')" 89504e470d0a1a0a
  govc vm.destroy shown
}

it_a_question_is_answered() {
  govc vm.create -on=false asker-one
  govc vm.power -on asker-one &
  until govc vm.question -vm asker-one | grep -q movedTheVM; do
    kill -0 $!
  done
  contains "$(govc vm.question -vm asker-one)" movedTheVM
  govc vm.question -vm asker-one -answer 1
  wait $!
  equal "$(power asker-one)" poweredOn
  govc vm.destroy asker-one
}

it_there_is_no_question_where_nothing_asks() {
  govc vm.create quiet
  govc vm.question -vm quiet
  govc vm.destroy quiet
}

cases
