/** Power, so that asking twice does no harm. */
import { isVsphereError, type Ref } from '../client/index.ts';
import type { Surroundings } from './surroundings.ts';

export async function powerOn({ client }: Surroundings, vm: Ref<'VirtualMachine'>): Promise<void> {
  await unlessAlready(client.run(vm, 'PowerOnVM_Task', {}), 'poweredOn');
}

export async function powerOff({ client }: Surroundings, vm: Ref<'VirtualMachine'>): Promise<void> {
  await unlessAlready(client.run(vm, 'PowerOffVM_Task'), 'poweredOff');
}

/** A soft reboot asks the guest, which needs running tools; a hard one resets, or starts what is off. */
export async function reboot(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  kind: 'soft' | 'hard',
): Promise<void> {
  const { client } = surroundings;
  const read = await client.get(vm, ['runtime.powerState', 'guest.toolsRunningStatus']);
  if (read['runtime.powerState'] !== 'poweredOn') return powerOn(surroundings, vm);
  const tools = read['guest.toolsRunningStatus'] === 'guestToolsRunning';
  if (kind === 'soft' && tools) await client.call(vm, 'RebootGuest');
  else await client.run(vm, 'ResetVM_Task');
}

/** Powers off and deletes a VM; what is gone already is as good. */
export async function remove(surroundings: Surroundings, vm: Ref<'VirtualMachine'>): Promise<void> {
  try {
    await powerOff(surroundings, vm);
    await surroundings.client.run(vm, 'Destroy_Task');
  } catch (error) {
    if (!isVsphereError(error, 'ManagedObjectNotFound')) throw error;
  }
}

async function unlessAlready(work: Promise<unknown>, state: string): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isVsphereError(error, 'InvalidPowerState') || error.fault?.existingState !== state) throw error;
  }
}
