/**
 * Slots: the room of one machine. A slot is as big as the largest reservations of the machines that run, or of a size
 * that somebody set; a host has as many as fit, by CPU and by memory. The cluster bears the failure of so many of its
 * largest hosts as leave slots enough for all machines.
 */
import type { ClusterFailoverLevelAdmissionControlPolicy } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { LEAST_CPU } from '../../machine/config/allocation.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { goodHosts, type Reserved, reservedBy, roomOf, runningIn } from './reserved.ts';

const MIB = 2 ** 20;

export interface Slots {
  readonly size: Reserved;
  readonly hosts: readonly { readonly host: Cell<Host>; readonly slots: number }[];
  readonly total: number;
  readonly used: number;
  /** Machines that need more than one. */
  readonly large: readonly { readonly vm: Cell<Machine>; readonly slots: number }[];
  /** How many hosts may fail. */
  readonly level: number;
}

/** The slots of a cluster, with `more` machines running beside those that do; `except` is not counted as one of these. */
export function slotsOf(
  cluster: Cell<Cluster>,
  policy: ClusterFailoverLevelAdmissionControlPolicy,
  more: readonly Reserved[] = [],
  except?: Cell<Machine>,
): Slots {
  const vms = [...runningIn(cluster)].filter((vm) => vm !== except);
  const asked = [...vms.map(reservedBy), ...more];
  const size = fixedSize(policy) ?? largest(asked);
  const needs = asked.map((r) => slotsFor(r, size));
  const hosts = goodHosts(cluster).map((host) => ({ host, slots: slotsIn(roomOf(host), size) }));
  const used = needs.reduce((sum, n) => sum + n, 0);
  const large = vms.flatMap((vm, i) => (needs[i]! > 1 ? [{ vm, slots: needs[i]! }] : []));
  return {
    size,
    hosts,
    total: hosts.reduce((sum, { slots }) => sum + slots, 0),
    used,
    large,
    level: levelOf(
      hosts.map(({ slots }) => slots),
      used,
    ),
  };
}

function fixedSize({ slotPolicy }: ClusterFailoverLevelAdmissionControlPolicy): Reserved | undefined {
  if (slotPolicy?._typeName !== 'ClusterFixedSizeSlotPolicy') return undefined;
  const { cpu, memory } = slotPolicy as unknown as Reserved;
  return { cpu: Math.max(1, cpu), memory: Math.max(1, memory) * MIB };
}

function largest(asked: readonly Reserved[]): Reserved {
  let [cpu, memory] = [LEAST_CPU, 0];
  for (const r of asked) {
    cpu = Math.max(cpu, r.cpu);
    memory = Math.max(memory, r.memory);
  }
  // Where nothing runs a slot is the overhead of a small machine.
  return { cpu, memory: memory || 100 * MIB };
}

function slotsFor(asked: Reserved, size: Reserved): number {
  return Math.max(1, Math.ceil(asked.cpu / size.cpu), Math.ceil(asked.memory / size.memory));
}

function slotsIn(room: Reserved, size: Reserved): number {
  return Math.max(0, Math.min(Math.floor(room.cpu / size.cpu), Math.floor(room.memory / size.memory)));
}

/** How many hosts, the largest first, may go until what is left is less than `used`. */
export function levelOf(room: readonly number[], used: number): number {
  const sorted = [...room].sort((a, b) => b - a);
  let left = sorted.reduce((sum, n) => sum + n, 0);
  let level = 0;
  for (const largestLeft of sorted) {
    left -= largestLeft;
    if (left < used || left === 0) break;
    level++;
  }
  return level;
}
