. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'

it_the_events_of_a_machine_tell_its_life() {
  govc vm.create -on=false eventful
  govc vm.power -on eventful
  local events
  events=$(govc events /DC0/vm/eventful)
  contains "$events" 'powered on'
  contains "$events" eventful
  contains "$(govc events -type DrsVmPoweredOnEvent /DC0/vm/eventful)" 'powered on'
  govc vm.destroy eventful
}

it_events_are_told_as_they_come() {
  govc vm.create -on=false followed
  "$GOVC" events -f -type DrsVmPoweredOnEvent /DC0/vm/followed > "$COMPAT_FOLDER/followed" &
  local follower=$!
  # The follower may start late; each time round there is one more event for it to see.
  until grep -q 'powered on' "$COMPAT_FOLDER/followed"; do
    govc vm.power -on followed
    govc vm.power -off followed
    kill -0 $follower
  done
  kill $follower
  govc vm.destroy followed
}

it_the_recent_tasks_are_listed_with_their_state() {
  govc vm.create -on=false busy
  govc vm.power -on busy
  local tasks
  tasks=$(govc tasks /DC0/vm/busy)
  contains "$tasks" PowerOnVM
  contains "$tasks" success
  govc vm.destroy busy
}

it_the_extensions_are_listed() {
  govc extension.info >/dev/null
}

cases
