/** The OVF environment: what a running guest is told of its properties, its cards and the platform, as one document. */
import { isoImage } from '../../../formats/iso9660.ts';
import type { VirtualMachineConfigInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import type { VApp } from '../../compute/v-app/v-app.ts';
import { isCard, networkOf } from '../device/device.ts';
import { datastorePath, type Names } from '../device/device-view.ts';
import type { Machine } from '../machine.ts';
import { namesOf } from '../names.ts';
import { type EnvironmentImage, environmentImage, IMAGE_BYTES } from './environment-image.ts';
import { type Scope, scopeOf, type Told, textOf, toldBy } from './ovf-property-text.ts';
import { GUEST_INFO } from './v-app-config.ts';
import { propertyKey } from './v-app-config-property.ts';

/** What a property that calls `withEnvironment` has to declare. */
export const READS_ENVIRONMENT = [
  'config',
  'power',
  'devices',
  'network.name',
  'host.product',
  'parentVApp.settings',
  'parentVApp.vAppVm.config',
  'parentVApp.vAppVm.name',
  'network.datacenter.ipPools.said',
  'network.datacenter.ipPools.networks',
  'network.datacenter.ipPools.allocated',
  'network.datacenter.ipPools.network.name',
] as const;

/** The key under which VMware Tools hand it to the guest. */
const KEY = 'guestinfo.ovfEnv';

/**
 * The configuration of a machine that runs, with the document where it takes it from: among its options, for VMware
 * Tools, or as an image in its drive.
 */
export function withEnvironment(
  info: VirtualMachineConfigInfo,
  s: Machine,
  self: Cell<Machine>,
): VirtualMachineConfigInfo {
  const transports = s.config.vApp?.ovfEnvironmentTransport;
  if (s.power.state !== 'poweredOn' || !transports) return info;
  const image = environmentImage(s);
  const seen = image ? withImage(info, image, namesOf(self)) : info;
  return transports.includes(GUEST_INFO) ? withOption(seen, s, self) : seen;
}

function withImage(
  info: VirtualMachineConfigInfo,
  { at, drive }: EnvironmentImage,
  names: Names,
): VirtualMachineConfigInfo {
  const fileName = datastorePath(names, at);
  const inserted = {
    deviceInfo: { _typeName: 'Description', label: '', summary: `ISO ${fileName}` },
    backing: {
      _typeName: 'VirtualCdromIsoBackingInfo',
      fileName,
      datastore: { type: 'Datastore', value: at.datastore },
    },
  };
  const device = (info.hardware.device ?? []).map((d) => {
    if (d.key !== drive) return d;
    const { deviceInfo, connectable } = d;
    return {
      ...d,
      ...inserted,
      deviceInfo: { ...inserted.deviceInfo, label: deviceInfo?.label ?? '' },
      connectable: { ...connectable!, connected: true, status: 'ok' },
    } as typeof d;
  });
  return { ...info, hardware: { ...info.hardware, device } };
}

/** The image that is in the drive of a machine that runs. */
export function imageOf(self: Cell<Machine>): Uint8Array {
  const text = new TextEncoder().encode(environment(self.state, self));
  return isoImage('OVF ENV', 'OVF-ENV.XML', text, IMAGE_BYTES);
}

function withOption(info: VirtualMachineConfigInfo, s: Machine, self: Cell<Machine>): VirtualMachineConfigInfo {
  const option = { _typeName: 'OptionValue', key: KEY, value: environment(s, self) };
  return { ...info, extraConfig: [...(info.extraConfig ?? []).filter(({ key }) => key !== KEY), option] };
}

/** The document by itself: empty for a machine that is no product. Throws InvalidState while it does not run. */
export function extractedEnvironment(self: Cell<Machine>): string {
  if (self.state.power.state !== 'poweredOn') throw new VimFault('InvalidState');
  return self.state.config.vApp ? environment(self.state, self) : '';
}

function environment(s: Machine, self: Cell<Machine>): string {
  const parent = self.one<VApp>('parentVApp');
  const scope = scopeOf(self);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Environment',
    '     xmlns="http://schemas.dmtf.org/ovf/environment/1"',
    '     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    '     xmlns:oe="http://schemas.dmtf.org/ovf/environment/1"',
    '     xmlns:ve="http://www.vmware.com/schema/ovfenv"',
    `     oe:id="${parent ? quoted(s.name) : ''}"`,
    `     ve:vCenterId="${self.id}">`,
    ...platform(self.one<Host>('host')),
    ...properties([...scope.inherited, ...toldBy(self.id, s.config.vApp?.property)], scope, '   '),
    ...adapters(s, namesOf(self).network),
    ...siblings(self, parent, scope),
    '</Environment>',
  ].join('\n');
}

function platform(host: Cell<Host> | undefined): string[] {
  return [
    '   <PlatformSection>',
    '      <Kind>VMware ESXi</Kind>',
    `      <Version>${quoted(host?.state.product.version ?? '')}</Version>`,
    '      <Vendor>VMware, Inc.</Vendor>',
    '      <Locale>en_US</Locale>',
    '   </PlatformSection>',
  ];
}

/** Of two properties of one name the machine's own stands. */
function properties(list: readonly Told[], scope: Scope, indent: string): string[] {
  const values = new Map(list.map((told) => [propertyKey(told.property), textOf(told, scope)]));
  const lines = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${indent}<PropertySection>`,
    ...lines.map(([key, value]) => `${indent}      <Property oe:key="${quoted(key)}" oe:value="${quoted(value)}"/>`),
    `${indent}</PropertySection>`,
  ];
}

function adapters({ devices }: Machine, networks: ReadonlyMap<string, string>): string[] {
  const lines = devices.filter(isCard).map((card) => {
    const network = networks.get(networkOf(card) ?? '') ?? '';
    const { macAddress = '', unitNumber = 7 } = card;
    return `      <ve:Adapter ve:mac="${macAddress}" ve:network="${quoted(network)}" ve:unitNumber="${unitNumber}"/>`;
  });
  return ['   <ve:EthernetAdapterSection>', ...lines, '   </ve:EthernetAdapterSection>'];
}

/** What each of the other machines of its vApp is told. */
function siblings(self: Cell<Machine>, parent: Cell<VApp> | undefined, scope: Scope): string[] {
  const others = [...(parent?.back<Machine>('vAppVm') ?? [])].filter((vm) => vm !== self);
  return others.flatMap(({ id, state: { name, config } }) => [
    `   <Entity oe:id="${quoted(name)}">`,
    ...properties([...scope.inherited, ...toldBy(id, config.vApp?.property)], scope, '      '),
    '   </Entity>',
  ]);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function quoted(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (c) => ESCAPES[c]!);
}
