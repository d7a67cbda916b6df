import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Client, Ref } from '../../../src/client/index.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const INVENTORY = { app: 1, pod: 1, nsx: 1, pool: 1 };
/** Of the version that is presented; a later one has more. */
const ENTITIES = vim25.managedNames.filter((name) => {
  const type = vim25.managed(name)!;
  return type.properties.has('effectiveRole') && type.version <= vim25.versionIndex('8.0.2.0');
});

/** effectiveRole of everything in the inventory as one client reads it: type -> the different answers. */
async function roles(ep: Endpoint, client: Client): Promise<Map<string, Set<string>>> {
  const call = (self: Ref, method: string, args: object): Promise<Answer> =>
    client.call(self as never, method as never, args as never) as Promise<Answer>;
  const { rootFolder, viewManager, propertyCollector } = ep.client.content as Answer;
  const view = await call(viewManager, 'CreateContainerView', { container: rootFolder, recursive: true });
  const selectSet = [{ _typeName: 'TraversalSpec', type: 'ContainerView', path: 'view', skip: false }];
  const propSet = [{ type: 'ManagedEntity', pathSet: ['effectiveRole'] }];
  const objectSet = [{ obj: view, skip: true, selectSet }, { obj: rootFolder }];
  const args = { specSet: [{ objectSet, propSet }], options: {} };
  const { objects } = await call(propertyCollector, 'RetrievePropertiesEx', args);
  const found = new Map<string, Set<string>>();
  for (const { obj, propSet: read, missingSet } of objects) {
    const answer = JSON.stringify(
      read?.[0]?.val._value.toSorted((a: number, b: number) => a - b) ?? missingSet[0].fault.fault.privilegeId,
    );
    found.set(obj.type, (found.get(obj.type) ?? new Set()).add(answer));
  }
  return found;
}

describe('effectiveRole', () => {
  it('is the role one has, on every type of entity', async () => {
    await using ep = await Endpoint.open({ inventory: INVENTORY, scenario: 'restricted-user' });
    const operator = await Endpoint.login(ep.sim, 'operator@vsphere.local', 'operator');
    const administrators = await roles(ep, ep.client);
    const operators = await roles(ep, operator);
    const abstract = ['ManagedEntity', 'DistributedVirtualSwitch'];
    const met = ENTITIES.filter((type) => !abstract.includes(type));
    expect(met.filter((type) => !administrators.has(type))).toEqual([]);
    const roleId = (await ep.read(ep.manager('authorizationManager'), 'roleList')).find(
      (role: Answer) => role.name === 'Operator',
    ).roleId;
    for (const type of met) {
      expect([type, [...administrators.get(type)!]]).toEqual([type, ['[-1]']]);
      const given = [...operators.get(type)!].sort();
      // A VM has what its folder gives and what its pool gives.
      if (type === 'VirtualMachine') expect(given).toEqual([JSON.stringify([-2, roleId])]);
      else if (type === 'Folder') expect(given).toEqual(['[-2]', `[${roleId}]`].sort());
      else if (type === 'VirtualApp') expect(given).toHaveLength(1);
      else expect([type, given]).toEqual([type, ['[-2]']]);
    }
    await operator.close();
  });

  it('is View above what one has something to do with', async () => {
    const scenario = fileURLToPath(new URL('watcher.yaml', import.meta.url));
    await using ep = await Endpoint.open({ scenario });
    const watcher = await Endpoint.login(ep.sim, 'watcher@vsphere.local', 'watching');
    const seen = await roles(ep, watcher);
    expect(Object.fromEntries([...seen].map(([type, answers]) => [type, [...answers].sort()]))).toEqual({
      Datacenter: ['[-3]'],
      Folder: ['[-2]', '[-3]'],
      VirtualMachine: ['[-2]'],
    });
    await watcher.close();
  });

  it('is there on an ESXi host', async () => {
    await using ep = await Endpoint.open({ esx: true });
    for (const [type, answers] of await roles(ep, ep.client)) expect([type, [...answers]]).toEqual([type, ['[-1]']]);
  });
});
