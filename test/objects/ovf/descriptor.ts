/** A descriptor as an export writes it, in parts a test may put another in place of. */

export interface Parts {
  readonly references?: string;
  readonly disks?: string;
  readonly networks?: string;
  readonly options?: string;
  readonly sections?: string;
  readonly system?: string;
  readonly hardware?: string;
  readonly items?: string;
  readonly envelope?: string;
}

export const item = (id: number, type: number, rows: string, attributes = ''): string =>
  `<Item ${attributes}><rasd:ElementName>row ${id}</rasd:ElementName><rasd:InstanceID>${id}</rasd:InstanceID>` +
  `<rasd:ResourceType>${type}</rasd:ResourceType>${rows}</Item>`;

const CPU = item(1, 3, '<rasd:VirtualQuantity>2</rasd:VirtualQuantity><vmw:CoresPerSocket>2</vmw:CoresPerSocket>');
const MEMORY = item(
  2,
  4,
  '<rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits><rasd:VirtualQuantity>768</rasd:VirtualQuantity>',
);
const SCSI = item(3, 6, '<rasd:Address>0</rasd:Address><rasd:ResourceSubType>VirtualSCSI</rasd:ResourceSubType>');
const IDE = item(4, 5, '<rasd:Address>1</rasd:Address>');
const DISK = item(
  5,
  17,
  '<rasd:HostResource>ovf:/disk/vmdisk1</rasd:HostResource><rasd:Parent>3</rasd:Parent><rasd:AddressOnParent>0</rasd:AddressOnParent>',
);
const CARD = item(
  6,
  10,
  '<rasd:Connection>Inside</rasd:Connection><rasd:ResourceSubType>VmxNet3</rasd:ResourceSubType><rasd:AutomaticAllocation>true</rasd:AutomaticAllocation>',
);
const CD = item(
  7,
  15,
  '<rasd:HostResource>ovf:/file/iso</rasd:HostResource><rasd:Parent>4</rasd:Parent><rasd:AddressOnParent>0</rasd:AddressOnParent>',
);

export const ITEMS: readonly string[] = [CPU, MEMORY, SCSI, IDE, DISK, CARD, CD];

const REFERENCES = `
  <File ovf:id="file1" ovf:href="disk-1.vmdk" ovf:size="4096"/>
  <File ovf:id="iso" ovf:href="tools.iso" ovf:size="2048"/>`;
const DISKS =
  '<Disk ovf:diskId="vmdisk1" ovf:fileRef="file1" ovf:capacity="4" ovf:capacityAllocationUnits="byte * 2^30" ovf:populatedSize="1048576"/>';
const NETWORKS = '<Network ovf:name="Inside"><Description>What is inside</Description></Network>';
const SECTIONS = `
  <AnnotationSection><Info/><Annotation>A small machine</Annotation></AnnotationSection>
  <EulaSection><Info/><License>Do as you like.</License></EulaSection>
  <ProductSection ovf:class="app" ovf:instance="1"><Info/>
    <Product>Appliance</Product><Vendor>Somebody</Vendor><Version>1.2</Version><FullVersion>1.2.3</FullVersion>
    <Category>Network</Category>
    <Property ovf:key="hostname" ovf:type="string" ovf:qualifiers="MinLen(1) MaxLen(8)" ovf:value="box" ovf:userConfigurable="true">
      <Label>Name</Label><Description>What it is called</Description></Property>
    <Property ovf:key="secret" ovf:type="string" ovf:password="true"/>
    <Property ovf:key="port" ovf:type="uint16" ovf:value="80"/>
  </ProductSection>`;

export function descriptor(parts: Parts = {}): string {
  const hardware =
    parts.hardware ??
    `<VirtualHardwareSection ovf:transport="com.vmware.guestInfo"><Info/>
      <System><vssd:ElementName>Hardware</vssd:ElementName><vssd:InstanceID>0</vssd:InstanceID>
      <vssd:VirtualSystemType>vmx-11 vmx-13</vssd:VirtualSystemType></System>${parts.items ?? ITEMS.join('\n')}
      <vmw:Config ovf:required="false" vmw:key="firmware" vmw:value="efi"/>
      <vmw:Config ovf:required="false" vmw:key="tools.syncTimeWithHost" vmw:value="true"/>
      <vmw:ExtraConfig ovf:required="false" vmw:key="my.key" vmw:value="mine"/>
    </VirtualHardwareSection>`;
  return (
    parts.envelope ??
    `<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
  xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
  xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"
  xmlns:vmw="http://www.vmware.com/schema/ovf">
<References>${parts.references ?? REFERENCES}</References>
<DiskSection><Info/>${parts.disks ?? DISKS}</DiskSection>
<NetworkSection><Info/>${parts.networks ?? NETWORKS}</NetworkSection>
${parts.options ?? ''}
${
  parts.system ??
  `<VirtualSystem ovf:id="appliance"><Info/><Name>Little</Name>
<OperatingSystemSection ovf:id="101" vmw:osType="debian10_64Guest"><Info/><Description>Debian</Description></OperatingSystemSection>
${parts.sections ?? SECTIONS}${hardware}</VirtualSystem>`
}
</Envelope>`
  );
}
