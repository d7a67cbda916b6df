import { describe, expect, it } from 'vitest';
import { fileAt, putFile } from '../../../src/objects/storage/files.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { Inventory } from '../inventory/harness.ts';

class Shelf extends Inventory {
  readonly manager: Cell = this.world.find('FileManager')!;
  readonly store: Cell = this.named('Datastore', 'LocalDS_0');

  put(path: string, size = 3): void {
    const content = { extent: `of ${path}`, size, modified: this.sim.site.clock.now() };
    this.world.turn(() => putFile(this.world, this.store.id, path, content));
  }

  holds(path: string): boolean {
    return fileAt(this.world, this.store.id, path) !== undefined;
  }

  free(): number {
    return (this.store.get('summary') as { freeSpace: number }).freeSpace;
  }
}

const at = (path: string) => `[LocalDS_0] ${path}`;
const pair = (from: string, to: string, force = false) => ({
  sourceName: at(from),
  destinationName: at(to),
  force,
});

describe('a file manager', () => {
  it('copies a directory with what is in it, and moves it without making it younger', async () => {
    const shelf = new Shelf();
    shelf.put('a/b/c');
    const { modified } = fileAt(shelf.world, shelf.store.id, 'a/b/c')!.state.content;
    await shelf.sim.site.clock.advance(60_000);
    shelf.done(shelf.manager, 'CopyDatastoreFile_Task', pair('a', 'copy'));
    expect(['a/b/c', 'copy/b/c'].map((path) => shelf.holds(path))).toEqual([true, true]);
    shelf.done(shelf.manager, 'MoveDatastoreFile_Task', pair('a', 'moved'));
    expect(['a', 'a/b', 'a/b/c', 'moved/b/c'].map((path) => shelf.holds(path))).toEqual([false, false, false, true]);
    expect(fileAt(shelf.world, shelf.store.id, 'moved/b/c')!.state.content.modified).toBe(modified);
  });

  it('copies nothing that has no room, and what it copies takes room', () => {
    const shelf = new Shelf();
    const free = shelf.free();
    shelf.put('big', free - 10);
    expect(shelf.fault(shelf.manager, 'CopyDatastoreFile_Task', pair('big', 'again'))).toMatchObject({
      _typeName: 'NoDiskSpace',
      datastore: 'LocalDS_0',
    });
    shelf.done(shelf.manager, 'MoveDatastoreFile_Task', pair('big', 'there'));
    expect(shelf.free()).toBe(10);
  });

  it('replaces a file only when forced to, and a directory never', () => {
    const shelf = new Shelf();
    for (const path of ['a', 'b', 'dir/c']) shelf.put(path);
    expect(shelf.fault(shelf.manager, 'CopyDatastoreFile_Task', pair('a', 'b'))._typeName).toBe('FileAlreadyExists');
    shelf.done(shelf.manager, 'MoveDatastoreFile_Task', pair('a', 'b', true));
    expect(shelf.holds('a')).toBe(false);
    for (const to of ['dir', 'b']) {
      expect(shelf.fault(shelf.manager, 'MoveDatastoreFile_Task', pair('b', to, true))._typeName).toBe(
        'FileAlreadyExists',
      );
    }
    expect(shelf.fault(shelf.manager, 'CopyDatastoreFile_Task', pair('b', 'no/b'))._typeName).toBe('FileNotFound');
    expect(shelf.fault(shelf.manager, 'CopyDatastoreFile_Task', pair('no', 'x'))._typeName).toBe('FileNotFound');
  });

  it('makes directories, one by one or with those above', () => {
    const shelf = new Shelf();
    const make = (path: string, createParentDirectories = false) =>
      shelf.call(shelf.manager, 'MakeDirectory', { name: at(path), createParentDirectories });
    const refused = (path: string) => shelf.fault(shelf.manager, 'MakeDirectory', { name: at(path) })._typeName;
    expect(refused('a/b')).toBe('FileNotFound');
    make('a//./b/', true);
    expect(shelf.holds('a/b')).toBe(true);
    make('a/c');
    for (const path of ['a', 'a/b', '']) expect(refused(path)).toBe('FileAlreadyExists');
    expect(refused('d/'.repeat(10_000))).toBe('InvalidDatastorePath');
  });

  it('knows the directories that machines have made', () => {
    const shelf = new Shelf();
    const name = at('DC0_H0_VM0');
    expect(shelf.fault(shelf.manager, 'MakeDirectory', { name })._typeName).toBe('FileAlreadyExists');
    shelf.call(shelf.manager, 'MakeDirectory', { name: `${name}/iso` });
    shelf.put('tools.iso');
    shelf.done(shelf.manager, 'CopyDatastoreFile_Task', pair('tools.iso', 'DC0_H0_VM1/tools.iso'));
    expect(shelf.holds('DC0_H0_VM1/tools.iso')).toBe(true);
  });

  it('deletes no datastore by its name alone, whatever was left on it', () => {
    const shelf = new Shelf();
    const vm = shelf.named('VirtualMachine', 'DC0_H0_VM0');
    shelf.done(vm, 'PowerOffVM_Task');
    shelf.call(vm, 'UnregisterVM');
    const free = shelf.free();
    expect(shelf.fault(shelf.manager, 'DeleteDatastoreFile_Task', { name: '[LocalDS_0]' })._typeName).toBe(
      'CannotDeleteFile',
    );
    expect(shelf.free()).toBe(free);
    shelf.done(shelf.manager, 'DeleteDatastoreFile_Task', { name: at('DC0_H0_VM0') });
    expect(shelf.free()).toBeGreaterThan(free);
    expect(shelf.fault(shelf.manager, 'DeleteDatastoreFile_Task', { name: at('DC0_H0_VM0') })._typeName).toBe(
      'FileNotFound',
    );
  });

  it('reaches no datastore that no host reaches', () => {
    const shelf = new Shelf();
    const mounts = (shelf.store.state as unknown as { mounts: object[] }).mounts;
    shelf.world.turn(() =>
      shelf.world.update(shelf.store, { mounts: mounts.map((m) => ({ ...m, accessible: false })) } as never),
    );
    expect(shelf.fault(shelf.manager, 'MakeDirectory', { name: at('x') })._typeName).toBe('InaccessibleDatastore');
    expect(shelf.fault(shelf.manager, 'DeleteDatastoreFile_Task', { name: at('x') })._typeName).toBe(
      'InaccessibleDatastore',
    );
  });
});

describe('a datastore that goes', () => {
  it('takes its files along, whichever way it goes', () => {
    for (const go of [
      (shelf: Shelf) => shelf.call(shelf.store, 'DestroyDatastore'),
      (shelf: Shelf) => shelf.done(shelf.store, 'Destroy_Task'),
      (shelf: Shelf) => shelf.done(shelf.named('Datacenter', 'DC0'), 'Destroy_Task'),
    ]) {
      const shelf = new Shelf({ inventory: { vm: 0 } });
      shelf.put('a/b');
      go(shelf);
      expect(shelf.store.alive).toBe(false);
      expect([...shelf.world.ofType('DatastoreFile')]).toEqual([]);
    }
  });
});
