import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const settingCases: readonly ContractCase[] = [
  {
    name: 'a host has counters of the moment, one value every twenty seconds',
    does: 'reads',
    async run({ client, ground: { hosts } }) {
      const entity = hosts[0]!.ref;
      const summary = await client.call(client.content.perfManager!, 'QueryPerfProviderSummary', { entity });
      assert.deepEqual([summary.currentSupported, summary.refreshRate], [true, 20]);
    },
  },
  {
    name: 'counters are known by group and name, each under one id',
    does: 'reads',
    async run({ client }) {
      const counters = (await client.get(client.content.perfManager!, 'perfCounter')) ?? [];
      const names = counters.map(
        ({ groupInfo, nameInfo, rollupType }) => `${groupInfo.key}.${nameInfo.key}.${rollupType}`,
      );
      for (const wanted of ['cpu.usage.average', 'mem.usage.average', 'cpu.usagemhz.average']) {
        assert.ok(names.includes(wanted), `${wanted} is not there`);
      }
      assert.equal(new Set(counters.map(({ key }) => key)).size, counters.length);
    },
  },
  {
    name: 'a setting that is not there is refused with InvalidName',
    does: 'reads',
    async run({ client }) {
      const name = 'no.such.setting.of.simsphere';
      await refusal(client.call(client.content.setting!, 'QueryOptions', { name }), 'InvalidName');
    },
  },
  {
    name: 'the choices for a new VM in a cluster hold the guest ids that it may have',
    does: 'reads',
    async run({ client, ground: { cluster } }) {
      const browser = await client.get(cluster.ref, 'environmentBrowser');
      const option = await client.call(browser!, 'QueryConfigOption', {});
      const ids = option?.guestOSDescriptor.map(({ id }) => id) ?? [];
      assert.ok(ids.includes('otherGuest64'), 'otherGuest64 is not there');
      assert.match(option?.version ?? '', /^vmx-\d+$/);
    },
  },
  {
    name: 'the choices for a new VM in a cluster hold the datastores and networks that it may use',
    does: 'reads',
    async run({ client, ground: { cluster, datastores } }) {
      const browser = await client.get(cluster.ref, 'environmentBrowser');
      const target = await client.call(browser!, 'QueryConfigTarget', {});
      const names = (target?.datastore ?? []).map(({ datastore }) => datastore.name);
      assert.ok(names.includes(datastores[0]!.name), `${datastores[0]!.name} is not among ${names}`);
    },
  },
  {
    name: 'the kinds of events are described by the name of their type',
    does: 'reads',
    async run({ client }) {
      const { eventInfo } = await client.get(client.content.eventManager!, 'description');
      const found = eventInfo.find(({ key }) => key === 'VmPoweredOnEvent');
      assert.equal(found?.category, 'info');
    },
  },
  {
    name: 'the kinds of tasks are described by the id that a task carries',
    does: 'reads',
    async run({ client }) {
      const { methodInfo } = await client.get(client.content.taskManager!, 'description');
      assert.ok(methodInfo.some(({ key, label }) => key === 'VirtualMachine.powerOn' && label !== ''));
    },
  },
  {
    name: 'the server has a licence, each with a key of its own',
    does: 'reads',
    async run({ client }) {
      const keys = ((await client.get(client.content.licenseManager!, 'licenses')) ?? []).map(
        ({ licenseKey }) => licenseKey,
      );
      assert.ok(keys.length > 0);
      assert.equal(new Set(keys).size, keys.length);
    },
  },
  {
    name: 'an extension that nobody registered is not found',
    does: 'reads',
    async run({ client }) {
      const wanted = { extensionKey: 'org.simsphere.contract.none' };
      assert.equal(await client.call(client.content.extensionManager!, 'FindExtension', wanted), undefined);
    },
  },
  {
    name: 'a guest customization that nobody saved does not exist',
    does: 'reads',
    needs: ['may read customizations'],
    async run({ client }) {
      const { customizationSpecManager } = client.content;
      const wanted = { name: 'no such specification of simsphere' };
      assert.equal(await client.call(customizationSpecManager!, 'DoesCustomizationSpecExist', wanted), false);
    },
  },
];
