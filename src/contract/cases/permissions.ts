import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const permissionCases: readonly ContractCase[] = [
  {
    name: 'a user who may only read sees a VM, and starting it is refused with NoPermission that names the privilege',
    does: 'changes',
    needs: ['reader'],
    async run({ connect, machine, named, target }) {
      const vm = await machine('guarded');
      const reader = await connect(target.readOnlyUser);
      assert.equal(await reader.get(vm, 'name'), named('guarded'));
      const { fault } = await refusal(reader.run(vm, 'PowerOnVM_Task'), 'NoPermission');
      assert.equal(fault?.privilegeId, 'VirtualMachine.Interact.PowerOn');
      assert.deepEqual(fault?.object, { type: 'VirtualMachine', value: vm.value });
    },
  },
  {
    name: 'a user who may only read makes no folder: NoPermission names Folder.Create and the parent',
    does: 'changes',
    needs: ['reader'],
    async run({ connect, folder, target }) {
      const reader = await connect(target.readOnlyUser);
      const { fault } = await refusal(reader.call(folder, 'CreateFolder', { name: 'no' }), 'NoPermission');
      assert.equal(fault?.privilegeId, 'Folder.Create');
      assert.deepEqual(fault?.object, { type: 'Folder', value: folder.value });
    },
  },
  {
    name: 'the caller of this contract holds the privileges it needs',
    does: 'changes',
    async run({ client, folder }) {
      const privId = ['System.Read', 'VirtualMachine.Inventory.Create', 'VirtualMachine.Interact.PowerOn'];
      const held = await client.call(client.content.authorizationManager!, 'HasPrivilegeOnEntity', {
        entity: folder,
        sessionId: client.session.key,
        privId,
      });
      assert.deepEqual(held, [true, true, true]);
    },
  },
  {
    name: 'the roles that vCenter brings along are there under their ids',
    does: 'reads',
    async run({ client }) {
      const roles = (await client.get(client.content.authorizationManager!, 'roleList')) ?? [];
      const system = roles.filter((role) => role.system).map(({ roleId, name }) => [roleId, name] as const);
      for (const wanted of [
        [-1, 'Admin'],
        [-2, 'ReadOnly'],
        [-5, 'NoAccess'],
      ] as const) {
        assert.ok(
          system.some(([id, name]) => id === wanted[0] && name === wanted[1]),
          `${wanted} is not among ${system}`,
        );
      }
    },
  },
  {
    name: 'every privilege is listed with its group and its name',
    does: 'reads',
    async run({ client }) {
      const list = (await client.get(client.content.authorizationManager!, 'privilegeList')) ?? [];
      const found = list.find(({ privId }) => privId === 'VirtualMachine.Interact.PowerOn');
      assert.deepEqual([found?.name, found?.privGroupName], ['PowerOn', 'VirtualMachine.Interact']);
      assert.equal(new Set(list.map(({ privId }) => privId)).size, list.length);
    },
  },
  {
    name: 'what a user may do with an object is told to the user',
    does: 'reads',
    async run({ client }) {
      const { authorizationManager, rootFolder } = client.content;
      const wanted = { entities: [rootFolder], userName: client.session.userName };
      const [found] = (await client.call(authorizationManager!, 'FetchUserPrivilegeOnEntities', wanted)) ?? [];
      assert.equal(found?.entity.value, rootFolder.value);
      for (const privilege of ['System.View', 'System.Read']) {
        assert.ok(found?.privileges?.includes(privilege), `${privilege} is not among them`);
      }
    },
  },
  {
    name: 'somebody is an administrator of everything',
    does: 'reads',
    async run({ client }) {
      const { authorizationManager, rootFolder } = client.content;
      const all = (await client.call(authorizationManager!, 'RetrieveAllPermissions')) ?? [];
      assert.ok(
        all.some(({ entity, propagate, roleId }) => roleId === -1 && propagate && entity?.value === rootFolder.value),
      );
    },
  },
  {
    name: 'a role has the privileges that it was given, and those that every role has',
    does: 'changes',
    needs: ['may create roles'],
    async run({ client, named, role }) {
      const roleId = await role('operator', ['VirtualMachine.Interact.PowerOn']);
      const find = async () => {
        const roles = (await client.get(client.content.authorizationManager!, 'roleList')) ?? [];
        return roles.find((one) => one.roleId === roleId);
      };
      const made = await find();
      assert.deepEqual([made?.name, made?.system], [named('operator'), false]);
      const every = ['System.Anonymous', 'System.Read', 'System.View'];
      assert.deepEqual(made?.privilege?.toSorted(), [...every, 'VirtualMachine.Interact.PowerOn']);
      await client.call(client.content.authorizationManager!, 'UpdateAuthorizationRole', {
        roleId,
        newName: named('operator'),
        privIds: ['VirtualMachine.Interact.PowerOff'],
      });
      assert.deepEqual((await find())?.privilege?.toSorted(), [...every, 'VirtualMachine.Interact.PowerOff']);
    },
  },
  {
    name: 'a second role of the same name is refused with AlreadyExists',
    does: 'changes',
    needs: ['may create roles'],
    async run({ role }) {
      await role('same', []);
      await refusal(role('same', []), 'AlreadyExists');
    },
  },
  {
    name: 'a permission is read as it was set, and gone when it is removed',
    does: 'changes',
    needs: ['may create roles', 'reader'],
    async run({ client, connect, folder, role, target }) {
      const roleId = await role('keeper', ['VirtualMachine.Interact.PowerOn']);
      const principal = (await connect(target.readOnlyUser)).session.userName;
      const { authorizationManager } = client.content;
      const permission = [{ principal, group: false, roleId, propagate: true }];
      const own = async () => {
        const wanted = { entity: folder, inherited: false };
        const list = (await client.call(authorizationManager!, 'RetrieveEntityPermissions', wanted)) ?? [];
        return list.map((one) => [one.principal.toLowerCase(), one.roleId, one.propagate]);
      };
      await client.call(authorizationManager!, 'SetEntityPermissions', { entity: folder, permission });
      assert.deepEqual(await own(), [[principal.toLowerCase(), roleId, true]]);
      const remove = { entity: folder, user: principal, isGroup: false };
      await client.call(authorizationManager!, 'RemoveEntityPermission', remove);
      assert.deepEqual(await own(), []);
    },
  },
  {
    name: 'a permission on a folder lets its user do what its role says with the machines in it, and no more',
    does: 'changes',
    needs: ['may create roles', 'reader'],
    async run({ client, connect, folder, machine, role, target }) {
      const vm = await machine('entrusted');
      const roleId = await role('starter', ['VirtualMachine.Interact.PowerOn']);
      const reader = await connect(target.readOnlyUser);
      const principal = reader.session.userName;
      const permission = [{ principal, group: false, roleId, propagate: true }];
      await client.call(client.content.authorizationManager!, 'SetEntityPermissions', { entity: folder, permission });
      await reader.run(vm, 'PowerOnVM_Task');
      assert.equal(await client.get(vm, 'runtime.powerState'), 'poweredOn');
      const { fault } = await refusal(reader.run(vm, 'PowerOffVM_Task'), 'NoPermission');
      assert.equal(fault?.privilegeId, 'VirtualMachine.Interact.PowerOff');
    },
  },
];
