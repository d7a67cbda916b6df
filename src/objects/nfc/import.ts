/** ImportVApp: the machines are made, and wait for their files under a lease. */
import type { ImportSpec, ResourcePoolMethods } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument } from '../../world/fault.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import { type Call, resolve } from '../call.ts';
import type { Pool } from '../compute/pool/pool.ts';
import { poolKind } from '../compute/pool/resource-pool.ts';
import { removalBy } from '../inventory/destroyers.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { folderFor, type Ground, guardImport, makeImport } from './import-made.ts';
import { leaseKind } from './lease.ts';
import { numbered } from './lease-files.ts';
import { type LeaseArgs, makeReady, markFailed, openLease, watch } from './lease-life.ts';

const NAME = 'ResourcePool.ImportVAppLRO';

interface Import extends LeaseArgs {
  readonly spec: ImportSpec;
  readonly folder: string | undefined;
  readonly host: Ref | undefined;
}

type Params = ResourcePoolMethods['ImportVApp']['params'];

export function importVApp(call: Call, self: Cell<Pool>, { spec, folder: asked, host }: Params): Ref<'HttpNfcLease'> {
  const folder = folderFor(self, asked);
  if (folder !== undefined && !call.world.find(folder)?.is('Folder')) throw invalidArgument('folder');
  const request = { user: call.user, eventChainId: 0, target: self.ref };
  guardImport({ site: call.site, request, pool: self, folder, host }, spec);
  return call.turn(() => {
    const lease = openLease(call, 'in', self as unknown as Cell);
    const task = call.startTask(NAME, self as unknown as Cell, { lease: lease.id, spec, folder, host });
    call.world.update(lease, { task: task.value });
    return lease.ref as Ref<'HttpNfcLease'>;
  });
}

function groundOf({ site, request, args }: Step<Site, Import>): Ground {
  const { folder, host } = args;
  return { site, request, pool: resolve(site, poolKind, request.target), folder, host };
}

export const importVerb: Verb<Site, never> = verb<Import>({
  name: NAME,
  descriptionId: NAME,
  cancelable: true,
  // Many imports may go into one pool at a time.
  exclusive: false,
  steps: {
    begin: ({ site }) => ({ next: 'make', after: site.latency.duration(NAME) }),
    make(step) {
      const { site, args, task } = step;
      const lease = resolve(site, leaseKind, { type: 'HttpNfcLease', value: args.lease });
      const { entity, all, files } = makeImport(groundOf(step), args.spec);
      site.world.update(task, { holds: all });
      return makeReady(site, lease, entity, numbered(files));
    },
    watch,
  },
  /** What did not come whole is taken away again. */
  failed({ site, request, task, args }, fault) {
    markFailed(site, args.lease, fault, request.target);
    const removal = removalBy(site, request.user, request.eventChainId);
    for (const id of task.state.holds ?? []) {
      const cell = site.world.find(id);
      if (cell) removal.remove(cell);
    }
  },
});
