/** Distributed switches: who plans the network, who takes hosts in, and who sets policies are three people. */
import { at, type MethodRule, type Need, onRefs, type Params } from './need.ts';

const SWITCH: Readonly<Record<string, string>> = {
  host: 'DVSwitch.HostOp',
  policy: 'DVSwitch.PolicyOp',
  defaultPortConfig: 'DVSwitch.PolicyOp',
  uplinkPortPolicy: 'DVSwitch.PolicyOp',
  vspanConfigSpec: 'DVSwitch.Vspan',
};

const PORT_GROUP: Readonly<Record<string, string>> = {
  policy: 'DVPortgroup.PolicyOp',
  defaultPortConfig: 'DVPortgroup.PolicyOp',
  scope: 'DVPortgroup.ScopeOp',
};

/** Parts of a spec that say which it is, and change nothing. */
const SILENT: ReadonlySet<string> = new Set(['_typeName', 'configVersion']);

export const reconfigureSwitch: MethodRule = ({ world, self, params }) => [
  ...byPart(SWITCH, 'DVSwitch.Modify', params.spec).map((privilege) => ({ cell: self, privilege })),
  ...hostsOf(params.spec).flatMap((host) => onRefs(world, host, 'Host.Config.Network')),
];

export const reconfigurePortGroup: MethodRule = ({ self, params }) =>
  byPart(PORT_GROUP, 'DVPortgroup.Modify', params.spec).map((privilege) => ({ cell: self, privilege }));

/** A new switch, and the hosts it takes in at once. */
export const createSwitch: MethodRule = ({ world, self, params }): Need[] => [
  { cell: self, privilege: 'DVSwitch.Create' },
  ...hostsOf(at(params, 'spec.configSpec')).flatMap((host) => onRefs(world, host, 'Host.Config.Network')),
];

function byPart(table: Readonly<Record<string, string>>, otherwise: string, spec: unknown): string[] {
  const parts = Object.entries((spec ?? {}) as Params).filter(([part, value]) => {
    return !SILENT.has(part) && value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  const privileges = new Set(parts.map(([part]) => table[part] ?? otherwise));
  return privileges.size > 0 ? [...privileges] : [otherwise];
}

function hostsOf(spec: unknown): unknown[] {
  return ((at(spec, 'host') ?? []) as readonly Params[]).map((member) => member['host']);
}
