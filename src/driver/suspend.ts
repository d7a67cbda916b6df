/** Suspending and resuming. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import { powerOn } from './power.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask, type WorkOptions } from './work.ts';

/** Puts a running instance to sleep with its memory kept. One that sleeps already stays so. */
export async function suspend(surroundings: Surroundings, vm: Ref<'VirtualMachine'>, work: WorkOptions): Promise<void> {
  const state = await surroundings.client.get(vm, 'runtime.powerState');
  if (state === 'suspended') return;
  if (state === 'poweredOff') throw new SimError('ERR_CLIENT', 'an instance that is off cannot be suspended');
  await runTask(surroundings, vm, 'SuspendVM_Task', {}, work, 'suspend');
}

/** Wakes a suspended instance. One that runs already goes on. */
export async function resume(surroundings: Surroundings, vm: Ref<'VirtualMachine'>, work: WorkOptions): Promise<void> {
  const state = await surroundings.client.get(vm, 'runtime.powerState');
  if (state === 'poweredOff') throw new SimError('ERR_CLIENT', 'an instance that is off has nothing to resume');
  await powerOn(surroundings, vm, work);
}
