# serve: --host 3
. "$COMPAT_SHELL/case.sh"
HOSTS=/DC0/host/DC0_C0

of() { govc object.collect -s "$HOSTS/$1" "$2"; }

it_a_host_enters_maintenance_mode_and_leaves_it() {
  govc host.maintenance.enter "$HOSTS/DC0_C0_H0"
  equal "$(of DC0_C0_H0 runtime.inMaintenanceMode)" true
  contains "$(govc host.info -host "$HOSTS/DC0_C0_H0")" 'Maintenance Mode'
  fails_with state govc host.maintenance.enter "$HOSTS/DC0_C0_H0"
  govc host.maintenance.exit "$HOSTS/DC0_C0_H0"
  equal "$(of DC0_C0_H0 runtime.inMaintenanceMode)" false
}

it_a_host_is_disconnected_and_taken_back() {
  govc host.disconnect "$HOSTS/DC0_C0_H1"
  equal "$(of DC0_C0_H1 runtime.connectionState)" disconnected
  govc host.reconnect "$HOSTS/DC0_C0_H1"
  equal "$(of DC0_C0_H1 runtime.connectionState)" connected
  contains "$(govc events "$HOSTS/DC0_C0_H1")" 'Connected to DC0_C0_H1'
}

it_a_host_is_added_and_removed() {
  fails_with thumbprint= govc host.add -hostname esx9 -username root -password secret -thumbprint 00:11
  govc host.add -hostname esx9 -username root -password secret -noverify
  equal "$(govc object.collect -s /DC0/host/esx9/esx9 runtime.connectionState)" connected
  govc host.remove /DC0/host/esx9/esx9
  govc cluster.add -cluster DC0_C0 -hostname esx10 -username root -password secret -noverify
  contains "$(govc ls "$HOSTS")" esx10
  govc host.disconnect "$HOSTS/esx10"
  govc host.remove "$HOSTS/esx10"
  lacks "$(govc ls "$HOSTS")" esx10
}

it_ha_of_a_cluster_is_switched_on() {
  govc cluster.change -ha-enabled DC0_C0
  equal "$(govc object.collect -s /DC0/host/DC0_C0 configuration.dasConfig.enabled)" true
  contains "$(govc object.collect -s -json "$HOSTS/DC0_C0_H0" runtime.dasHostState)" '"master"'
  govc cluster.change -ha-enabled=false DC0_C0
  equal "$(govc object.collect -s /DC0/host/DC0_C0 summary.currentFailoverLevel)" -1
}

it_a_host_is_rebooted_in_maintenance_mode_only() {
  fails_with state govc host.shutdown -r "$HOSTS/DC0_C0_H2"
  govc host.shutdown -f -r "$HOSTS/DC0_C0_H2"
  equal "$(of DC0_C0_H2 runtime.connectionState)" connected
}

cases
