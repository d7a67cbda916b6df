/** A machine at a tick. */
import type { Cell } from '../../world/cell.ts';
import { guestIo, NO_IO, shares } from '../compute/load/io.ts';
import type { Ledger, MachineFacts } from '../compute/load/ledger.ts';
import { TICK } from '../compute/load/tick.ts';
import { seedOf } from '../compute/load/vm-load.ts';
import { cpuReservation, guestReservation } from '../machine/config/allocation.ts';
import { type Device, isCard, isDisk } from '../machine/device/device.ts';
import type { Machine } from '../machine/machine.ts';
import type { Datastore } from '../storage/datastore.ts';
import type { Each, Figures, Observed, Part } from './figures.ts';

const MIB = 2 ** 20;
const KIB = 1024;

/** Undefined when it was not there, or did not run. */
export function observeMachine(ledger: Ledger, vm: Cell<Machine>, tick: number): Observed | undefined {
  const facts = ledger.machineAt(vm.id, tick);
  const use = facts && ledger.useAt(vm.id, tick);
  if (!facts || !use || use.overhead === 0) return undefined;
  const { config, power } = facts;
  const mhz = config.numCPU * (ledger.hostAt(facts.place.host, tick)?.profile.mhz ?? 0);
  const seed = seedOf(facts);
  const disks = facts.devices.filter(isDisk);
  const whole: Figures = {
    use,
    own: { cpu: 0, memory: 0 },
    cpus: config.numCPU,
    mhz,
    memory: config.memoryMB,
    reservedCpu: cpuReservation(config),
    reservedMemory: guestReservation(config) / MIB,
    usableCpu: mhz,
    usableMemory: config.memoryMB,
    io: ioOf(facts, use.cpu / Math.max(1, mhz), tick),
    uptime: (tick - (power.bootTick ?? 0)) * TICK,
    running: 1,
    hosts: 1,
    space: {
      capacity: sum(disks, (d) => d.capacityInBytes ?? 0) / KIB,
      used: (vm.all<Datastore>('datastore').length > 0 ? committed(vm) : 0) / KIB,
      provisioned: sum(disks, (d) => d.capacityInBytes ?? 0) / KIB + KIB * config.memoryMB,
    },
  };
  return { whole, parts: (each) => partsOf(vm, facts, seed, tick, each) };
}

/** What a machine moves at a tick, where it has the disks and cards to do so. */
export function ioOf(m: MachineFacts, share: number, tick: number): ReturnType<typeof guestIo> {
  const io = m.devices.some(isDisk) ? guestIo(seedOf(m), tick, share) : NO_IO;
  if (m.devices.some((d) => isCard(d) && d.connectable?.connected !== false)) return io;
  return { ...io, received: 0, sent: 0, packetsIn: 0, packetsOut: 0 };
}

function committed(vm: Cell<Machine>): number {
  return (
    (vm.get('storage') as { perDatastoreUsage?: { committed: number }[] } | undefined)?.perDatastoreUsage?.reduce(
      (bytes, { committed: own }) => bytes + own,
      0,
    ) ?? 0
  );
}

function partsOf(vm: Cell<Machine>, facts: MachineFacts, seed: number, tick: number, each: Each): readonly Part[] {
  const divided = (salt: number, names: readonly string[]): Part[] => {
    const parts = shares(seed + salt, tick, names.length);
    return names.map((instance, i) => ({ instance, share: parts[i]! }));
  };
  switch (each) {
    case 'cpu':
      return divided(
        1,
        Array.from({ length: facts.config.numCPU }, (_, i) => String(i)),
      );
    case 'card':
      return divided(
        2,
        facts.devices.filter(isCard).map((d) => String(d.key)),
      );
    case 'virtualDisk':
      return divided(
        3,
        facts.devices.filter(isDisk).map((d) => slotName(facts.devices, d)),
      );
    default:
      return merged(
        divided(
          3,
          facts.devices.filter(isDisk).map((d) => volumeName(vm, d, each) ?? ''),
        ).filter((p) => p.instance !== ''),
      );
  }
}

/** Several disks on one datastore are one instance. */
function merged(parts: readonly Part[]): Part[] {
  const sums = new Map<string, number>();
  for (const { instance, share } of parts) sums.set(instance, (sums.get(instance) ?? 0) + share);
  return Array.from(sums, ([instance, share]) => ({ instance, share }));
}

/** `scsi0:1` */
function slotName(devices: readonly Device[], disk: Device): string {
  const controller = devices.find((d) => d.key === disk.controllerKey);
  const type = controller?._typeName ?? '';
  const bus = /NVME/i.test(type) ? 'nvme' : /AHCI|SATA/i.test(type) ? 'sata' : /IDE/.test(type) ? 'ide' : 'scsi';
  return `${bus}${controller?.busNumber ?? 0}:${disk.unitNumber ?? 0}`;
}

function volumeName(vm: Cell<Machine>, disk: Device, each: Each): string | undefined {
  const id = disk.backing?.file?.datastore;
  const datastore = id === undefined ? undefined : (vm.world.find(id) as unknown as Cell<Datastore> | undefined);
  if (!datastore) return undefined;
  const { volume } = datastore.state;
  return each === 'datastore' ? volume.uuid : volume.type === 'VMFS' ? `naa.${volume.disk}` : undefined;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
