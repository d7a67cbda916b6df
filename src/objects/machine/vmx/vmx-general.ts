/** What a .vmx says of a machine beside its devices: name, uuids, guest, CPU and memory, and every other option. */
import { isVmxKey } from '../../../formats/vmx.ts';
import type { OptionValue, ResourceAllocationInfo } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { Site } from '../../site.ts';
import { guardGuest } from '../config/guest-support.ts';
import { hardwareKey, hardwareNumber, isHardware } from '../config/hardware-version.ts';
import { stem } from '../files.ts';
import type { Config, Configured, Identity, Machine, Said } from '../machine.ts';
import { putBootOrder, readBootOrder } from './vmx-boot.ts';
import { putCpu, readCpu, readLayout } from './vmx-cpu.ts';
import { guestIn, vmxGuest } from './vmx-guest.ts';
import { plainUuid, spacedUuid, type VmxLines, type VmxReading } from './vmx-lines.ts';
import { putOptions, readOptions } from './vmx-options.ts';
import { absolutePath } from './vmx-path.ts';

/** Lines that every .vmx of a host has and that say nothing of the machine. */
const STANDING: readonly (readonly [key: string, value: string])[] = [
  ['pciBridge0.present', 'TRUE'],
  ...[4, 5, 6, 7].flatMap(
    (n) =>
      [
        [`pciBridge${n}.present`, 'TRUE'],
        [`pciBridge${n}.virtualDev`, 'pcieRootPort'],
        [`pciBridge${n}.functions`, '8'],
      ] as const,
  ),
  ['hpet0.present', 'TRUE'],
  ['tools.remindInstall', 'FALSE'],
  ['virtualHW.productCompatibility', 'hosted'],
];

export function putGeneral(lines: VmxLines, world: World, m: Configured): void {
  const { config, identity, files } = m;
  lines.put('config.version', 8);
  lines.put('virtualHW.version', hardwareNumber(config.version));
  lines.put('nvram', `${stem(files)}.nvram`);
  for (const [key, value] of STANDING) lines.put(key, value);
  lines.put('displayName', m.name);
  lines.put('guestOS', vmxGuest(config.guestId));
  lines.put('numvcpus', config.numCPU);
  lines.put('cpuid.coresPerSocket', config.coresPerSocket);
  lines.put('memSize', config.memoryMB);
  lines.put('uuid.bios', spacedUuid(identity.uuid));
  lines.put('uuid.location', identity.locationId && spacedUuid(identity.locationId));
  lines.put('vc.uuid', spacedUuid(identity.instanceUuid));
  lines.put('vm.createDate', Math.round(identity.createDate * 1000));
  if (config.virtualICH7MPresent !== undefined) lines.put('ich7m.present', config.virtualICH7MPresent);
  if (config.virtualSMCPresent !== undefined) lines.put('smc.present', config.virtualSMCPresent);
  putAllocation(lines, 'sched.cpu', config.cpu);
  lines.put('sched.cpu.units', 'mhz');
  putAllocation(lines, 'sched.mem', config.memory);
  lines.put('sched.mem.minSize', config.memory?.reservation ?? 0);
  putOptions(lines, config.said);
  const { enabled, status } = config.said?.deviceSwap?.lsiToPvscsi ?? {};
  lines.put(`${SWAP}.enabled`, enabled);
  lines.put(`${SWAP}.status`, status);
  putCpu(lines, config);
  putBootOrder(lines, config.said, m.devices);
  if (files.snapshotDirectory) lines.put('workingDir', absolutePath(world, files.snapshotDirectory));
  if (files.suspendDirectory) lines.put('suspend.directory', absolutePath(world, files.suspendDirectory));
  if (files.logDirectory) lines.put('log.fileName', `${absolutePath(world, files.logDirectory)}/vmware.log`);
}

/** The machine's extraConfig, each option a line; it goes last, and stands over what was written before. */
export function putExtra(lines: VmxLines, extra: Config['extra']): void {
  for (const { key, value } of extra ?? []) if (isVmxKey(key)) lines.put(key, String(value));
}

function putAllocation(lines: VmxLines, prefix: string, said: Partial<ResourceAllocationInfo> | undefined): void {
  const { shares, limit = -1, reservation = 0 } = said ?? {};
  lines.put(`${prefix}.min`, reservation);
  if (limit >= 0) lines.put(`${prefix}.max`, limit);
  lines.put(`${prefix}.shares`, shares?.level === 'custom' ? shares.shares : (shares?.level ?? 'normal'));
}

const SWAP = 'deviceSwap.lsiToPvscsi';

