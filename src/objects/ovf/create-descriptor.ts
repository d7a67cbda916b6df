/** CreateDescriptor: a machine or a vApp in the words of OVF, with the files that were exported of it. */
import type { OvfDisk, OvfEntity, OvfEnvelope, OvfFileRef, OvfProduct } from '../../formats/ovf/envelope.ts';
import { writeOvf } from '../../formats/ovf/write-ovf.ts';
import type {
  OvfCreateDescriptorParams,
  OvfCreateDescriptorResult,
  VAppPropertyInfo,
  VmConfigInfo,
} from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { nameOf } from '../call.ts';
import { guestName } from '../machine/config/guest-names.ts';
import { isCard, isDisk } from '../machine/device/device.ts';
import type { Machine } from '../machine/machine.ts';
import { placeOf } from '../nfc/lease-files.ts';
import { rowsOf } from './config-rows.ts';
import { networkName, rowsOfMachine } from './export-hardware.ts';
import { numberOfGuest } from './operating-systems.ts';

const STREAM_OPTIMIZED = 'http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized';

interface Export {
  readonly params: OvfCreateDescriptorParams;
  readonly disks: OvfDisk[];
  readonly networks: Set<string>;
}

export async function createdDescriptor(
  entity: Cell,
  params: OvfCreateDescriptorParams,
): Promise<OvfCreateDescriptorResult> {
  const about: Export = { params, disks: [], networks: new Set() };
  const root = described(entity, params.name || nameOf(entity), about);
  const envelope: OvfEnvelope = {
    files: (params.ovfFiles ?? []).map((file, i) => fileRef(file, i)),
    disks: about.disks,
    networks: Array.from(about.networks, (name) => ({ name, description: `The ${name} network` })),
    options: [],
    defaultOption: '',
    root: { ...root, annotation: params.description || root.annotation },
    ignored: [],
  };
  return {
    _typeName: 'OvfCreateDescriptorResult',
    ovfDescriptor: await writeOvf(envelope),
    includeImageFiles: params.includeImageFiles ?? false,
  } as OvfCreateDescriptorResult;
}

function fileRef(
  { path, size, compressionMethod, chunkSize }: NonNullable<OvfCreateDescriptorParams['ovfFiles']>[number],
  i: number,
): OvfFileRef {
  return { id: `file${i + 1}`, href: path, size, compression: compressionMethod || undefined, chunkSize };
}

function described(entity: Cell, name: string, about: Export): OvfEntity {
  if (entity.is('VirtualMachine')) return machine(entity as unknown as Cell<Machine>, name, about);
  const config = entity.get('vAppConfig') as (VmConfigInfo & { readonly annotation?: string }) | undefined;
  const starts = (config as { readonly entityConfig?: readonly EntityConfig[] } | undefined)?.entityConfig ?? [];
  const children = starts.flatMap(({ key }) => (key ? (entity.world.find(key.value) ?? []) : []));
  return {
    kind: 'collection',
    id: name,
    name,
    annotation: config?.annotation ?? '',
    ...appOf(config),
    startup: starts.flatMap((start) => (start.key ? [startup(entity, start)] : [])),
    children: children.map((child) => described(child, nameOf(child), about)),
  };
}

interface EntityConfig {
  readonly key?: { readonly value: string } | undefined;
  readonly startOrder?: number;
  readonly startDelay?: number;
  readonly stopDelay?: number;
  readonly waitingForGuest?: boolean;
  readonly startAction?: string;
  readonly stopAction?: string;
}

function startup({ world }: Cell, start: EntityConfig) {
  const child = world.find(start.key!.value);
  return {
    id: child ? nameOf(child) : start.key!.value,
    order: start.startOrder ?? 0,
    startDelay: start.startDelay ?? 0,
    stopDelay: start.stopDelay ?? 0,
    waitingForGuest: start.waitingForGuest ?? false,
    startAction: start.startAction ?? 'powerOn',
    stopAction: start.stopAction ?? 'powerOff',
  };
}

