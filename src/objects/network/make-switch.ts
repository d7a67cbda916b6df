/** CreateDVS_Task and ReconfigureDvs_Task. */
import type { DVSConfigSpec, DVSCreateSpec, VMwareDVSConfigSpec } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import { resolve } from '../call.ts';
import { hostKind } from '../compute/host/host.ts';
import { eventArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import { type Folder, folderKind } from '../inventory/folder.ts';
import { entityName, guardUnique } from '../inventory/names.ts';
import { datacenterOf } from '../inventory/place.ts';
import { said } from '../inventory/said.ts';
import { shortWork } from '../inventory/short-work.ts';
import type { Site } from '../site.ts';
import { createSwitch } from './create-switch.ts';
import { switchKind } from './distributed-switch.ts';
import { portSetting, settingOver } from './port-setting.ts';
import type { DistributedSwitch, Member, SwitchConfig } from './switch.ts';

type Spec = DVSConfigSpec & Partial<VMwareDVSConfigSpec>;

/** Versions of switches that ESXi 8 takes part in. */
const VERSIONS: ReadonlySet<string> = new Set(['6.5.0', '6.6.0', '7.0.0', '7.0.2', '7.0.3', '8.0.0', '8.0.3']);

interface Create {
  readonly spec: DVSCreateSpec;
}

export const createSwitchVerb: Verb<Site, never> = shortWork<Folder, Create>({
  name: 'Folder.createDistributedVirtualSwitch',
  kind: folderKind,
  guard(self, { site, args }) {
    if (!self.state.childTypes.includes('DistributedVirtualSwitch')) throw notSupported();
    guardUnique(self as unknown as Cell, entityName(args.spec.configSpec.name ?? ''));
    const datacenter = datacenterOf(self as unknown as Cell);
    membersAfter(site, [], args.spec.configSpec, datacenter, 'spec.configSpec');
    versionOf(args.spec);
  },
  change(self, { site, args, request }) {
    const { configSpec } = args.spec;
    const datacenter = datacenterOf(self as unknown as Cell)!;
    const uplinks = uplinksOf(configSpec);
    const config: Partial<SwitchConfig> = {
      ...(uplinks && { uplinks, portSetting: portSetting({ uplinks, vlan: 0 }) }),
      ...(versionOf(args.spec) && { version: versionOf(args.spec)! }),
    };
    const cell = createSwitch(site, {
      name: entityName(configSpec.name ?? ''),
      datacenter: datacenter.id,
      parent: self.id,
      members: membersAfter(site, [], configSpec, datacenter, 'spec.configSpec'),
      config,
    });
    site.world.update(cell, { config: configAfter(cell.state.config, configSpec, 0) });
    const about = { entity: cell as unknown as Cell, chainId: request.eventChainId };
    post(site, request.user, 'DvsCreatedEvent', { parent: eventArgument(self as unknown as Cell) }, about);
    return cell.ref;
  },
});

function versionOf({ productInfo }: DVSCreateSpec): string | undefined {
  const version = productInfo?.version;
  if (version !== undefined && !VERSIONS.has(version)) throw invalidArgument('spec.productInfo.version');
  return version;
}

function uplinksOf(spec: Spec): readonly string[] | undefined {
  const policy = spec.uplinkPortPolicy as { readonly uplinkPortName?: readonly string[] } | undefined;
  return policy?.uplinkPortName && Object.freeze([...policy.uplinkPortName]);
}

/** Members as a spec changes them. A host that is one already, or is none, cannot be added, or changed and removed. */
function membersAfter(
  site: Site,
  before: readonly Member[],
  spec: Spec,
  datacenter: Cell | undefined,
  path: string,
): readonly Member[] {
  const members = new Map(before.map((m) => [m.host, m]));
  spec.host?.forEach(({ operation, host, backing }, i) => {
    const cell = resolve(site, hostKind, host);
    if (datacenterOf(cell as unknown as Cell) !== datacenter) throw invalidArgument(`${path}.host[${i}].host`);
    const { id } = cell;
    if ((operation === 'add') === members.has(id))
      throw new VimFault(operation === 'add' ? 'AlreadyExists' : 'NotFound');
    if (operation === 'remove') members.delete(id);
    else if (operation === 'add' || operation === 'edit')
      members.set(id, Object.freeze({ host: id, nics: nicsOf(backing, members.get(id)) }));
    else throw invalidArgument(`${path}.host[${i}].operation`);
  });
  return Object.freeze([...members.values()]);
}

function nicsOf(backing: unknown, before: Member | undefined): readonly string[] {
  const specs = (backing as { readonly pnicSpec?: readonly { readonly pnicDevice: string }[] } | undefined)?.pnicSpec;
  return Object.freeze(specs?.map((s) => s.pnicDevice) ?? before?.nics ?? []);
}

function configAfter(before: SwitchConfig, spec: Spec, counted: 0 | 1): SwitchConfig {
  const given = said({
    uplinks: uplinksOf(spec),
    description: spec.description,
    contact: spec.contact,
    mtu: spec.maxMtu,
    maxPorts: spec.maxPorts,
    standalonePorts: spec.numStandalonePorts,
    discovery: spec.linkDiscoveryProtocolConfig,
    ipAddress: spec.switchIpAddress,
    extensionKey: spec.extensionKey,
    lacpApiVersion: spec.lacpApiVersion,
    multicastFiltering: spec.multicastFilteringMode,
  });
  return Object.freeze({
    ...before,
    ...given,
    portSetting: settingOver(before.portSetting, spec.defaultPortConfig),
    changes: before.changes + counted,
  });
}

interface Reconfigure {
  readonly spec: Spec;
}

export const reconfigureSwitchVerb: Verb<Site, never> = shortWork<DistributedSwitch, Reconfigure>({
  name: 'DistributedVirtualSwitch.reconfigure',
  kind: switchKind,
  guard(self, { site, args }) {
    const { spec } = args;
    const { changes } = self.state.config;
    if (spec.configVersion && spec.configVersion !== String(changes)) throw new VimFault('ConcurrentAccess');
    const parent = self.one('parent');
    if (spec.name !== undefined && parent) guardUnique(parent, entityName(spec.name), self as unknown as Cell);
    guardLeaving(self, membersOf(self, site, spec));
  },
  change(self, { site, args, request }) {
    const { spec } = args;
    const before = self.state;
    const members = membersOf(self, site, spec);
    const name = spec.name === undefined ? before.name : entityName(spec.name);
    site.world.update(self, { name, members, config: configAfter(before.config, spec, 1) });
    const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
    const say = (type: string, properties: object) => post(site, request.user, type, { ...properties }, about);
    say('DvsReconfiguredEvent', { configSpec: spec });
    const host = (id: string) => eventArgument(site.world.find(id)!);
    const lacks = (list: readonly Member[]) => (m: Member) => !list.some((other) => other.host === m.host);
    for (const m of members.filter(lacks(before.members))) say('DvsHostJoinedEvent', { hostJoined: host(m.host) });
    for (const m of before.members.filter(lacks(members))) say('DvsHostLeftEvent', { hostLeft: host(m.host) });
  },
});

function membersOf(self: Cell<DistributedSwitch>, site: Site, spec: Spec): readonly Member[] {
  return membersAfter(site, self.state.members, spec, datacenterOf(self as unknown as Cell), 'spec');
}

/** A host leaves only when none of its VMs is plugged in. */
function guardLeaving(self: Cell<DistributedSwitch>, after: readonly Member[]): void {
  const gone = new Set(self.state.members.filter((m) => !after.some((a) => a.host === m.host)).map((m) => m.host));
  if (gone.size === 0) return;
  for (const group of self.back('portgroup')) {
    for (const vm of group.back('vm')) {
      if (gone.has(vm.one('host')?.id ?? ''))
        throw new VimFault('ResourceInUse', { type: self.type, name: self.state.name });
    }
  }
}
