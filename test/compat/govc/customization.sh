# serve: --scenario test/compat/scenarios/customization.yaml
. "$COMPAT_SHELL/case.sh"
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=/DC0/host/DC0_H0/Resources GOVC_NETWORK='VM Network'

guest() { govc object.collect -s "/DC0/vm/$1" "guest.$2"; }

# A machine like the Linux of the scenario, off.
machine() { govc vm.clone -vm DC0_H0_VM0 -on=false "$1"; }

envelope() {
  printf '<?xml version="1.0"?><Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>%s</Body></Envelope>' "$1"
}

soap() {
  curl -sS --fail-with-body --cacert "$SIMSPHERE_CA" -b "$COMPAT_FOLDER/jar" -c "$COMPAT_FOLDER/jar" \
    -H 'Content-Type: text/xml' -H 'SOAPAction: urn:vim25/8.0.2.0' --data "$(envelope "$1")" "$SIMSPHERE_URL"
}

# govc has no command that keeps a specification: one is imported as the client does it.
saved() {
  rm -f "$COMPAT_FOLDER/jar"
  soap "<Login xmlns='urn:vim25'><_this type='SessionManager'>SessionManager</_this><userName>$SIMSPHERE_USER</userName><password>$SIMSPHERE_PASSWORD</password></Login>" > "$COMPAT_FOLDER/said" || { cat "$COMPAT_FOLDER/said"; return 1; }
  soap "<CreateCustomizationSpec xmlns='urn:vim25' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>
    <_this type='CustomizationSpecManager'>CustomizationSpecManager</_this>
    <item><info><name>$1</name><description/><type>Linux</type></info><spec>
      <identity xsi:type='CustomizationLinuxPrep'>
        <hostName xsi:type='CustomizationVirtualMachineName'/><domain>example.com</domain></identity>
      <globalIPSettings><dnsServerList>10.1.1.2</dnsServerList></globalIPSettings>
      <nicSettingMap><adapter><ip xsi:type='CustomizationFixedIp'><ipAddress>$2</ipAddress></ip>
        <subnetMask>255.255.255.0</subnetMask><gateway>10.1.1.1</gateway></adapter></nicSettingMap>
    </spec></item></CreateCustomizationSpec>" > "$COMPAT_FOLDER/said" || { cat "$COMPAT_FOLDER/said"; return 1; }
}

it_one_is_given_a_name_and_an_address_at_its_next_power_on() {
  machine plain
  govc vm.customize -vm plain -name fresh -domain example.com -ip 10.1.1.20 -netmask 255.255.255.0 -gateway 10.1.1.1 \
    -dns-server 10.1.1.2 -dns-suffix example.com
  equal "$(guest plain customizationInfo.customizationStatus)" TOOLSDEPLOYPKG_PENDING
  govc vm.power -on plain
  equal "$(govc vm.ip -wait 60s plain)" 10.1.1.20
  equal "$(guest plain hostName)" fresh.example.com
  equal "$(guest plain customizationInfo.customizationStatus)" TOOLSDEPLOYPKG_SUCCEEDED
  contains "$(govc events /DC0/vm/plain)" 'Customization of plain succeeded'
  govc vm.destroy plain
}

it_addresses_come_from_dhcp_and_of_both_families() {
  machine leased
  govc vm.customize -vm leased -prefix node -ip dhcp
  govc vm.power -on leased
  contains "$(guest leased hostName)" node-
  govc vm.power -off leased
  govc vm.customize -vm leased -ip 10.1.1.21 -netmask 255.255.0.0 -ip6 fd00::21/64 -name dual
  govc vm.power -on leased
  contains "$(govc vm.ip -a -wait 60s leased)" fd00::21
  govc vm.destroy leased
}

it_a_saved_specification_is_used_by_name() {
  saved shelf 10.1.1.30
  machine shelved
  govc vm.customize -vm shelved -domain example.com shelf
  govc vm.power -on shelved
  equal "$(guest shelved hostName)" shelved.example.com
  equal "$(guest shelved ipAddress)" 10.1.1.30
  govc vm.destroy shelved
  fails_with 'does not exist' govc vm.customize -vm DC0_H0_VM0 nothing
}

it_a_clone_is_customized_by_a_saved_specification() {
  saved for-clones 10.1.1.31
  govc vm.clone -vm DC0_H0_VM0 -customization for-clones sprout
  equal "$(govc vm.ip -wait 60s sprout)" 10.1.1.31
  equal "$(guest sprout hostName)" sprout.example.com
  govc vm.destroy sprout
}

it_windows_is_customized_as_windows() {
  govc vm.clone -vm DC0_H0_VM1 -on=false glass
  govc vm.customize -vm glass -type Windows -name GLASS -username me -org us -ip 10.1.1.40 -netmask 255.255.255.0
  govc vm.power -on glass
  equal "$(guest glass hostName)" GLASS
  govc vm.destroy glass
}

it_what_does_not_fit_is_refused() {
  machine odd
  fails_with 'network adapter settings' govc vm.customize -vm odd -name odd
  fails_with 'nicsettings:adapter:subnetMask' govc vm.customize -vm odd -name odd -ip 10.1.1.50
  fails_with 'spec.identity.hostName' govc vm.customize -vm odd -name un_der -ip dhcp
  fails_with "'ubuntu64Guest' is not supported" govc vm.customize -vm odd -type Windows -name odd -ip dhcp
  govc vm.power -on odd
  fails_with 'current state (Powered on)' govc vm.customize -vm odd -name odd -ip dhcp
  govc vm.destroy odd
}

cases
