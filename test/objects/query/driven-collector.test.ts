import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const nameOf = (obj: Ref) => ({ objectSet: [{ obj }], propSet: [{ type: obj.type, pathSet: ['name'] }] });
const told = (set: Answer) =>
  set.filterSet.flatMap((f: Answer) => f.objectSet.flatMap((o: Answer) => o.changeSet.map((c: Answer) => c.val)));

async function watched() {
  const ep = await Endpoint.open();
  const collector = await ep.call(ep.client.content.propertyCollector, 'CreatePropertyCollector');
  const folder = await ep.call(await ep.at('DC0/vm'), 'CreateFolder', { name: 'lab' });
  const filter = await ep.call(collector, 'CreateFilter', { spec: nameOf(folder), partialUpdates: false });
  return { ep, collector, folder, filter };
}

describe('a property collector', () => {
  it('reads all at once, without pages', async () => {
    await using ep = await Endpoint.open();
    const folder = await ep.at('DC0/vm');
    const rows = await ep.call(ep.client.content.propertyCollector, 'RetrieveProperties', {
      specSet: [nameOf(folder)],
    });
    expect(rows).toMatchObject([{ obj: folder, propSet: [{ name: 'name', val: 'vm' }] }]);
  });

  it('gives up a reading whose further pages nobody wants', async () => {
    await using ep = await Endpoint.open();
    const collector = ep.client.content.propertyCollector;
    const objectSet = [{ obj: await ep.at('DC0/vm/DC0_H0_VM0') }, { obj: await ep.at('DC0/vm/DC0_H0_VM1') }];
    const specSet = [{ objectSet, propSet: [{ type: 'VirtualMachine', pathSet: ['name'] }] }];
    const { token } = await ep.call(collector, 'RetrievePropertiesEx', { specSet, options: { maxObjects: 1 } });
    await ep.call(collector, 'CancelRetrievePropertiesEx', { token });
    for (const method of ['ContinueRetrievePropertiesEx', 'CancelRetrievePropertiesEx']) {
      expect(await ep.fault(collector, method, { token })).toMatchObject({ invalidProperty: 'token' });
    }
  });

  it('tells what is new when asked, and nothing when nothing is', async () => {
    const { ep, collector, folder } = await watched();
    await using _ = ep;
    const first = await ep.call(collector, 'CheckForUpdates', { version: '' });
    expect(told(first)).toEqual(['lab']);
    expect(await ep.call(collector, 'CheckForUpdates', { version: first.version })).toBeUndefined();
    await ep.run(folder, 'Rename_Task', { newName: 'machines' });
    expect(told(await ep.call(collector, 'CheckForUpdates', { version: first.version }))).toEqual(['machines']);
    expect(await ep.fault(collector, 'CheckForUpdates', { version: 'made up' })).toMatchObject({
      _typeName: 'InvalidCollectorVersion',
    });
  });

  it('waits for the next change as long as it takes', async () => {
    const { ep, collector, folder } = await watched();
    await using _ = ep;
    const { version } = await ep.call(collector, 'WaitForUpdates', { version: '' });
    const waiting = ep.call(collector, 'WaitForUpdates', { version });
    await ep.run(folder, 'Rename_Task', { newName: 'machines' });
    expect(told(await waiting)).toEqual(['machines']);
  });

  it('lets a waiter go when the wait is cancelled', async () => {
    const { ep, collector } = await watched();
    await using _ = ep;
    const { version } = await ep.call(collector, 'WaitForUpdatesEx', { version: '' });
    const waiting = ep.fault(collector, 'WaitForUpdatesEx', { version });
    let over = false;
    void waiting.then(() => {
      over = true;
    });
    while (!over) await ep.call(collector, 'CancelWaitForUpdates');
    expect(await waiting).toMatchObject({ _typeName: 'RequestCanceled' });
  });

  it('forgets a filter that is destroyed', async () => {
    const { ep, collector, folder, filter } = await watched();
    await using _ = ep;
    expect(await ep.read(collector, 'filter')).toEqual([filter]);
    await ep.call(filter, 'DestroyPropertyFilter');
    expect(await ep.read(collector, 'filter')).toEqual([]);
    await ep.run(folder, 'Rename_Task', { newName: 'machines' });
    expect(await ep.call(collector, 'CheckForUpdates', { version: '' })).toBeUndefined();
  });
});
