/** What somebody sees who may not see everything, and how that follows what is permitted. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Client, Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const SCENARIO = fileURLToPath(new URL('watcher.yaml', import.meta.url));
const WATCHER = 'VSPHERE.LOCAL\\watcher';
const READ_ONLY = -2;
const NO_ACCESS = -5;

class Scene implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly watcher: Client;

  constructor(ep: Endpoint, watcher: Client) {
    this.ep = ep;
    this.watcher = watcher;
  }

  static async open(): Promise<Scene> {
    const ep = await Endpoint.open({ scenario: SCENARIO });
    return new Scene(ep, await Endpoint.login(ep.sim, 'watcher@vsphere.local', 'watching'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.watcher.close();
    await this.ep[Symbol.asyncDispose]();
  }

  async permit(entity: Ref, roleId: number): Promise<void> {
    const permission = [{ principal: WATCHER, group: false, roleId, propagate: true }];
    await this.ep.call(this.ep.manager('authorizationManager'), 'SetEntityPermissions', { entity, permission });
  }

  async withdraw(entity: Ref): Promise<void> {
    const args = { entity, user: WATCHER, isGroup: false };
    await this.ep.call(this.ep.manager('authorizationManager'), 'RemoveEntityPermission', args);
  }

  /** As the watcher. */
  call(self: Ref, method: string, args: object = {}): Promise<Answer> {
    return this.watcher.call(self as never, method as never, args as never) as Promise<Answer>;
  }

  read(self: Ref, path: string): Promise<Answer> {
    return this.watcher.get(self as never, path as never) as Promise<Answer>;
  }

  /** A filter of the watcher's own, and what it has told so far: object id -> name, as the client adds it up. */
  async watch(objectSet: readonly object[], propSet: readonly object[]): Promise<() => Promise<Map<string, Answer>>> {
    const collector = await this.call(this.ep.manager('propertyCollector'), 'CreatePropertyCollector');
    await this.call(collector, 'CreateFilter', { spec: { objectSet, propSet }, partialUpdates: false });
    const known = new Map<string, Answer>();
    let version = '';
    return async () => {
      for (;;) {
        const set = await this.call(collector, 'WaitForUpdatesEx', { version, options: { maxWaitSeconds: 0 } });
        if (!set) return known;
        version = set.version;
        for (const { kind, obj, changeSet } of set.filterSet[0].objectSet) {
          if (kind !== 'modify') known.delete(obj.value);
          for (const { val } of changeSet ?? []) known.set(obj.value, val);
        }
      }
    };
  }
}

const NAMES = [{ type: 'VirtualMachine', all: false, pathSet: ['name'] }];

describe('a permission that changes', () => {
  it('takes objects out of open filters and puts them back', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const seen = await scene.watch([{ obj: vm }], NAMES);
    expect([...(await seen()).values()]).toEqual(['DC0_H0_VM0']);
    await scene.permit(vm, NO_ACCESS);
    expect([...(await seen()).keys()]).toEqual([]);
    await scene.withdraw(vm);
    expect([...(await seen()).values()]).toEqual(['DC0_H0_VM0']);
  });

  it('reaches filters on views', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const container = await ep.at('DC0/vm');
    const args = { container, type: ['VirtualMachine'], recursive: true };
    const view = await scene.call(ep.manager('viewManager'), 'CreateContainerView', args);
    const selectSet = [{ _typeName: 'TraversalSpec', type: 'ContainerView', path: 'view', skip: false }];
    const seen = await scene.watch([{ obj: view, skip: true, selectSet }], NAMES);
    expect((await seen()).size).toBe(4);
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await scene.permit(vm, NO_ACCESS);
    expect((await seen()).has(vm.value)).toBe(false);
    expect((await scene.read(view, 'view')).map((r: Ref) => r.value)).not.toContain(vm.value);
    await scene.withdraw(vm);
    expect((await seen()).size).toBe(4);
  });

  it('of a role reaches them too', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const manager = ep.manager('authorizationManager');
    const roleId = await ep.call(manager, 'AddAuthorizationRole', { name: 'sees', privIds: [] });
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await scene.permit(vm, roleId);
    const seen = await scene.watch([{ obj: vm }], NAMES);
    expect((await seen()).size).toBe(1);
    await ep.call(manager, 'MergePermissions', { srcRoleId: roleId, dstRoleId: NO_ACCESS });
    expect((await seen()).size).toBe(0);
    await scene.permit(vm, READ_ONLY);
    expect((await seen()).size).toBe(1);
  });
});

