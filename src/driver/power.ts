/** Power, so that asking twice does no harm. */
import { isVsphereError, type Ref } from '../client/index.ts';
import { persist } from './steady.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask, type WorkOptions } from './work.ts';

export async function powerOn(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  work: WorkOptions = {},
): Promise<void> {
  await unlessAlready(runTask(surroundings, vm, 'PowerOnVM_Task', {}, work, 'power on'), 'poweredOn');
}

export async function powerOff(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  work: WorkOptions = {},
): Promise<void> {
  await unlessAlready(runTask(surroundings, vm, 'PowerOffVM_Task', {}, work, 'power off'), 'poweredOff');
}

/** A soft reboot asks the guest, which needs running tools; a hard one resets, or starts what is off. */
export async function reboot(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  kind: 'soft' | 'hard',
  work: WorkOptions = {},
): Promise<void> {
  const { client } = surroundings;
  const read = await client.get(vm, ['runtime.powerState', 'guest.toolsRunningStatus']);
  if (read['runtime.powerState'] !== 'poweredOn') return powerOn(surroundings, vm, work);
  const tools = read['guest.toolsRunningStatus'] === 'guestToolsRunning';
  if (kind === 'soft' && tools) await persist(surroundings, () => client.call(vm, 'RebootGuest'), work.signal);
  else await runTask(surroundings, vm, 'ResetVM_Task', {}, work, 'reset');
}

async function unlessAlready(work: Promise<unknown>, state: string): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isVsphereError(error, 'InvalidPowerState') || error.fault?.existingState !== state) throw error;
  }
}
