import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Contents } from '../../../src/objects/storage/contents.ts';
import { fileAt, putFile, removeFile } from '../../../src/objects/storage/files.ts';
import { Spool } from '../../../src/spool/spool.ts';
import { Inventory } from '../inventory/harness.ts';

describe('bytes in the spool', () => {
  let within: string;
  let spool: Spool;
  let inv: Inventory;
  let contents: Contents;
  const store = () => inv.named('Datastore', 'LocalDS_0').id;
  // An id is the name of its file, and what no name begins with.
  const kept = () => readdirSync(within).flatMap((d) => readdirSync(join(within, d)).map((file) => `/${file}`));

  beforeEach(() => {
    within = mkdtempSync(join(tmpdir(), 'simsphere-test-'));
    spool = new Spool(within);
    inv = new Inventory({ inventory: { vm: 0 } });
    contents = new Contents(inv.world, spool);
    inv.world.enlist(contents);
  });
  afterEach(() => {
    spool.close();
    rmSync(within, { recursive: true, force: true });
  });

  async function put(path: string): Promise<string> {
    const source = (async function* () {
      yield Buffer.from(path);
    })();
    const { id, size } = await spool.write(source);
    inv.world.turn(() => putFile(inv.world, store(), path, { extent: id, size, modified: 0 }));
    return id;
  }
  const remove = (path: string) => inv.world.turn(() => removeFile(inv.world, fileAt(inv.world, store(), path)!));

  it('go with the last file that names them', async () => {
    await put('a');
    const manager = inv.world.find('FileManager')!;
    inv.done(manager, 'CopyDatastoreFile_Task', { sourceName: '[LocalDS_0] a', destinationName: '[LocalDS_0] b' });
    remove('a');
    expect(kept()).toHaveLength(1);
    remove('b');
    expect(kept()).toEqual([]);
  });

  it('go when others take their place, and when their datastore goes', async () => {
    await put('a');
    const second = await put('a');
    expect(kept()).toEqual([second]);
    inv.call(inv.named('Datastore', 'LocalDS_0'), 'DestroyDatastore');
    expect(kept()).toEqual([]);
  });

  it('stay when the change that let them go is taken back', async () => {
    const id = await put('a');
    expect(() =>
      inv.world.turn(() => {
        removeFile(inv.world, fileAt(inv.world, store(), 'a')!);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(kept()).toEqual([id]);
    expect(fileAt(inv.world, store(), 'a')?.state.content.extent).toBe(id);
  });

  it('stay while a picture of the world names them, and go with the return to one that does not', async () => {
    const empty = inv.world.save();
    const first = await put('a');
    const image = inv.world.save();
    contents.keep();
    remove('a');
    await put('b');
    expect(kept()).toHaveLength(2);
    inv.world.restore(image);
    expect(kept()).toEqual([first]);
    inv.world.restore(empty);
    expect(kept()).toEqual([first]);
  });
});
