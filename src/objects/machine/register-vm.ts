/** RegisterVM_Task: a machine that was taken off the inventory comes back from its files. */
import type { Ref } from '../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { hostForNew } from './demand.ts';
import { fileKey } from './device.ts';
import { type LeftMachine, leftMachine, takeMachine } from './left-files.ts';
import type { Machine } from './machine.ts';
import { machineName } from './naming.ts';
import { askedHost } from './power.ts';
import { snapshotKind } from './snapshot.ts';
import { datastoreNamed, follow, ownerOf, parseDatastorePath } from './surroundings.ts';
import { vmKind } from './virtual-machine.ts';
import { tell, type Work } from './work.ts';

export interface Registration {
  readonly path: string;
  readonly name?: string | undefined;
  readonly asTemplate: boolean;
  readonly pool?: Ref | undefined;
  readonly host?: Ref | undefined;
}

function plan({ site, request, args }: Work<Registration>): { readonly left: LeftMachine; readonly machine: Machine } {
  const { world } = site;
  const folder = world.find(request.target.value);
  if (!args.pool && !args.asTemplate) throw invalidArgument('pool');
  const pool = args.pool && world.find(args.pool.value);
  const asked = askedHost(site, args.host);
  const owner = ownerOf(pool) ?? follow(asked, 'parent');
  const { datastore, path } = parseDatastorePath(args.path);
  const vmx = { datastore: datastoreNamed(owner, datastore, args.path).id, path };
  if (world.lookup.get('vmPathName', fileKey(vmx)).size > 0) throw new VimFault('AlreadyExists', { name: args.path });
  const left = leftMachine(world, vmx);
  if (!left) throw new VimFault('NotFound');
  const { template: _template, ...config } = left.config;
  const machine: Machine = {
    ...left,
    name: machineName(folder, args.name || left.name),
    parent: folder?.id,
    config: Object.freeze(args.asTemplate ? { ...config, template: true } : config),
    place: Object.freeze({ host: hostForNew(owner, asked, left).id, pool: args.asTemplate ? undefined : pool?.id }),
  };
  return { left, machine };
}

const NAME = 'Folder.registerVm';

export const registerVerb: Verb<Site, never> = verb<Registration>({
  name: NAME,
  descriptionId: NAME,
  exclusive: false,
  steps: {
    begin(step) {
      plan(step);
      return { next: 'finish', after: step.site.latency.duration(NAME) };
    },
    finish(step) {
      const { left, machine } = plan(step);
      takeMachine(step.site.world, left);
      const vm = step.site.world.create(vmKind, machine);
      for (const { id } of machine.snapshots?.list ?? []) step.site.world.create(snapshotKind, { vm: vm.id }, id);
      tell(step as Work<never>, vm, 'VmRegisteredEvent');
      return { done: true, result: vm.ref };
    },
  },
});
