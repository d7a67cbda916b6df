/** What vApps ask of those who change and copy them: who wrote the product may more than who deploys it. */
import { at, type MethodRule, type Need, onRefs, type Params } from './need.ts';

const APPLICATION = 'VApp.ApplicationConfig';
const INSTANCE = 'VApp.InstanceConfig';

const BY_PART: Readonly<Record<string, string>> = {
  product: APPLICATION,
  eula: APPLICATION,
  ovfSection: APPLICATION,
  ovfEnvironmentTransport: APPLICATION,
  installBootRequired: APPLICATION,
  installBootStopDelay: APPLICATION,
  entityConfig: APPLICATION,
  instanceUuid: APPLICATION,
  annotation: 'VApp.Rename',
  managedBy: 'VApp.ManagedByConfig',
};

export function* vAppConfigNeeds({ self, params }: Parameters<MethodRule>[0]): Generator<Need> {
  const kept = at(self.state, 'settings.property');
  for (const privilege of vAppParts((params.spec ?? {}) as Params, kept)) yield { cell: self, privilege };
}

/** Privileges that the parts of a VAppConfigSpec or VmConfigSpec need; `kept` are the properties there are. */
export function vAppParts(spec: Params, kept: unknown): Set<string> {
  const privileges = new Set<string>();
  for (const [part, privilege] of Object.entries(BY_PART)) if (isSaid(spec[part])) privileges.add(privilege);
  for (const privilege of propertyNeeds(spec, kept)) privileges.add(privilege);
  for (const privilege of addressNeeds(spec['ipAssignment'])) privileges.add(privilege);
  if (privileges.size === 0) privileges.add(INSTANCE);
  return privileges;
}

function isSaid(part: unknown): boolean {
  return Array.isArray(part) ? part.length > 0 : part !== undefined;
}

/** Who deploys gives values; what properties there are, and of which type, is for who wrote the product. */
function* propertyNeeds(spec: Params, kept: unknown): Generator<string> {
  for (const { operation, info } of (spec['property'] ?? []) as readonly Params[]) {
    const key = at(info, 'key');
    const before = ((kept ?? []) as readonly Params[]).find((p) => p['key'] === key);
    if (operation !== 'edit' || !before) yield APPLICATION;
    else {
      for (const [part, value] of Object.entries((info ?? {}) as Params)) {
        if (part !== '_typeName' && value !== before[part]) yield part === 'value' ? INSTANCE : APPLICATION;
      }
    }
  }
}

function* addressNeeds(assignment: unknown): Generator<string> {
  const said = (part: string) => isSaid(at(assignment, part));
  if (said('supportedAllocationScheme') || said('supportedIpProtocol')) yield APPLICATION;
  if (said('ipAllocationPolicy') || said('ipProtocol')) yield INSTANCE;
}

export function* vAppCloneNeeds({ world, self, params }: Parameters<MethodRule>[0]): Generator<Need> {
  yield { cell: self, privilege: 'VApp.Clone' };
  for (const { cell } of onRefs(world, params.target, '')) {
    const inVApp = cell.is('VirtualApp');
    for (const privilege of inVApp ? ['VApp.Clone', 'VApp.AssignVApp'] : ['Resource.AssignVAppToPool']) {
      yield { cell, privilege };
    }
  }
}
