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
import {
  hardwareKey,
  hardwareOf,
  isHardware,
  knownHardware,
  latestHardware,
} from '../../machine/config/hardware-version.ts';
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

/** The version new machines are made of when nobody says: the compute resource's own default, else the latest. */
function defaultVersion(call: Call, self: Browser): string {
  const config = self.one('compute')?.get('configurationEx') as
    | { readonly defaultHardwareVersionKey?: string }
    | undefined;
  const key = config?.defaultHardwareVersionKey;
  return key !== undefined && isHardware(call.site, key) ? key : latestHardware(call.site);
}

function descriptors(call: Call, self: Browser): VirtualMachineConfigOptionDescriptor[] {
  const hosts = hostsOf(self).map((host) => host.ref as Ref<'HostSystem'>);
  const usual = defaultVersion(call, self);
  return knownHardware(call.site).map((hardware) => ({
    key: hardwareKey(hardware.number),
    description: describe(hardware),
    host: hosts,
    createSupported: hardware.creates,
    defaultConfigOption: hardwareKey(hardware.number) === usual,
    runSupported: true,
    upgradeSupported: hardware.creates,
  }));
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

/** Nothing when there is no host to ask. `prefix` is the path of the query among the arguments. */
function option(
  call: Call,
  self: Browser,
  { key, host, guestId }: OptionQuery,
  prefix: string,
): VirtualMachineConfigOption | undefined {
  if (askedHosts(self, host, `${prefix}host`).length === 0) return undefined;
  const version = key || defaultVersion(call, self);
  if (!isHardware(call.site, version)) throw invalidArgument(`${prefix}key`);
  return configOption(call.site, hardwareOf(version), guestId?.length ? guestId : undefined);
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
