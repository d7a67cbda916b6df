/** CreateImportSpec: what ImportVApp is to make of a descriptor, and which files it then waits for. */
import type { OvfCollection, OvfEnvelope, OvfHardware, OvfSystem } from '../../formats/ovf/envelope.ts';
import type {
  ImportSpec,
  LocalizedMethodFault,
  OvfCreateImportSpecParams,
  OvfCreateImportSpecResult,
  OvfFileItem,
} from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { nameOf } from '../call.ts';
import { isNamed } from '../machine/config/guest-support.ts';
import { isHardware } from '../machine/config/hardware-version.ts';
import type { Site } from '../site.ts';
import { configRows } from './config-rows.ts';
import { faultOf, readOr } from './faults.ts';
import { built } from './hardware.ts';
import { guestOfNumber } from './operating-systems.ts';
import { envelopeOf, nameOfEntity, optionOf, PROVISIONING, some } from './parse-descriptor.ts';
import { type Values, vAppSpec } from './properties.ts';
import { OTHER } from './resource-types.ts';

interface Import {
  readonly site: Site;
  readonly envelope: OvfEnvelope;
  readonly option: string;
  readonly params: OvfCreateImportSpecParams;
  readonly pool: Cell;
  readonly datastore: string;
  readonly values: Values;
  readonly files: OvfFileItem[];
  readonly error: LocalizedMethodFault[];
  readonly warning: LocalizedMethodFault[];
}

export function importSpec(
  site: Site,
  text: string,
  pool: Cell,
  datastore: Cell,
  params: OvfCreateImportSpecParams,
): OvfCreateImportSpecResult {
  const { value: envelope, error } = readOr(() => envelopeOf(text, params));
  if (!envelope) return result(undefined, { files: [], error: [error!], warning: [] });
  const { diskProvisioning } = params;
  const about: Import = {
    site,
    envelope,
    option: optionOf(envelope, params),
    params,
    pool,
    datastore: `[${nameOf(datastore)}]`,
    values: new Map((params.propertyMapping ?? []).map(({ key, value }) => [key, value])),
    files: [],
    error: [],
    warning: envelope.ignored.map((flaw) => faultOf(flaw)),
  };
  if (diskProvisioning && !PROVISIONING.includes(diskProvisioning)) {
    const fault = { diskProvisioning, supportedDiskProvisioning: PROVISIONING.join(',') };
    about.error.push(new VimFault('OvfUnsupportedDiskProvisioning', fault).localized() as LocalizedMethodFault);
  }
  const { root } = envelope;
  const name = params.entityName || nameOfEntity(root);
  const spec = root.kind === 'system' ? machineSpec(root, name, about) : collectionSpec(root, name, about);
  return result(about.error.length > 0 ? undefined : spec, about);
}

function result(
  spec: ImportSpec | undefined,
  { files, error, warning }: Pick<Import, 'files' | 'error' | 'warning'>,
): OvfCreateImportSpecResult {
  return {
    _typeName: 'OvfCreateImportSpecResult',
    importSpec: spec,
    fileItem: spec && some(files),
    warning: some(warning),
    error: some(error),
  } as OvfCreateImportSpecResult;
}

function collectionSpec(entity: OvfCollection, name: string, about: Import): ImportSpec {
  const child = entity.children.map((one) => {
    const spec =
      one.kind === 'system'
        ? machineSpec(one, nameOfEntity(one), about)
        : collectionSpec(one, nameOfEntity(one), about);
    const start = entity.startup.find(({ id }) => id === one.id);
    const entityConfig = start && {
      tag: one.id,
      startOrder: start.order,
      startDelay: start.startDelay,
      stopDelay: start.stopDelay,
      waitingForGuest: start.waitingForGuest,
      startAction: start.startAction,
      stopAction: start.stopAction,
    };
    return entityConfig ? { ...spec, entityConfig } : spec;
  });
  return {
    _typeName: 'VirtualAppImportSpec',
    name,
    vAppConfigSpec: { ...vAppSpec(entity, undefined, about.option, about.values), annotation: entity.annotation },
    resourcePoolSpec: { cpuAllocation: { ...ANY }, memoryAllocation: { ...ANY } },
    child,
  } as unknown as ImportSpec;
}