function machine(vm: Cell<Machine>, name: string, { params, disks, networks }: Export): OvfEntity {
  const { config, devices } = vm.state;
  const info = vm.get('config') as Readonly<Record<string, unknown>> | undefined;
  const ids = new Map<number, string>();
  for (const disk of devices.filter(isDisk)) {
    const id = `vmdisk${disks.length + 1}`;
    ids.set(disk.key, id);
    const n = fileOf(params, vm, [placeOf(disk, devices), String(disk.key)]);
    const file = params.ovfFiles?.[n];
    disks.push({
      id,
      capacity: disk.capacityInBytes ?? 0,
      file: file && `file${n + 1}`,
      format: STREAM_OPTIMIZED,
      populated: file?.populatedSize,
    });
  }
  for (const card of devices.filter(isCard)) networks.add(networkName(vm, card));
  const wantsExtra = params.exportOption?.includes('extraconfig') === true;
  const extra = (info?.['extraConfig'] ?? []) as readonly { readonly key: string; readonly value: unknown }[];
  const vApp = info?.['vAppConfig'] as VmConfigInfo | undefined;
  const nvram = fileOf(params, vm, ['nvram']);
  return {
    kind: 'system',
    id: name,
    name,
    annotation: String(info?.['annotation'] ?? ''),
    ...appOf(vApp),
    os: { id: numberOfGuest(config.guestId), description: guestName(config.guestId), guestId: config.guestId },
    hardware: [
      {
        families: [config.version],
        items: rowsOfMachine(vm, (device) => {
          if (isDisk(device)) return `ovf:/disk/${ids.get(device.key)!}`;
          const n = device._typeName === 'VirtualCdrom' ? fileOf(params, vm, [placeOf(device, devices)]) : -1;
          return n < 0 ? undefined : `ovf:/file/file${n + 1}`;
        }),
        config: new Map(rowsOf(info ?? {})),
        extraConfig: new Map([
          ...(wantsExtra ? extra.map(({ key, value }) => [key, String(value)] as const) : []),
          ...(nvram < 0 ? [] : [['nvram', `ovf:/file/file${nvram + 1}`] as const]),
        ]),
        transports: vApp?.ovfEnvironmentTransport ?? [],
      },
    ],
  };
}

/**
 * Which of the files is that of a machine's device. A lease names them by machine and place:
 * `/vm-12/VirtualLsiLogicController0:0`; others by the device's key, or by another name of the machine.
 */
function fileOf({ ovfFiles = [] }: OvfCreateDescriptorParams, vm: Cell<Machine>, names: readonly string[]): number {
  const exact = ovfFiles.findIndex(({ deviceId }) => names.some((name) => deviceId === `/${vm.id}/${name}`));
  if (exact >= 0) return exact;
  return ovfFiles.findIndex(
    ({ deviceId }) => !/^\/vm-\d+\//.test(deviceId) && names.some((name) => deviceId.endsWith(`/${name}`)),
  );
}

/** Properties stand in the section of their product, also where nothing else is said of that. */
function appOf(config: VmConfigInfo | undefined): { products: readonly OvfProduct[]; eulas: readonly string[] } {
  const own = config?.property ?? [];
  const said = config?.product ?? [];
  const unsaid = own.filter((p, i) => !said.some(sameProduct(p)) && own.findIndex(sameProduct(p)) === i);
  const bare = unsaid.map(({ classId, instanceId }): Partial<(typeof said)[number]> => ({ classId, instanceId }));
  const products = [...said, ...bare].map((p) => ({
    classId: p.classId ?? '',
    instanceId: p.instanceId ?? '',
    product: p.name ?? '',
    vendor: p.vendor ?? '',
    version: p.version ?? '',
    fullVersion: p.fullVersion ?? '',
    productUrl: p.productUrl ?? '',
    vendorUrl: p.vendorUrl ?? '',
    appUrl: p.appUrl ?? '',
    properties: own.filter(sameProduct(p)).map(propertyOf),
  }));
  return { products, eulas: config?.eula ?? [] };
}

interface OfProduct {
  readonly classId?: string | undefined;
  readonly instanceId?: string | undefined;
}

function sameProduct(a: OfProduct): (b: OfProduct) => boolean {
  return (b) => (a.classId ?? '') === (b.classId ?? '') && (a.instanceId ?? '') === (b.instanceId ?? '');
}

/** A vApp's type in OVF's words: `int(0..255)` and the like are whole numbers, the rest is told by qualifiers. */
function propertyOf(p: VAppPropertyInfo): OvfProduct['properties'][number] {
  const type = p.type ?? 'string';
  const bounds = /^(?:string|password)\((\d*)\.\.(\d*)\)$/.exec(type);
  const network = /^ip(?::(.*))?$/.exec(type);
  const choices = /^string\[(.*)\]$/.exec(type)?.[1];
  const qualifiers = [
    bounds?.[1] ? `MinLen(${bounds[1]})` : '',
    bounds?.[2] ? `MaxLen(${bounds[2]})` : '',
    network ? (network[1] ? `Ip("${network[1]}")` : 'Ip') : '',
    choices === undefined ? '' : `ValueMap{${choices}}`,
  ];
  return {
    key: p.id ?? '',
    type:
      WHOLE[type] ??
      (/^(boolean|real)$/.test(type) ? (type === 'real' ? 'real64' : type) : /^int/.test(type) ? 'sint32' : 'string'),
    label: p.label ?? '',
    description: p.description ?? '',
    category: p.category ?? '',
    userConfigurable: p.userConfigurable ?? false,
    password: type.startsWith('password'),
    qualifiers: qualifiers.filter((q) => q !== '').join(' '),
    values: new Map([['', p.defaultValue ?? '']]),
  };
}

const WHOLE: Readonly<Record<string, string>> = {
  'int(0..255)': 'uint8',
  'int(-128..127)': 'sint8',
  'int(0..65535)': 'uint16',
  'int(-32768..32767)': 'sint16',
  'int(0..2147483647)': 'uint32',
};
