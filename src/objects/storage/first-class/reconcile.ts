/** Reconciling: disks are forgotten whose files somebody took away. */
import { fitsName } from '../../../kernel/glob.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { datastoreKind } from '../datastore.ts';
import { diskAt, nameOfFile } from '../disk/disk-at.ts';
import { filesOf, removeFiles } from './chain.ts';
import { type Fcd, type FirstClassDisk, guardStore } from './first-class-disk.ts';
import { whereIs } from './whereabouts.ts';

interface Reconciliation {
  readonly datastore: { readonly type: string; readonly value: string };
  /** Patterns of paths, `*` for anything: only those, and none of these. */
  readonly includeDiskPaths?: readonly string[] | undefined;
  readonly excludeDiskPaths?: readonly string[] | undefined;
  readonly dryRun?: boolean | undefined;
  readonly deepScan?: boolean | undefined;
  /** The method tells what it found. */
  readonly told?: boolean | undefined;
}

const NAME = 'VStorageObjectManager.reconcileDatastoreInventory';

export const reconcileVerb: Verb<Site, never> = verb<Reconciliation>({
  name: NAME,
  descriptionId: NAME,
  exclusive: false,
  steps: {
    begin({ site, args }) {
      guardStore(site.world, args.datastore);
      return { next: 'finish', after: site.latency.duration(NAME) };
    },
    finish({ site, args }) {
      guardStore(site.world, args.datastore);
      const store = site.world.as(datastoreKind, args.datastore.value)!;
      const all = [...store.back<FirstClassDisk>('firstClassDisk')];
      const lost = all.filter(
        (disk) => isAsked(disk, args) && !diskAt(site.world, whereIs(site.world, disk.state.place)),
      );
      const paths = lost.map((disk) => nameOfFile(site.world, disk.state.place));
      if (!args.dryRun) for (const disk of lost) forget(disk);
      return args.told ? { done: true, result: outcome(args, all.length, paths) } : { done: true };
    },
  },
});

/** What its snapshots kept goes with it. */
function forget(disk: Fcd): void {
  const files = filesOf(disk);
  disk.world.destroy(disk);
  removeFiles(disk.world, files);
}

function isAsked(disk: Fcd, { includeDiskPaths, excludeDiskPaths = [] }: Reconciliation): boolean {
  const { path } = disk.state.place;
  const fits = (pattern: string) => fitsName(pattern.replace(/^\[[^\]]*\]\s*/, ''), path);
  return (includeDiskPaths?.some(fits) ?? true) && !excludeDiskPaths.some(fits);
}

function outcome({ dryRun, deepScan }: Reconciliation, before: number, lost: readonly string[]): object {
  const detail = {
    _typeName: 'VStorageObjectReconcileResultReconcileDetail',
    isReconciled: !dryRun,
    isDeepScanned: deepScan === true,
    numberOfReconcileIssues: lost.length,
    numberOfFcdsBeforeReconcile: before,
    numberOfFcdsAfterReconcile: dryRun ? before : before - lost.length,
    invalidDiskPaths: lost.map((path) => ({ path, reason: new VimFault('FileNotFound', { file: path }).message })),
  };
  return { _typeName: 'VStorageObjectReconcileResult', reconcileDetails: [detail] };
}
