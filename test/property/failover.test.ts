import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterKind } from '../../src/objects/compute/cluster/cluster.ts';
import { refusal } from '../../src/objects/compute/drs/placement.ts';
import { failHost } from '../../src/objects/compute/ha/failing.ts';
import { recoverHost } from '../../src/objects/compute/ha/recovery.ts';
import { type Host, hostKind, isEffective } from '../../src/objects/compute/host/host.ts';
import { usableCpu, usableMemory } from '../../src/objects/compute/host/host-profile.ts';
import type { Machine } from '../../src/objects/machine/machine.ts';
import { demandOf } from '../../src/objects/machine/power/demand.ts';
import { vmKind } from '../../src/objects/machine/virtual-machine.ts';
import type { Site } from '../../src/objects/site.ts';
import { Simulation } from '../../src/simulator/simulator.ts';
import type { Cell } from '../../src/world/cell.ts';

/** A cluster with HA; each machine reserves some of its memory. */
function clustered(hosts: number, reserved: readonly number[], disabled: readonly boolean[]): Site {
  const { site } = new Simulation({
    clock: { kind: 'manual' },
    inventory: { standaloneHost: 0, host: hosts, vm: reserved.length },
  });
  site.world.turn(() => {
    const vms = [...site.world.every(vmKind)];
    vms.forEach((vm, i) => {
      const { config } = vm.state;
      const memory = Object.freeze({ reservation: reserved[i]! * 1_024 });
      site.world.update(vm, { config: Object.freeze({ ...config, memoryMB: 65_536, memory }) });
    });
    const dasVm = vms.flatMap((vm, i) =>
      disabled[i] ? [{ key: vm.ref as never, restartPriority: 'disabled' as const }] : [],
    );
    for (const cluster of site.world.every(clusterKind)) {
      const none = { rule: [], group: [], drsVm: [], dpmHost: [] };
      site.world.update(cluster, { das: { enabled: true, admissionControlEnabled: false }, rules: { ...none, dasVm } });
    }
  });
  return site;
}

const hostsIn = (site: Site) => [...site.world.every(hostKind)];
const hostOf = (vm: Cell<Machine>) => vm.one<Host>('host')!;

/** Host by host: what is reserved there fits. Seeded machines may be too many for a host from the beginning. */
function fits(host: Cell<Host>): boolean {
  const { profile } = host.state;
  return host.sum('vmMemoryReservation') <= usableMemory(profile) && host.sum('vmCpuReservation') <= usableCpu(profile);
}

const world = fc.record({
  hosts: fc.integer({ min: 2, max: 5 }),
  reserved: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }),
  disabled: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  ills: fc.array(
    fc.record({
      host: fc.nat(4),
      ill: fc.constantFrom('crashed', 'poweredOff', 'isolated', 'silent', 'recover' as const),
      after: fc.integer({ min: 0, max: 90_000 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

describe('failover', () => {
  it('starts whatever fits, and never a machine twice or on a host that is away', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ hosts, reserved, disabled, ills }) => {
        const site = clustered(hosts, reserved, disabled);
        const fine = new Map(hostsIn(site).map((host) => [host, fits(host)]));
        for (const { host, ill, after } of ills) {
          const target = hostsIn(site)[host % hosts]!;
          if (ill === 'recover') recoverHost(site, target);
          else failHost(site, target, ill);
          await site.clock.advance(after);
        }
        await site.clock.advance(300_000);
        for (const [host, before] of fine) if (before) expect(fits(host)).toBe(true);
        const cluster = [...site.world.every(clusterKind)][0]!;
        const waiting = new Set(cluster.state.failover?.waiting.map(({ vm }) => vm));
        for (const vm of site.world.every(vmKind)) {
          if (vm.state.power.state !== 'poweredOn') continue;
          const { failure } = hostOf(vm).state.runtime;
          if (isEffective(hostOf(vm).state)) continue;
          // Whoever is on a host that is down waits, is not to be started, or was never missed.
          const down = failure?.kind === 'crashed' || failure?.kind === 'poweredOff';
          expect(down).toBe(down && (waiting.has(vm.id) || disabled[indexOf(site, vm)] === true));
        }
        for (const id of waiting) {
          const vm = site.world.as(vmKind, id)!;
          for (const host of hostsIn(site))
            expect(refusal(host, { ...demandOf(vm.state, id), failover: true }, 'drs')).toBeDefined();
        }
      }),
      { numRuns: 25 },
    );
  });
});

function indexOf(site: Site, vm: Cell<Machine>): number {
  return [...site.world.every(vmKind)].indexOf(vm);
}