/** Name and uuids; what is missing is undefined. */
export function readIdentity(vmx: VmxReading): {
  readonly name: string | undefined;
  readonly identity: Partial<Identity>;
} {
  const microseconds = vmx.number('vm.createDate');
  return {
    name: vmx.text('displayName') || undefined,
    identity: {
      uuid: plainUuid(vmx.text('uuid.bios')),
      instanceUuid: plainUuid(vmx.text('vc.uuid')),
      locationId: plainUuid(vmx.text('uuid.location')),
      createDate: microseconds === undefined ? undefined : microseconds / 1000,
    } as Partial<Identity>,
  };
}

/** Everything but devices. Call it last: whatever nobody asked for is extraConfig. Throws InvalidVmConfig, UnsupportedGuest. */
export function readConfig(site: Site, vmx: VmxReading, devices: Machine['devices']): Config {
  for (const key of ['config.version', 'nvram', 'sched.cpu.units', 'sched.mem.minSize', 'cleanShutdown']) vmx.text(key);
  for (const key of ['.encoding', 'checkpoint.vmState', 'sched.swap.derivedName', 'migrate.hostlog']) vmx.text(key);
  for (const [key, value] of STANDING) vmx.pass(key, value);
  return Object.freeze(configOf(site, vmx, devices));
}

function configOf(site: Site, vmx: VmxReading, devices: Machine['devices']): Config {
  const number = wanted(vmx, 'virtualHW.version', (n) => isHardware(site, hardwareKey(n)), 0);
  const numCPU = wanted(vmx, 'numvcpus', (n) => n >= 1, 1);
  const cores = wanted(vmx, 'cpuid.coresPerSocket', (n) => n >= 1 && numCPU % n === 0, 1);
  const memoryMB = wanted(vmx, 'memSize', (n) => n >= 4 && n % 4 === 0, 32);
  const guestId = guestIn(site, vmx.text('guestOS'));
  guardGuest(site, guestId, hardwareKey(number));
  const config = {
    guestId,
    version: hardwareKey(number),
    numCPU,
    coresPerSocket: cores,
    memoryMB,
    ...readLayout(vmx),
    virtualICH7MPresent: vmx.flag('ich7m.present'),
    virtualSMCPresent: vmx.flag('smc.present'),
    cpu: readAllocation(vmx, 'sched.cpu'),
    memory: readAllocation(vmx, 'sched.mem'),
    said: readSaid(vmx, devices),
  };
  return { ...config, extra: extraOf(vmx) };
}

/** A number that must be good where it is given; 0 as a default means it must be given. */
function wanted(vmx: VmxReading, key: string, good: (n: number) => boolean, otherwise: number): number {
  const text = vmx.text(key);
  const n = text === undefined && otherwise > 0 ? otherwise : vmx.number(key);
  if (n === undefined || !good(n)) throw new VimFault('InvalidVmConfig', { property: key });
  return n;
}

function readAllocation(vmx: VmxReading, prefix: string): Config['cpu'] {
  const reservation = vmx.number(`${prefix}.min`) ?? 0;
  const limit = vmx.number(`${prefix}.max`) ?? -1;
  const shares = vmx.text(`${prefix}.shares`)?.toLowerCase() ?? 'normal';
  const level = /^(low|high)$/.test(shares) ? shares : /^\d+$/.test(shares) ? 'custom' : undefined;
  const said = {
    ...(reservation > 0 && { reservation }),
    ...(limit >= 0 && { limit }),
    ...(level && { shares: Object.freeze({ shares: level === 'custom' ? Number(shares) : 0, level }) }),
  };
  return Object.keys(said).length === 0 ? undefined : (Object.freeze(said) as Config['cpu']);
}

function readSaid(vmx: VmxReading, devices: Machine['devices']): Said | undefined {
  const options = readOptions(vmx);
  const bootOrder = readBootOrder(vmx, devices);
  const said = { ...options, ...readCpu(vmx) };
  const bootOptions = bootOrder && Object.freeze({ ...options?.bootOptions, bootOrder });
  const deviceSwap = readSwap(vmx);
  const all = { ...said, ...(bootOptions && { bootOptions }), ...(deviceSwap && { deviceSwap }) };
  return Object.keys(all).length === 0 ? undefined : (Object.freeze(all) as Said);
}

function readSwap(vmx: VmxReading): Said['deviceSwap'] {
  const enabled = vmx.flag(`${SWAP}.enabled`);
  const status = vmx.text(`${SWAP}.status`);
  if (enabled === undefined) return undefined;
  return Object.freeze({ lsiToPvscsi: Object.freeze({ enabled, ...(status === 'completed' && { status }) }) });
}

function extraOf(vmx: VmxReading): Config['extra'] {
  const options = vmx.rest().map(({ key, value }) => Object.freeze({ _typeName: 'OptionValue', key, value }));
  return options.length === 0 ? undefined : Object.freeze(options as unknown as OptionValue[]);
}
