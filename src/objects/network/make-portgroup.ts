/** Port groups are added to a switch and reconfigured. */
import type { DVPortgroupConfigSpec } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import { post } from '../history/post.ts';
import type { Entity } from '../inventory/managed-entity.ts';
import { entityName } from '../inventory/names.ts';
import { guardUniqueAmong } from '../inventory/rename.ts';
import { said } from '../inventory/said.ts';
import { shortWork } from '../inventory/short-work.ts';
import type { Site } from '../site.ts';
import { createPortgroup } from './create-switch.ts';
import { switchKind } from './distributed-switch.ts';
import { settingOver } from './port-setting.ts';
import { type Portgroup, type PortgroupConfig, portgroupKind } from './portgroup.ts';
import type { DistributedSwitch } from './switch.ts';

const TYPES: ReadonlySet<string> = new Set(['earlyBinding', 'lateBinding', 'ephemeral']);

interface Add {
  readonly spec: readonly DVPortgroupConfigSpec[];
}

/** Names of networks are unique in a datacenter. */
function guardName(self: Cell<DistributedSwitch> | Cell<Portgroup>, name: string, own?: Cell): void {
  const datacenter = (self as unknown as Cell).world.find(self.state.datacenter);
  if (datacenter) guardUniqueAmong(datacenter.back<Entity>('network'), name, own);
}

function guardAdd(self: Cell<DistributedSwitch>, { args }: Step<Site, Add>): void {
  const names = args.spec.map((spec) => entityName(spec.name ?? ''));
  args.spec.forEach((spec, i) => {
    guardName(self, names[i]!);
    if (names.indexOf(names[i]!) !== i) throw invalidArgument(`spec[${i}].name`);
    guardShape(spec, args.spec.length > 1 ? `spec[${i}]` : 'spec');
  });
}

function guardShape({ type, numPorts }: DVPortgroupConfigSpec, path: string): void {
  if (type !== undefined && !TYPES.has(type)) throw invalidArgument(`${path}.type`);
  if (numPorts !== undefined && (numPorts < 0 || numPorts > 8_192)) throw invalidArgument(`${path}.numPorts`);
}

function add(self: Cell<DistributedSwitch>, step: Step<Site, Add>): Cell<Portgroup>[] {
  const { site, args, request } = step;
  return args.spec.map((spec) => {
    const cell = createPortgroup(site, self, entityName(spec.name ?? ''));
    site.world.update(cell, { config: configAfter(cell.state.config, spec, 0) });
    const about = { entity: cell as unknown as Cell, chainId: request.eventChainId };
    post(site, request.user, 'DVPortgroupCreatedEvent', {}, about);
    return cell;
  });
}

function configAfter(before: PortgroupConfig, spec: DVPortgroupConfigSpec, counted: 0 | 1): PortgroupConfig {
  const nsx = spec.backingType === 'nsx' && {
    nsx: {
      logicalSwitch: spec.logicalSwitchUuid ?? '',
      segment: spec.segmentId ?? '',
      transportZone: spec.transportZoneUuid ?? '',
    },
  };
  const given = said({
    ports: spec.type === 'ephemeral' ? 0 : spec.numPorts,
    type: spec.type,
    autoExpand: spec.autoExpand,
    policy: spec.policy,
    description: spec.description,
    portNameFormat: spec.portNameFormat,
    resourcePool: spec.vmVnicNetworkResourcePoolKey,
  });
  return Object.freeze({
    ...before,
    ...nsx,
    ...given,
    portSetting: settingOver(before.portSetting, spec.defaultPortConfig),
    changes: before.changes + counted,
  });
}

export const addPortgroupsVerb: Verb<Site, never> = shortWork<DistributedSwitch, Add>({
  name: 'DistributedVirtualSwitch.addPortgroups',
  kind: switchKind,
  guard: guardAdd,
  change: (self, step) => void add(self, step),
});

export const createPortgroupVerb: Verb<Site, never> = shortWork<DistributedSwitch, Add>({
  name: 'DistributedVirtualSwitch.addPortgroup',
  kind: switchKind,
  guard: guardAdd,
  change: (self, step) => add(self, step)[0]!.ref,
});

interface Reconfigure {
  readonly spec: DVPortgroupConfigSpec;
}

export const reconfigurePortgroupVerb: Verb<Site, never> = shortWork<Portgroup, Reconfigure>({
  name: 'DistributedVirtualPortgroup.reconfigure',
  kind: portgroupKind,
  guard(self, { args }) {
    const { spec } = args;
    const { changes } = self.state.config;
    if (spec.configVersion && spec.configVersion !== String(changes)) throw new VimFault('ConcurrentAccess');
    if (spec.name !== undefined) guardName(self, entityName(spec.name), self as unknown as Cell);
    guardShape(spec, 'spec');
  },
  change(self, { site, args, request }) {
    const { spec } = args;
    const name = spec.name === undefined ? self.state.name : entityName(spec.name);
    site.world.update(self, { name, config: configAfter(self.state.config, spec, 1) });
    const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
    post(site, request.user, 'DVPortgroupReconfiguredEvent', { configSpec: spec }, about);
  },
});
