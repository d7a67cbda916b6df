/** RelocateVM_Task and MigrateVM_Task: another host, pool, folder or datastore, running or not. */
import type { Ref } from '../../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import { drsMigrationVerb } from './drs-migrate.ts';
import { movingVerb } from './relocate-work.ts';

export const relocateMethods: MethodsOf<'VirtualMachine', Machine> = {
  RelocateVM_Task(call, self, { spec }) {
    if (spec.service) throw new VimFault('NotSupported');
    return call.startTask('VirtualMachine.relocate', self as never, { spec });
  },
  MigrateVM_Task(call, self, { pool, host, state }) {
    if (!pool && !host) throw invalidArgument('host');
    const spec: { readonly pool?: Ref | undefined; readonly host?: Ref | undefined } = { pool, host };
    return call.startTask('VirtualMachine.migrate', self as never, { spec, state });
  },
};

export const relocateVerbs: readonly Verb<Site, never>[] = [
  movingVerb({ name: 'VirtualMachine.relocate' }),
  movingVerb({ name: 'VirtualMachine.migrate' }),
  drsMigrationVerb,
];
