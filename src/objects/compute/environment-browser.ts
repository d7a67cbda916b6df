/** EnvironmentBrowser: what VMs on a compute resource can be made of. */
import type { HostCapability, VirtualMachineConfigOptionDescriptor } from '../../vim25/generated/index.ts';
import { type Ref, ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import { latestHardware } from '../machine/hardware-version.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { browserId } from '../storage/datastore.ts';

export interface EnvironmentBrowser {
  /** Id of the compute resource. */
  readonly compute: string;
}

export const environmentBrowserKind: KindSpec<EnvironmentBrowser> = defineKind<EnvironmentBrowser>({
  type: 'EnvironmentBrowser',
  prefix: 'envbrowser',
  relations: {
    compute: { facet: 'compute', to: 'ComputeResource', of: (s) => s.compute, inverse: 'environmentBrowser' },
  },
  properties: {
    datastoreBrowser: { reads: ['compute'], value: (s) => ref('HostDatastoreBrowser', browserId(s.compute)) },
  },
});

/** Hardware versions that ESXi still runs; the first it makes no new machines of. */
const KNOWN = [4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22];

function descriptors(call: Call, hosts: readonly Ref<'HostSystem'>[]): VirtualMachineConfigOptionDescriptor[] {
  const latest = latestHardware(call.site);
  const newest = Number(latest.slice(4));
  return KNOWN.filter((n) => n <= newest).map((n) => ({
    key: `vmx-${String(n).padStart(2, '0')}`,
    description: `Virtual hardware version ${n}`,
    host: n === 4 ? [] : [...hosts],
    createSupported: n > 4,
    defaultConfigOption: n === newest,
    runSupported: true,
    upgradeSupported: true,
  }));
}

/** The host asked about, or any of the compute resource. Throws InvalidArgument for a host of another. */
function hostFor(self: Cell<EnvironmentBrowser>, asked: Ref | undefined): Cell | undefined {
  const hosts = [...(self.one('compute')?.back('host') ?? [])];
  if (!asked) return hosts[0];
  const found = hosts.find((host) => host.id === asked.value);
  if (!found) throw invalidArgument('host');
  return found;
}

export const environmentBrowser: ManagedObject = managedObject('EnvironmentBrowser', environmentBrowserKind, {
  QueryConfigOptionDescriptor: (call, self) =>
    descriptors(call, (self.one('compute')?.refsBack('host') ?? []) as Ref<'HostSystem'>[]),
  QueryTargetCapabilities: (_call, self, { host }) => hostFor(self, host)?.get('capability') as HostCapability,
});
