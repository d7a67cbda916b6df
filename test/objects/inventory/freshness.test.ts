import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { Inventory } from './harness.ts';

/** Everything kept that a fresh derivation would not give. */
function stale(inv: Inventory): string[] {
  const { world } = inv;
  const found: string[] = [];
  for (const kind of world.model.kinds.values()) {
    for (const cell of world.ofType(kind.type)) {
      for (const p of kind.slots) {
        if (p.ageing !== 'facts' && p.ageing !== 'tick') continue;
        const kept = JSON.stringify(world.derive(cell, p).value);
        if (kept !== JSON.stringify(p.value(cell.state as never, cell as never))) found.push(`${kind.type}.${p.name}`);
      }
    }
  }
  return [...new Set(found)];
}

/** Does something to the inventory, and says what went stale by it. */
function after(inv: Inventory, change: () => unknown): string[] {
  stale(inv);
  change();
  return stale(inv);
}

type Change = readonly [name: string, change: (inv: Inventory) => unknown];

const find = (inv: Inventory, ref: unknown): Cell => inv.world.find((ref as Ref).value)!;
const manager = (inv: Inventory, name: string) =>
  find(inv, (inv.named('HostSystem', 'DC0_H0').get('configManager') as Record<string, Ref>)[name]);
const flat = { reservation: 100, limit: -1, expandableReservation: true, shares: { level: 'normal', shares: 0 } };
const spec = { cpuAllocation: flat, memoryAllocation: flat };

const CHANGES: readonly Change[] = [
  ['a datastore renamed', (inv) => inv.done(inv.named('Datastore', 'LocalDS_0'), 'Rename_Task', { newName: 'x' })],
  ['a network renamed', (inv) => inv.done(inv.named('Network', 'VM Network'), 'Rename_Task', { newName: 'x' })],
  [
    'a switch renamed',
    (inv) => inv.done(inv.named('VmwareDistributedVirtualSwitch', 'DVS0'), 'Rename_Task', { newName: 'x' }),
  ],
  [
    'a port group renamed',
    (inv) => inv.done(inv.named('DistributedVirtualPortgroup', 'DC0_DVPG0'), 'Rename_Task', { newName: 'x' }),
  ],
  [
    'a pool made',
    (inv) => inv.call(inv.named('ResourcePool', 'DC0_C0_RP1'), 'CreateResourcePool', { name: 'x', spec }),
  ],
  ['a pool changed', (inv) => inv.call(inv.named('ResourcePool', 'DC0_C0_RP1'), 'UpdateConfig', { config: spec })],
  ['a pool destroyed', (inv) => inv.done(inv.named('ResourcePool', 'DC0_C0_RP1'), 'Destroy_Task')],
  [
    'a host in maintenance',
    (inv) => inv.done(inv.named('HostSystem', 'DC0_C0_H0'), 'EnterMaintenanceMode_Task', { timeout: 0 }),
  ],
  ['a host disconnected', (inv) => inv.done(inv.named('HostSystem', 'DC0_C0_H0'), 'DisconnectHost_Task')],
  [
    'a host added',
    (inv) =>
      inv.done(inv.named('ClusterComputeResource', 'DC0_C0'), 'AddHost_Task', {
        spec: { hostName: 'h', force: false },
        asConnected: true,
      }),
  ],
  [
    'a host moved',
    (inv) =>
      inv.done(inv.named('ClusterComputeResource', 'DC0_C0'), 'MoveInto_Task', {
        host: [inv.named('HostSystem', 'DC0_H0').ref],
      }),
  ],
  ['a host removed', (inv) => inv.done(inv.named('HostSystem', 'DC0_H0'), 'Destroy_Task')],
  [
    'a port group of a host',
    (inv) =>
      inv.call(manager(inv, 'networkSystem'), 'AddPortGroup', {
        portgrp: { name: 'x', vlanId: 1, vswitchName: 'vSwitch0', policy: {} },
      }),
  ],
  ['a service', (inv) => inv.call(manager(inv, 'serviceSystem'), 'StartService', { id: 'TSM' })],
  [
    'an option',
    (inv) =>
      inv.call(manager(inv, 'advancedOption'), 'UpdateOptions', {
        changedValue: [{ key: 'DCUI.Access', value: 'me' }],
      }),
  ],
  [
    'an NFS mount',
    (inv) =>
      inv.call(manager(inv, 'datastoreSystem'), 'CreateNasDatastore', {
        spec: { remoteHost: 'n', remotePath: '/', localPath: 'n', accessMode: 'readOnly' },
      }),
  ],
  ['a VM off', (inv) => inv.done(inv.named('VirtualMachine', 'DC0_C0_RP1_VM0'), 'PowerOffVM_Task')],
  [
    'a VM moved to another pool',
    (inv) =>
      inv.call(inv.named('ResourcePool', 'Resources'), 'MoveIntoResourcePool', {
        list: [inv.named('VirtualMachine', 'DC0_H0_VM0').ref],
      }),
  ],
  ['a cluster destroyed', (inv) => inv.done(inv.named('ClusterComputeResource', 'DC0_C0'), 'Destroy_Task')],
  [
    'a datastore into a pod',
    (inv) =>
      inv.done(inv.named('StoragePod', 'DC0_POD0'), 'MoveIntoFolder_Task', {
        list: [inv.named('Datastore', 'LocalDS_0').ref],
      }),
  ],
  [
    'a port group added',
    (inv) =>
      inv.done(inv.named('VmwareDistributedVirtualSwitch', 'DVS0'), 'AddDVPortgroup_Task', { spec: [{ name: 'x' }] }),
  ],
  [
    'a cluster reconfigured',
    (inv) =>
      inv.done(inv.named('ClusterComputeResource', 'DC0_C0'), 'ReconfigureComputeResource_Task', {
        spec: { dasConfig: { enabled: true } },
        modify: true,
      }),
  ],
  ['a datacenter destroyed', (inv) => inv.done(inv.named('Datacenter', 'DC0'), 'Destroy_Task')],
  ['a tick', (inv) => inv.world.nextTick()],
];

describe('what every property declares to read', () => {
  it.each(CHANGES)('covers %s', (_, change) => {
    const inv = new Inventory({ inventory: { dc: 1, pool: 1, app: 1, pod: 1, nsx: 1, cluster: 1 } });
    expect(after(inv, () => change(inv))).toEqual([]);
  });
});
