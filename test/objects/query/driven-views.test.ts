import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { withTools } from '../guest.ts';

const seen = async (ep: Endpoint, view: Ref) => ep.names(await ep.read(view, 'view'));

describe('a list view', () => {
  it('shows what it was given, and what it is given later', async () => {
    await using ep = await Endpoint.open();
    const [one, two] = [await ep.at('DC0/vm/DC0_H0_VM0'), await ep.at('DC0/vm/DC0_H0_VM1')];
    const view = await ep.call(ep.manager('viewManager'), 'CreateListView', { obj: [one] });
    expect(await seen(ep, view)).toEqual(['DC0_H0_VM0']);
    const gone = { type: 'VirtualMachine', value: 'vm-404' };
    expect(await ep.call(view, 'ModifyListView', { add: [two, gone], remove: [one] })).toEqual([gone]);
    expect(await seen(ep, view)).toEqual(['DC0_H0_VM1']);
    expect(await ep.call(view, 'ResetListView', { obj: [one, gone] })).toEqual([gone]);
    expect(await seen(ep, view)).toEqual(['DC0_H0_VM0']);
  });

  it('is made of what another view shows, and set to it again', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('viewManager');
    const container = await ep.at('DC0/vm');
    const source = await ep.call(manager, 'CreateContainerView', {
      container,
      type: ['VirtualMachine'],
      recursive: true,
    });
    const view = await ep.call(manager, 'CreateListViewFromView', { view: source });
    expect(await seen(ep, view)).toEqual(await seen(ep, source));
    await ep.call(view, 'ResetListView', { obj: [] });
    expect(await seen(ep, view)).toEqual([]);
    await ep.call(view, 'ResetListViewFromView', { view: source });
    expect(await seen(ep, view)).toHaveLength(4);
  });
});

describe('an inventory view', () => {
  it('grows by what a folder holds when it is opened, and shrinks when it is closed', async () => {
    await using ep = await Endpoint.open();
    const root = ep.client.content.rootFolder;
    const view = await ep.call(ep.manager('viewManager'), 'CreateInventoryView');
    expect(await seen(ep, view)).toEqual(['Datacenters', 'DC0']);
    const gone = { type: 'Folder', value: 'group-v404' };
    expect(await ep.call(view, 'OpenInventoryViewFolder', { entity: [await ep.at('DC0'), gone] })).toEqual([gone]);
    expect(await seen(ep, view)).toEqual(expect.arrayContaining(['vm', 'host', 'datastore', 'network']));
    await ep.call(view, 'CloseInventoryViewFolder', { entity: [root] });
    expect(await seen(ep, view)).toEqual(['Datacenters']);
  });
});

describe('the search index', () => {
  it('finds machines by address, by DNS name, by uuid and by where they are kept', async () => {
    await using ep = await Endpoint.open({ furnish: withTools });
    const index = ep.manager('searchIndex');
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const { uuid, files } = await ep.read(vm, 'config');
    expect(await ep.call(index, 'FindAllByUuid', { uuid, vmSearch: true })).toEqual([vm]);
    const path = files.vmPathName;
    expect(await ep.call(index, 'FindByDatastorePath', { datacenter: await ep.at('DC0'), path })).toEqual(vm);
    expect(await ep.fault(index, 'FindByDatastorePath', { datacenter: await ep.at('DC0'), path: 'x' })).toMatchObject({
      _typeName: 'InvalidDatastorePath',
      datastorePath: 'x',
    });
    const { ipAddress: ip, hostName: dnsName } = await ep.read(vm, 'guest');
    expect(await ep.call(index, 'FindByIp', { ip, vmSearch: true })).toEqual(vm);
    expect(await ep.call(index, 'FindByDnsName', { dnsName, vmSearch: true })).toEqual(vm);
    expect(await ep.call(index, 'FindAllByIp', { ip: '203.0.113.9', vmSearch: true })).toEqual([]);
  });

  it('finds hosts by the name and the address they are managed at', async () => {
    await using ep = await Endpoint.open();
    const index = ep.manager('searchIndex');
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const { vnic } = await ep.read(host, 'config.network');
    const ip = vnic[0].spec.ip.ipAddress;
    expect(await ep.call(index, 'FindByIp', { ip, vmSearch: false })).toEqual(host);
    expect(await ep.call(index, 'FindAllByIp', { ip, vmSearch: false })).toEqual([host]);
    expect(await ep.call(index, 'FindByIp', { ip, vmSearch: true })).toBeUndefined();
    const dnsName: Answer = await ep.read(host, 'name');
    expect(await ep.call(index, 'FindByDnsName', { dnsName, vmSearch: false })).toEqual(host);
    expect(await ep.call(index, 'FindAllByDnsName', { dnsName, vmSearch: false })).toEqual([host]);
    expect(await ep.call(index, 'FindAllByDnsName', { dnsName: 'nobody', vmSearch: false })).toEqual([]);
  });
});
