/** What the driver notes of an instance in its extraConfig, where it outlives the driver. */
import type { Ref } from '../client/index.ts';
import type { OptionValue } from '../vim25/index.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask } from './work.ts';

/** Keys and values; those that are set to nothing are not there. */
export async function records(
  { client }: Surroundings,
  vm: Ref<'VirtualMachine'>,
): Promise<ReadonlyMap<string, string>> {
  const settings = (await client.get(vm, 'config.extraConfig')) ?? [];
  return new Map(settings.map(({ key, value }) => [key, String(value)] as const).filter(([, value]) => value !== ''));
}

/** An entry for a spec; an empty value takes the key away. */
export function record(key: string, value: string): OptionValue {
  return { _typeName: 'OptionValue', key, value };
}

export async function note(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  key: string,
  value: string,
): Promise<void> {
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec: { extraConfig: [record(key, value)] } });
}
