. "$COMPAT_SHELL/case.sh"
# Packages in and out; qemu-img makes their disks, and says what came back.
export GOVC_DATASTORE=LocalDS_0 GOVC_RESOURCE_POOL=DC0_C0/Resources

work=$COMPAT_FOLDER/packages
mkdir -p "$work"

# raw NAME: a disk of 24 MiB with data here and there.
raw() {
  truncate -s 24M "$1"
  head -c 1500000 /dev/urandom | dd of="$1" bs=1M seek=1 conv=notrunc status=none
  head -c 70000 /dev/urandom | dd of="$1" bs=64K seek=320 conv=notrunc status=none
}

# package DIR NAME: DIR/NAME.ovf with one disk made by qemu-img, and the raw disk beside it.
package() {
  local dir=$1 name=$2 size
  mkdir -p "$dir"
  raw "$dir/$name.raw"
  qemu-img convert -f raw -O vmdk -o subformat=streamOptimized "$dir/$name.raw" "$dir/$name-disk1.vmdk"
  size=$(stat -c %s "$dir/$name-disk1.vmdk")
  cat > "$dir/$name.ovf" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
  xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
  xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"
  xmlns:vmw="http://www.vmware.com/schema/ovf">
  <References><File ovf:id="file1" ovf:href="$name-disk1.vmdk" ovf:size="$size"/></References>
  <DiskSection><Info/><Disk ovf:diskId="vmdisk1" ovf:fileRef="file1" ovf:capacity="24" ovf:capacityAllocationUnits="byte * 2^20"
    ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized"/></DiskSection>
  <VirtualSystem ovf:id="$name"><Info/><Name>$name</Name>
    <OperatingSystemSection ovf:id="101" vmw:osType="otherLinux64Guest"><Info/></OperatingSystemSection>
    <VirtualHardwareSection><Info/>
      <System><vssd:ElementName>Hardware</vssd:ElementName><vssd:InstanceID>0</vssd:InstanceID>
        <vssd:VirtualSystemType>vmx-13</vssd:VirtualSystemType></System>
      <Item><rasd:ElementName>cpu</rasd:ElementName><rasd:InstanceID>1</rasd:InstanceID><rasd:ResourceType>3</rasd:ResourceType>
        <rasd:VirtualQuantity>1</rasd:VirtualQuantity></Item>
      <Item><rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits><rasd:ElementName>memory</rasd:ElementName>
        <rasd:InstanceID>2</rasd:InstanceID><rasd:ResourceType>4</rasd:ResourceType><rasd:VirtualQuantity>64</rasd:VirtualQuantity></Item>
      <Item><rasd:Address>0</rasd:Address><rasd:ElementName>scsi</rasd:ElementName><rasd:InstanceID>3</rasd:InstanceID>
        <rasd:ResourceSubType>lsilogic</rasd:ResourceSubType><rasd:ResourceType>6</rasd:ResourceType></Item>
      <Item><rasd:AddressOnParent>0</rasd:AddressOnParent><rasd:ElementName>disk</rasd:ElementName>
        <rasd:HostResource>ovf:/disk/vmdisk1</rasd:HostResource><rasd:InstanceID>4</rasd:InstanceID><rasd:Parent>3</rasd:Parent>
        <rasd:ResourceType>17</rasd:ResourceType></Item>
    </VirtualHardwareSection></VirtualSystem>
</Envelope>
XML
}

# holds VM RAW: an export of the machine gives the bytes of the raw disk.
holds() {
  rm -rf "$work/back"
  govc export.ovf -vm "$1" "$work/back" > /dev/null
  qemu-img convert -f vmdk -O raw "$work/back/$1/$1-disk-0.vmdk" "$work/back/raw"
  cmp "$2" "$work/back/raw"
}

it_import_ovf_brings_a_disk_as_qemu_img_wrote_it_and_export_ovf_gives_it_back() {
  package "$work/one" one
  govc import.ovf -name in-one "$work/one/one.ovf"
  equal "$(govc vm.info -json in-one | json 'virtualMachines[0].runtime.powerState')" poweredOff
  equal "$(govc device.info -vm in-one -json disk-1000-0 | json 'devices[0].capacityInKB')" 24576
  holds in-one "$work/one/one.raw"
  govc vm.power -on in-one
  govc vm.destroy in-one
}

it_import_ova_does_the_same_from_one_file() {
  package "$work/two" two
  tar -C "$work/two" -cf "$work/two.ova" two.ovf two-disk1.vmdk
  govc import.ova -name in-two "$work/two.ova"
  holds in-two "$work/two/two.raw"
  govc vm.destroy in-two
}

it_what_was_exported_is_imported_again_manifest_and_all() {
  package "$work/three" three
  govc import.ovf -name in-three "$work/three/three.ovf"
  govc export.ovf -sha 256 -i -vm in-three "$work/out" > /dev/null
  govc import.ovf -m -name again "$work/out/in-three/in-three.ovf"
  holds again "$work/three/three.raw"
  local files
  files=$(ls "$work/out/in-three")
  contains "$files" in-three-disk-0.vmdk
  contains "$files" in-three-disk-1.nvram
  contains "$(cat "$work/out/in-three/in-three.mf")" "SHA256(in-three-disk-0.vmdk)= $(sha256sum "$work/out/in-three/in-three-disk-0.vmdk" | cut -d ' ' -f 1)"
  govc vm.destroy in-three again
}

it_a_snapshot_is_exported_as_the_machine_was() {
  package "$work/four" four
  govc import.ovf -name in-four "$work/four/four.ovf"
  govc snapshot.create -vm in-four before
  govc vm.power -on in-four
  govc export.ovf -snapshot before -vm in-four "$work/snapped" > /dev/null
  qemu-img convert -f vmdk -O raw "$work/snapped/in-four/in-four-disk-0.vmdk" "$work/snapped/raw"
  cmp "$work/four/four.raw" "$work/snapped/raw"
  govc vm.destroy in-four
}

it_a_machine_that_runs_is_not_exported() {
  fails_with 'current state' govc export.ovf -vm DC0_C0_RP0_VM0 "$work/running"
}

it_a_disk_that_is_damaged_leaves_no_machine() {
  package "$work/five" five
  head -c 400000 "$work/five/five-disk1.vmdk" > "$work/five/cut" && mv "$work/five/cut" "$work/five/five-disk1.vmdk"
  fails_with 400 govc import.ovf -name in-five "$work/five/five.ovf"
  equal "$(govc find / -type m -name in-five)" ''
}

cases