const ANY = { reservation: 0, expandableReservation: true, limit: -1, shares: { shares: 0, level: 'normal' } };

function machineSpec(entity: OvfSystem, name: string, about: Import): ImportSpec | undefined {
  const found = hardwareFor(entity, about);
  if (!found) return undefined;
  const { hardware, version } = found;
  const { option, params, error, warning, files } = about;
  const provisioning = params.diskProvisioning ?? '';
  const made = built(hardware, {
    envelope: about.envelope,
    entity: name,
    option,
    networkFor: (network) => networkFor(network, about),
    thin: provisioning === '' ? undefined : /^(thin|sparse|monolithicSparse)$/.test(provisioning),
    eager: provisioning === 'eagerZeroedThick',
    datastore: about.datastore,
    error,
    warning,
  });
  files.push(...made.files, ...nvramOf(hardware, name, about));
  return {
    _typeName: 'VirtualMachineImportSpec',
    configSpec: {
      _typeName: 'VirtualMachineConfigSpec',
      name,
      version,
      guestId: guestOf(entity, about),
      annotation: entity.annotation || undefined,
      files: { vmPathName: about.datastore },
      numCPUs: made.cpus,
      numCoresPerSocket: made.coresPerSocket,
      memoryMB: made.memoryMB,
      deviceChange: made.changes,
      vAppConfig: vAppSpec(entity, hardware, option, about.values),
      ...configRows(hardware),
    },
  } as unknown as ImportSpec;
}

/** An nvram that comes along. */
function nvramOf({ extraConfig }: OvfHardware, name: string, { envelope }: Import): OvfFileItem[] {
  const id = /^ovf:\/file\/(.+)$/.exec(extraConfig.get('nvram') ?? '')?.[1];
  const file = envelope.files.find((f) => f.id === id);
  if (!file) return [];
  const { href: path, size } = file;
  return [{ deviceId: `/${name}/nvram`, path, size, cimType: OTHER, create: true } as OvfFileItem];
}

/** The hardware section of the newest version that is known here. */
function hardwareFor(
  entity: OvfSystem,
  { site, error }: Import,
): { hardware: OvfHardware; version: string } | undefined {
  let best: { hardware: OvfHardware; version: string } | undefined;
  for (const hardware of entity.hardware) {
    for (const version of hardware.families) {
      if (isHardware(site, version) && (!best || version > best.version)) best = { hardware, version };
    }
  }
  if (best) return best;
  const value = entity.hardware.flatMap(({ families }) => families).join(' ');
  const kind = entity.hardware.length === 0 ? 'OvfMissingElement' : 'OvfNoSupportedHardwareFamily';
  error.push(faultOf({ kind, element: 'VirtualHardwareSection', value, line: 1 }));
  return undefined;
}

/** VMware's own id where it is one of the presented API; else what the CIM number stands for, with a word about it. */
function guestOf({ os }: OvfSystem, { site, warning }: Import): string {
  const named = os?.guestId && os.guestId.charAt(0).toLowerCase() + os.guestId.slice(1);
  if (named && isNamed(site, named)) return named;
  const guest = guestOfNumber(os?.id ?? 1) ?? 'otherGuest';
  if (os && guest === 'otherGuest' && os.id > 1) {
    const about = { ovfId: os.id, ovfDescription: os.description, targetDescription: 'Other (32-bit)' };
    warning.push(new VimFault('OvfMappedOsId', about).localized() as LocalizedMethodFault);
  }
  return guest;
}

/** As mapped; else a network of that name, or the first there is, where the pool's hosts can reach it. */
function networkFor(name: string, { site, params, pool }: Import): Cell | undefined {
  const mapped = params.networkMapping?.find((mapping) => mapping.name === name)?.network;
  if (mapped) return site.world.find(mapped.value);
  const owner = pool.one('owner');
  const reached = ((owner?.get('network') ?? []) as readonly Ref[]).flatMap((r) => site.world.find(r.value) ?? []);
  return reached.find((network) => network.get('name') === name) ?? reached[0];
}