describe('an object that moves to where one may not look', () => {
  it('is read no more by filters that name it, until it comes back', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const folder = await ep.call(await ep.at('DC0/vm'), 'CreateFolder', { name: 'hidden' });
    await scene.permit(folder, NO_ACCESS);
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const seen = await scene.watch([{ obj: vm }], NAMES);
    expect((await seen()).size).toBe(1);
    await ep.run(folder, 'MoveIntoFolder_Task', { list: [vm] });
    expect((await seen()).size).toBe(0);
    await ep.run(await ep.at('DC0/vm'), 'MoveIntoFolder_Task', { list: [vm] });
    expect((await seen()).size).toBe(1);
  });

  it('wakes who waits for what is above it to move', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const root = await ep.at('DC0/vm');
    const [hidden, plain] = [
      await ep.call(root, 'CreateFolder', { name: 'hidden' }),
      await ep.call(root, 'CreateFolder', { name: 'plain' }),
    ];
    await scene.permit(hidden, NO_ACCESS);
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.run(plain, 'MoveIntoFolder_Task', { list: [vm] });
    const collector = await scene.call(ep.manager('propertyCollector'), 'CreatePropertyCollector');
    const spec = { objectSet: [{ obj: vm }], propSet: NAMES };
    await scene.call(collector, 'CreateFilter', { spec, partialUpdates: false });
    const { version } = await scene.call(collector, 'WaitForUpdatesEx', { version: '' });
    const waiting = scene.call(collector, 'WaitForUpdatesEx', { version });
    await ep.run(hidden, 'MoveIntoFolder_Task', { list: [plain] });
    const [{ objectSet }] = (await waiting).filterSet;
    expect(objectSet[0].missingSet).toEqual([expect.objectContaining({ path: 'name' })]);
  });
});

describe('one’s own task', () => {
  it('is followed to its end, though what it was about is gone by then', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const privIds = ['VirtualMachine.Inventory.Delete', 'VirtualMachine.Interact.PowerOff'];
    const roleId = await ep.call(ep.manager('authorizationManager'), 'AddAuthorizationRole', { name: 'r', privIds });
    await scene.permit(await ep.at('DC0/vm'), roleId);
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await scene.watcher.run(vm as never, 'PowerOffVM_Task' as never);
    const task: Ref = await scene.call(vm, 'Destroy_Task');
    const view = await scene.call(ep.manager('viewManager'), 'CreateListView', { obj: [task] });
    expect(await scene.read(task, 'info.state')).toBe('success');
    expect(await scene.read(view, 'view')).toEqual([task]);
    const recent: Ref[] = await scene.read(ep.manager('taskManager'), 'recentTask');
    expect(recent.map((r) => r.value)).toContain(task.value);
    const filter = { entity: undefined };
    const collector = await scene.call(ep.manager('taskManager'), 'CreateCollectorForTasks', { filter });
    const tasks: Answer[] = await scene.call(collector, 'ReadNextTasks', { maxCount: 100 });
    expect(tasks.map(({ key }) => key)).toContain(task.value);
  });
});

