/** Storage policies: by name as people say it, by id in specs. */
import { SimError } from '../kernel/errors.ts';
import type { VirtualMachineDefinedProfileSpec } from '../vim25/index.ts';
import type { Surroundings } from './surroundings.ts';

/** Id of the policy that an instance follows; undefined where none is named. Throws ERR_USAGE that lists those there are. */
export async function policyOf(
  { client, options }: Surroundings,
  wanted: string | undefined = options.storagePolicy,
): Promise<string | undefined> {
  if (!options.pbm || wanted === undefined) return undefined;
  const policies = await client.storagePolicies();
  const found = policies.find(({ id, name }) => name === wanted || id === wanted);
  if (found) return found.id;
  throw new SimError('ERR_USAGE', `there is no storage policy '${wanted}'`, {
    hint: `found: ${
      policies
        .map(({ name }) => name)
        .sort()
        .join(', ') || 'none'
    }`,
  });
}

export function profileOf(profileId: string): VirtualMachineDefinedProfileSpec {
  return { _typeName: 'VirtualMachineDefinedProfileSpec', profileId };
}
