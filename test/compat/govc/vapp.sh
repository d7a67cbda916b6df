# serve: --app 1 --vm 1
. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_NETWORK='VM Network' GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources

APP=/DC0/host/DC0_C0/Resources/DC0_C0_APP0
state() { govc object.collect -s "$APP" summary.vAppState; }
power() { govc object.collect -s "/DC0/vm/DC0_C0_APP0/DC0_C0_APP0_VM$1" runtime.powerState; }

it_one_is_stopped_and_started_again() {
  equal "$(state)" started
  govc vapp.power -off "$APP"
  equal "$(state)" stopped
  govc vapp.power -on "$APP"
  equal "$(state)" started
  equal "$(power 0)" poweredOn
  govc vapp.power -off "$APP"
  equal "$(state)" stopped
  equal "$(power 0)" poweredOff
}

it_one_that_runs_is_suspended_and_goes_on() {
  govc vapp.power -on "$APP"
  govc vapp.power -suspend "$APP"
  equal "$(govc object.collect -s "$APP" summary.suspended)" true
  equal "$(power 0)" suspended
  govc vapp.power -on "$APP"
  equal "$(power 0)" poweredOn
  govc vapp.power -off -force "$APP"
  equal "$(power 0)" poweredOff
}

it_starting_one_that_runs_is_refused() {
  govc vapp.power -on "$APP"
  fails_with 'cannot be performed in the current state' govc vapp.power -on "$APP"
  govc vapp.power -off "$APP"
}

it_when_one_is_destroyed_its_machines_go_with_it() {
  govc vapp.destroy "$APP"
  equal "$(govc find / -type a)" ''
  equal "$(govc find / -type m -name 'DC0_C0_APP0_VM*')" ''
}

cases