describe('what one may not see', () => {
  it('sets off no alarm that is told further up', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const [vm, other] = [await ep.at('DC0/vm/DC0_H0_VM0'), await ep.at('DC0/vm/DC0_H0_VM1')];
    const state = { operator: 'isEqual', type: 'VirtualMachine', statePath: 'runtime.powerState', red: 'poweredOff' };
    const expression = { _typeName: 'StateAlarmExpression', ...state };
    const spec = { name: 'off', description: '', enabled: true, expression };
    const datacenter = await ep.at('DC0');
    await ep.call(ep.manager('alarmManager'), 'CreateAlarm', { entity: datacenter, spec });
    await scene.permit(vm, NO_ACCESS);
    for (const each of [vm, other]) await ep.run(each, 'PowerOffVM_Task');
    const told = (states: Answer[]) => states.map(({ entity }) => entity.value).sort();
    expect(told(await ep.read(datacenter, 'triggeredAlarmState'))).toEqual([vm.value, other.value].sort());
    expect(told(await scene.read(datacenter, 'triggeredAlarmState'))).toEqual([other.value]);
  });

  it('leaves no trace in lists of tasks, in events, in searches and in lists of objects', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const [vm, other] = [await ep.at('DC0/vm/DC0_H0_VM0'), await ep.at('DC0/vm/DC0_H0_VM1')];
    await scene.permit(vm, NO_ACCESS);
    const { uuid } = await ep.read(vm, 'config');
    const tasks = ep.manager('taskManager');
    const [hidden, shown] = await Promise.all(
      [vm, other].map((each) => ep.call(each, 'PowerOffVM_Task') as Promise<Ref>),
    );
    const ids = async (client: 'ep' | 'scene') =>
      (await { ep, scene }[client].read(tasks, 'recentTask')).map((r: Ref) => r.value);
    expect(await ids('ep')).toEqual(expect.arrayContaining([hidden!.value, shown!.value]));
    expect(await ids('scene')).toContain(shown!.value);
    expect(await ids('scene')).not.toContain(hidden!.value);
    await expect(scene.read(hidden!, 'info')).rejects.toMatchObject({ fault: { _typeName: 'NoPermission' } });
    const events: Answer[] = await scene.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    const about = (events ?? []).map((event) => event.vm?.vm.value);
    expect(about).toContain(other.value);
    expect(about).not.toContain(vm.value);
    const search = ep.manager('searchIndex');
    const path = 'DC0/vm/DC0_H0_VM0';
    expect(await scene.call(search, 'FindByInventoryPath', { inventoryPath: path })).toBeUndefined();
    expect(await scene.call(search, 'FindByUuid', { uuid, vmSearch: true })).toBeUndefined();
    const entity = await ep.at('DC0/vm');
    expect(await scene.call(search, 'FindChild', { entity, name: 'DC0_H0_VM0' })).toBeUndefined();
    expect((await scene.read(entity, 'childEntity')).map((r: Ref) => r.value)).not.toContain(vm.value);
    await expect(scene.call(vm, 'PowerOnVM_Task')).rejects.toMatchObject({
      fault: { _typeName: 'NoPermission', privilegeId: 'System.View', object: vm },
    });
  });

  it('is in no list of permissions', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const manager = ep.manager('authorizationManager');
    const entities = async (method: string, args: object = {}) =>
      ((await scene.call(manager, method, args)) ?? []).map((p: Answer) => p.entity.value);
    const folder = await ep.at('DC0/vm');
    expect(await entities('RetrieveAllPermissions')).toEqual([folder.value]);
    expect(await entities('RetrieveRolePermissions', { roleId: -1 })).toEqual([]);
    expect(await entities('RetrieveRolePermissions', { roleId: READ_ONLY })).toEqual([folder.value]);
  });

  it('stands in missingSet where one may look but not read', async () => {
    await using scene = await Scene.open();
    const { ep } = scene;
    const root = (ep.client.content as Answer).rootFolder;
    const specSet = [{ objectSet: [{ obj: root }], propSet: [{ type: 'Folder', pathSet: ['name', 'overallStatus'] }] }];
    const { objects } = await scene.call(ep.manager('propertyCollector'), 'RetrievePropertiesEx', {
      specSet,
      options: {},
    });
    const [{ propSet, missingSet }] = objects;
    expect(propSet).toEqual([expect.objectContaining({ name: 'name' })]);
    expect(missingSet.map((m: Answer) => m.path)).toEqual(['overallStatus']);
    for (const { fault } of missingSet)
      expect(fault.fault).toMatchObject({ _typeName: 'NoPermission', privilegeId: 'System.Read', object: root });
  });
});
