import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import { vslm } from '../../../src/vim25/vslm.ts';
import type { Endpoint } from '../endpoint.ts';
import { ServiceClient } from '../policy/service-client.ts';
import { DiskScene } from '../storage/first-class-scene.ts';
import { Catalogue, MANAGER, SESSIONS } from './catalogue.ts';

const READER = 'VSPHERE.LOCAL\\reader';

/** The value of the cookie of a new session. */
async function secretOf(ep: Endpoint, user: string, password: string): Promise<string> {
  const args = `<_this type="SessionManager">SessionManager</_this><userName>${user}</userName><password>${password}</password>`;
  const answer = await fetch(ep.sim.url, {
    method: 'POST',
    headers: { soapaction: '"urn:vim25/8.0.2.0"' },
    body: `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><Login xmlns="urn:vim25">${args}</Login></Body></Envelope>`,
  });
  return /vmware_soap_session="?([^";]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
}

async function open() {
  const scene = await DiskScene.open({ scenario: 'test/contract/reader.yaml' });
  const [disk, hidden] = [await scene.create('seen'), await scene.create('hidden')];
  const spec = { backingSpec: scene.backing({ datastore: scene.other }) };
  await scene.on(hidden, 'RelocateVStorageObject_Task', { spec });
  const manager = scene.manager('authorizationManager');
  const permit = (entity: Ref, roleId: number) => {
    const permission = [{ principal: READER, group: false, roleId, propagate: true }];
    return scene.call(manager, 'SetEntityPermissions', { entity, permission });
  };
  const role = (...privIds: string[]): Promise<number> =>
    scene.call(manager, 'AddAuthorizationRole', {
      name: privIds.join() || 'looking',
      privIds: ['System.Read', 'System.View', ...privIds],
    });
  await permit(scene.client.content.rootFolder, await role());
  await permit(scene.other, -5);
  const secret = await secretOf(scene, 'reader@vsphere.local', 'reading');
  const reader = new Catalogue(new ServiceClient(scene, vslm, '/vslm/sdk', 'header', secret));
  return { scene, reader, disk, hidden, permit, role, [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose]() };
}

describe('who may only look', () => {
  it('sees the disks of datastores that are seen, and no others', async () => {
    await using site = await open();
    const { reader, disk, hidden } = site;
    expect((await reader.list()).id).toMatchObject([disk.config.id]);
    expect((await reader.call('VslmRetrieveVStorageObject', { id: disk.config.id })).config.name).toBe('seen');
    expect((await reader.fault('VslmRetrieveVStorageObject', { id: hidden.config.id }))._typeName).toBe('NotFound');
    const status = await reader.call('VslmQueryGlobalCatalogSyncStatus');
    expect(status).toHaveLength(1);
  });

  it('changes nothing, until the privilege is given on the datastore', async () => {
    await using site = await open();
    const { scene, reader } = site;
    const { id } = site.disk.config;
    const refused = await reader.client.fault(MANAGER, 'VslmDeleteVStorageObject_Task', { id });
    expect(refused).toMatchObject({
      _typeName: 'NoPermission',
      object: scene.datastore,
      privilegeId: 'Datastore.FileManagement',
    });
    const spec = scene.spec('made');
    expect((await reader.client.fault(MANAGER, 'VslmCreateDisk_Task', { spec }))._typeName).toBe('NoPermission');
    const attach = await reader.client.fault(MANAGER, 'VslmAttachDisk_Task', { id, vm: scene.vm });
    expect(attach).toMatchObject({ _typeName: 'NoPermission', privilegeId: 'VirtualMachine.Config.AddExistingDisk' });
    await site.permit(scene.datastore, await site.role('Datastore.FileManagement'));
    await reader.run('VslmDeleteVStorageObject_Task', { id });
    expect(await scene.ids()).toEqual([]);
  });

  it('asks after the tasks of others, does not stop them, and logs out', async () => {
    await using site = await open();
    const admin = await Catalogue.of(site.scene);
    const task = await admin.call('VslmCreateDisk_Task', { spec: site.scene.spec() });
    expect((await site.reader.info(task)).state).toBe('success');
    expect((await site.reader.client.fault(task, 'VslmCancelTask'))._typeName).toBe('NoPermission');
    await site.reader.client.call(SESSIONS, 'VslmLogout');
    expect((await site.reader.client.fault(task, 'VslmQueryInfo'))._typeName).toBe('NotAuthenticated');
  });
});
