/** EnvironmentBrowser: what VMs on a compute resource can be made of. */
import type {
  HostCapability,
  VirtualMachineConfigOption,
  VirtualMachineConfigOptionDescriptor,
} from '../../../vim25/generated/index.ts';
import { type Ref, ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { Call } from '../../call.ts';
import { releaseOf } from '../../machine/config/guest-support.ts';
import { hardwareKey, hardwareOf, isHardware, knownHardware } from '../../machine/config/hardware-version.ts';
import { runsOn } from '../../machine/config/host-hardware.ts';
import { usualHardware } from '../../machine/config/usual-hardware.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { browserId } from '../../storage/datastore.ts';
import type { Host } from '../host/host.ts';
import { configOption, describe } from './config-option.ts';
import { configTarget } from './config-target.ts';

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

type Browser = Cell<EnvironmentBrowser>;

/** The version new machines are made of when nobody says: the default of the compute resource or its datacenter, else the latest. */
function defaultVersion(call: Call, self: Browser): string {
  const compute = self.one('compute') as Cell | undefined;
  return usualHardware(call.site, compute, compute);
}

/** Each version with the hosts whose release runs it. */
function descriptors(call: Call, self: Browser): VirtualMachineConfigOptionDescriptor[] {
  const { site } = call;
  const hosts = hostsOf(self);
  const usual = defaultVersion(call, self);
  return knownHardware(site).map((hardware) => {
    const key = hardwareKey(hardware.number);
    const fit = hosts.filter((host) => runsOn(site, host, key));
    return {
      key,
      description: describe(hardware),
      host: fit.map((host) => host.ref as Ref<'HostSystem'>),
      createSupported: hardware.creates && fit.length > 0,
      defaultConfigOption: key === usual,
      runSupported: fit.length > 0,
      upgradeSupported: hardware.creates && fit.length > 0,
    };
  });
}

function hostsOf(self: Browser): Cell<Host>[] {
  return [...(self.one('compute')?.back<Host>('host') ?? [])];
}

/** The host asked about, or all of the compute resource. Throws InvalidArgument for a host of another. */
function askedHosts(self: Browser, asked: Ref | undefined, path: string): Cell<Host>[] {
  const hosts = hostsOf(self);
  if (!asked) return hosts;
  const found = hosts.find((host) => host.id === asked.value);
  if (!found) throw invalidArgument(path);
  return [found];
}

interface OptionQuery {
  readonly key?: string | undefined;
  readonly host?: Ref | undefined;
  readonly guestId?: readonly string[] | undefined;
}

/** Nothing when no host asked about runs the version. `prefix` is the path of the query among the arguments. */
function option(
  call: Call,
  self: Browser,
  { key, host, guestId }: OptionQuery,
  prefix: string,
): VirtualMachineConfigOption | undefined {
  const { site } = call;
  const hosts = askedHosts(self, host, `${prefix}host`);
  const version = key || defaultVersion(call, self);
  if (!isHardware(site, version)) throw invalidArgument(`${prefix}key`);
  const able = hosts.filter((each) => runsOn(site, each, version));
  if (able.length === 0) return undefined;
  // Without a host named it is what one of them offers: the youngest release there is.
  const best = able.reduce((a, b) => (releaseOf(b) > releaseOf(a) ? b : a));
  return configOption(site, hardwareOf(version), guestId?.length ? guestId : undefined, best);
}

export const environmentBrowser: ManagedObject = managedObject('EnvironmentBrowser', environmentBrowserKind, {
  QueryConfigOptionDescriptor: (call, self) => descriptors(call, self),
  QueryConfigOption: (call, self, { key, host }) => option(call, self, { key, host }, ''),
  QueryConfigOptionEx: (call, self, { spec }) => option(call, self, spec ?? {}, 'spec.'),
  QueryConfigTarget(call, self, { host }) {
    const compute = self.one('compute');
    const hosts = askedHosts(self, host, 'host');
    if (!compute || hosts.length === 0) return undefined;
    const around = (host ? hosts[0]! : compute) as unknown as Cell;
    return configTarget(call.site, compute as unknown as Cell, hosts, around);
  },
  QueryTargetCapabilities: (_call, self, { host }) =>
    askedHosts(self, host, 'host')[0]?.get('capability') as HostCapability,
});
