import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const permissionCases: readonly ContractCase[] = [
  {
    name: 'a user who may only read sees a VM, and starting it is refused with NoPermission that names the privilege',
    async run({ connect, inapplicable, machine, target }) {
      const user = target.readOnlyUser ?? inapplicable('no user who may only read was given (readOnlyUser)');
      const vm = await machine('guarded');
      const reader = await connect(user);
      assert.equal(await reader.get(vm, 'name'), 'guarded');
      const { fault } = await refusal(reader.run(vm, 'PowerOnVM_Task'), 'NoPermission');
      assert.equal(fault?.privilegeId, 'VirtualMachine.Interact.PowerOn');
      assert.deepEqual(fault?.object, { type: 'VirtualMachine', value: vm.value });
    },
  },
  {
    name: 'the caller of this contract holds the privileges it needs',
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
];
