# serve: --ds 4 --pod 1
. "$COMPAT_SHELL/case.sh"
export GOVC_RESOURCE_POOL=/DC0/host/DC0_C0/Resources GOVC_NETWORK='VM Network'
POD=/DC0/datastore/DC0_POD0

filled() {
  for store in LocalDS_1 LocalDS_2 LocalDS_3; do
    govc object.mv "/DC0/datastore/$store" "$POD" 2>/dev/null || true
  done
}

it_datastores_go_into_a_cluster() {
  filled
  contains "$(govc ls "$POD")" LocalDS_1
  contains "$(govc datastore.cluster.info "$POD")" DC0_POD0
}

it_storage_drs_is_switched_on() {
  filled
  govc datastore.cluster.change -drs-enabled -drs-mode automated "$POD"
  equal "$(govc object.collect -json "$POD" podStorageDrsEntry | json '[0].val.storageDrsConfig.podConfig.enabled')" true
  equal "$(govc object.collect -json "$POD" podStorageDrsEntry | json '[0].val.storageDrsConfig.podConfig.defaultVmBehavior')" automated
}

it_a_machine_is_made_on_the_datastore_the_cluster_recommends() {
  filled
  govc vm.create -on=false -disk 16MB -datastore-cluster "$POD" clustered
  contains "$(govc ls "$POD" | tr '\n' ' ')" "$(govc object.collect -s /DC0/vm/clustered config.files.vmPathName | sed 's/^\[\(.*\)\].*/\1/')"
  govc vm.destroy clustered
}

it_a_clone_is_put_on_the_datastore_the_cluster_recommends() {
  filled
  govc vm.clone -vm DC0_C0_RP0_VM0 -on=false -datastore-cluster "$POD" copied
  lacks "$(govc object.collect -s /DC0/vm/copied config.files.vmPathName)" LocalDS_0
  govc vm.destroy copied
}

it_a_datastore_is_emptied_for_maintenance() {
  filled
  govc datastore.cluster.change -drs-enabled -drs-mode automated "$POD"
  govc vm.create -on=false -disk 16MB -ds LocalDS_1 stays
  govc datastore.maintenance.enter -ds LocalDS_1
  equal "$(govc object.collect -s "$POD/LocalDS_1" summary.maintenanceMode)" inMaintenance
  lacks "$(govc object.collect -s /DC0/vm/stays config.files.vmPathName)" LocalDS_1
  govc datastore.maintenance.exit -ds LocalDS_1
  equal "$(govc object.collect -s "$POD/LocalDS_1" summary.maintenanceMode)" normal
  govc vm.destroy stays
}

cases
