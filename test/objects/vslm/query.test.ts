import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { DiskScene } from '../storage/first-class-scene.ts';
import { Catalogue } from './catalogue.ts';

const where = (queryField: string, queryOperator: string, ...queryValue: string[]) => ({
  queryField,
  queryOperator,
  queryValue,
});

async function open() {
  const scene = await DiskScene.open({ clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 1) });
  const catalogue = await Catalogue.of(scene);
  const create = (name: string, megabytes: number, metadata: object[] = [], datastore = scene.datastore) => {
    const backingSpec = scene.backing({ datastore });
    return catalogue.run('VslmCreateDisk_Task', {
      spec: scene.spec(name, { capacityInMB: megabytes, metadata, backingSpec }),
    });
  };
  await create('alpha', 1, [{ key: 'owner', value: 'ann' }]);
  await create('alphabet', 2, [{ key: 'ann', value: 'owner' }]);
  await create('beta', 3, [], scene.other);
  const names = async (...query: object[]): Promise<string[]> => {
    const { queryResults = [] } = await catalogue.list(query);
    return queryResults.map(({ name }: Answer) => name).sort();
  };
  return { scene, catalogue, create, names, [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose]() };
}

describe('a query of the catalogue', () => {
  it.each([
    ['a name', where('name', 'equals', 'alpha'), ['alpha']],
    ['another name', where('name', 'notEquals', 'alpha'), ['alphabet', 'beta']],
    ['the start of a name', where('name', 'startsWith', 'alpha'), ['alpha', 'alphabet']],
    ['the end of a name', where('name', 'endsWith', 'bet'), ['alphabet']],
    ['a part of a name', where('name', 'contains', 'eta'), ['beta']],
    ['a size', where('capacity', 'equals', '2'), ['alphabet']],
    ['more', where('capacity', 'greaterThan', '1'), ['alphabet', 'beta']],
    ['as much or more', where('capacity', 'greaterThanOrEqual', '3'), ['beta']],
    ['less', where('capacity', 'lessThan', '2'), ['alpha']],
    ['as much or less', where('capacity', 'lessThanOrEqual', '2'), ['alpha', 'alphabet']],
    ['a key', where('metadataKey', 'equals', 'owner'), ['alpha']],
    ['a value', where('metadataValue', 'equals', 'owner'), ['alphabet']],
    ['a time before', where('createTime', 'greaterThan', '2000-01-01T00:00:00Z'), ['alpha', 'alphabet', 'beta']],
    ['the beginning of time', where('createTime', 'greaterThan', '0'), ['alpha', 'alphabet', 'beta']],
    ['a time to come', where('createTime', 'greaterThan', '2100-01-01T00:00:00Z'), []],
  ])('finds disks by %s', async (_what, condition, expected) => {
    await using site = await open();
    expect(await site.names(condition)).toEqual(expected);
  });

  it('finds the disks of a datastore, by its whole id or its number, and those that meet all conditions', async () => {
    await using site = await open();
    const { value } = site.scene.other;
    expect(await site.names(where('datastoreMoId', 'equals', value))).toEqual(['beta']);
    expect(await site.names(where('datastoreMoId', 'equals', value.replace(/^\D+/, '')))).toEqual(['beta']);
    const both = [where('name', 'startsWith', 'alpha'), where('capacity', 'greaterThan', '1')];
    expect(await site.names(...both)).toEqual(['alphabet']);
  });

  it('is answered page by page, in the order of ids', async () => {
    await using site = await open();
    const first = await site.catalogue.list([], 2);
    expect(first.allRecordsReturned).toBe(false);
    const [{ id: a }, { id: b }] = first.id;
    expect(a < b).toBe(true);
    const rest = await site.catalogue.list([where('id', 'greaterThan', b)], 2);
    expect(rest.allRecordsReturned).toBe(true);
    expect(rest.id).toHaveLength(1);
    expect((await site.catalogue.list([], 3)).allRecordsReturned).toBe(true);
  });

  it('tells of each disk what the catalogue knows', async () => {
    await using site = await open();
    const { url } = await site.scene.read(site.scene.datastore, 'summary');
    const [found] = (await site.catalogue.list([where('name', 'equals', 'alpha')])).queryResults;
    expect(found).toMatchObject({
      capacityInMB: 1,
      usedCapacityInMB: 0,
      datastoreUrl: url,
      diskPath: `[LocalDS_0] fcd/${found.id.id}.vmdk`,
      metadata: [{ key: 'owner', value: 'ann' }],
    });
  });

  it.each([
    ['of no value', where('name', 'equals')],
    ['of two values', where('name', 'equals', 'a', 'b')],
  ])('%s is an InvalidArgument', async (_what, condition) => {
    await using site = await open();
    const fault = await site.catalogue.fault('VslmListVStorageObjectForSpec', { query: [condition], maxResult: 1 });
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'values' });
  });

  it.each([
    ['a field', where('colour', 'equals', 'red')],
    ['an operator', where('name', 'like', 'a')],
    ['parts of a number', where('capacity', 'startsWith', '1')],
    ['a number that is none', where('capacity', 'equals', 'ten')],
    ['a date that is none', where('createTime', 'equals', 'yesterday')],
    ['backing objects', where('backingObjectId', 'equals', 'x')],
  ])('for %s that nobody knows is a SystemError with a fault of the service', async (_what, condition) => {
    await using site = await open();
    const fault = await site.catalogue.fault('VslmListVStorageObjectForSpec', { query: [condition], maxResult: 1 });
    expect(fault).toMatchObject({ _typeName: 'SystemError', faultCause: { fault: { _typeName: 'VslmFault' } } });
  });

  it('for no results at all is refused', async () => {
    await using site = await open();
    const fault = await site.catalogue.fault('VslmListVStorageObjectForSpec', { maxResult: 0 });
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'maxResult' });
  });
});
