/** HostStorageSystem: the software iSCSI adapter and its targets. */
import type {
  HostInternetScsiHbaAuthenticationProperties,
  HostInternetScsiHbaParamValue,
  HostInternetScsiHbaTargetSet,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import type { MethodsOf } from '../../managed-object.ts';
import { type Host, hostKind } from '../host/host.ts';
import { change, hostOf } from '../host/host-part-methods.ts';
import type { HostPart } from '../host/host-systems.ts';
import { type FoundTarget, type Iscsi, portalOf } from './adapters.ts';
import { ISCSI_HBA } from './drive.ts';
import { hostRefuses } from './known.ts';

/** Bytes of the disk behind an iSCSI target. */
const TARGET_BYTES = 100 * 2 ** 30;

interface Portal {
  readonly address: string;
  readonly port?: number | undefined;
  readonly iScsiName?: string | undefined;
}

function edit(call: Call, self: Cell<HostPart>, device: string, patch: (before: Iscsi) => Partial<Iscsi>): void {
  const host = hostOf(call, self);
  const before = host.state.iscsi;
  if (!before?.enabled || device !== ISCSI_HBA) throw new VimFault('NotFound');
  change(call, host, { iscsi: Object.freeze({ ...before, ...patch(before) }) });
}

const same = (a: Portal) => (b: Portal) => portalOf(a) === portalOf(b) && a.iScsiName === b.iScsiName;

/** The list with the new ones in it, each with its port. */
function joined<T extends Portal>(list: readonly T[], added: readonly T[]): readonly T[] {
  const fresh = added.filter((t) => !list.some(same(t))).map((t) => ({ ...t, port: t.port ?? 3260 }));
  return Object.freeze([...list, ...fresh]);
}

function without<T extends Portal>(list: readonly T[], gone: readonly Portal[]): readonly T[] {
  if (!gone.every((t) => list.some(same(t)))) throw new VimFault('NotFound');
  return Object.freeze(list.filter((t) => !gone.some(same(t))));
}

/** Says something of the targets named, or of the adapter where none is. */
function ofTargets(iscsi: Iscsi, set: HostInternetScsiHbaTargetSet | undefined, said: object, own: Partial<Iscsi>) {
  if (!set) return own;
  const put = <T extends Portal>(list: readonly T[] = [], named: readonly Portal[] = []): readonly T[] => {
    if (!named.every((t) => list.some(same(t)))) throw new VimFault('NotFound');
    return Object.freeze(list.map((t) => (named.some(same(t)) ? Object.freeze({ ...t, ...said }) : t)));
  };
  return {
    sendTargets: put(iscsi.sendTargets, set.sendTargets),
    staticTargets: put(iscsi.staticTargets, set.staticTargets),
  };
}

/** Secrets are taken and never told. */
function withoutSecrets(
  given: HostInternetScsiHbaAuthenticationProperties,
): HostInternetScsiHbaAuthenticationProperties {
  const { chapSecret: _chap, mutualChapSecret: _mutual, ...rest } = given;
  return Object.freeze(rest);
}

function guardChap(given: HostInternetScsiHbaAuthenticationProperties): void {
  if (given.chapAuthEnabled && !given.chapInherited && !given.chapName) hostRefuses('CHAP needs a name.');
}

function merged(
  list: readonly HostInternetScsiHbaParamValue[] = [],
  said: readonly HostInternetScsiHbaParamValue[],
): readonly HostInternetScsiHbaParamValue[] {
  const kept = list.filter(({ key }) => !said.some((s) => s.key === key));
  return Object.freeze([...kept, ...said]);
}

/**
 * What the targets' addresses tell at a rescan: those named one by one, and of a portal asked what it has, the targets
 * that any host was told of there, as an array shows the same to all.
 */
export function foundTargets(call: Call, host: Cell<Host>): readonly FoundTarget[] {
  const { staticTargets = [], sendTargets = [] } = host.state.iscsi ?? {};
  const portals = new Set(sendTargets.map(portalOf));
  const found = new Map<string, FoundTarget>();
  const add = (address: string, iScsiName: string) => {
    const naa = `6${call.site.ids.uuid(`iscsi/${iScsiName}`).replace(/-/g, '').slice(1)}`;
    found.set(naa, found.get(naa) ?? Object.freeze({ address, iScsiName, naa, bytes: TARGET_BYTES }));
  };
  for (const target of staticTargets) add(portalOf(target), target.iScsiName);
  if (portals.size > 0) {
    for (const { state } of call.world.every<Host>(hostKind)) {
      for (const target of state.iscsi?.staticTargets ?? []) {
        if (portals.has(portalOf(target))) add(portalOf(target), target.iScsiName);
      }
    }
  }
  return Object.freeze([...found.values()]);
}

export const iscsiMethods: MethodsOf<'HostStorageSystem', HostPart> = {
  UpdateSoftwareInternetScsiEnabled(call, self, { enabled }) {
    const host = hostOf(call, self);
    change(call, host, { iscsi: Object.freeze({ ...host.state.iscsi, enabled }) });
  },
  AddInternetScsiSendTargets: (call, self, { iScsiHbaDevice, targets }) =>
    edit(call, self, iScsiHbaDevice, ({ sendTargets = [] }) => ({ sendTargets: joined(sendTargets, targets) })),
  RemoveInternetScsiSendTargets: (call, self, { iScsiHbaDevice, targets }) =>
    edit(call, self, iScsiHbaDevice, ({ sendTargets = [] }) => ({ sendTargets: without(sendTargets, targets) })),
  AddInternetScsiStaticTargets: (call, self, { iScsiHbaDevice, targets }) =>
    edit(call, self, iScsiHbaDevice, ({ staticTargets = [] }) => ({ staticTargets: joined(staticTargets, targets) })),
  RemoveInternetScsiStaticTargets: (call, self, { iScsiHbaDevice, targets }) =>
    edit(call, self, iScsiHbaDevice, ({ staticTargets = [] }) => ({ staticTargets: without(staticTargets, targets) })),
  UpdateInternetScsiName: (call, self, { iScsiHbaDevice, iScsiName: name }) =>
    edit(call, self, iScsiHbaDevice, () => {
      if (!/^(iqn\.\d{4}-\d{2}\.|eui\.|naa\.)/i.test(name)) hostRefuses(`'${name}' is not an iSCSI name.`);
      return { name };
    }),
  UpdateInternetScsiAlias: (call, self, { iScsiHbaDevice, iScsiAlias: alias }) =>
    edit(call, self, iScsiHbaDevice, () => ({ alias })),
  UpdateInternetScsiDiscoveryProperties: (call, self, { iScsiHbaDevice, discoveryProperties: discovery }) =>
    edit(call, self, iScsiHbaDevice, () => {
      if (discovery.iSnsDiscoveryEnabled || discovery.slpDiscoveryEnabled)
        hostRefuses('The adapter discovers targets by iSNS and SLP no more.');
      return { discovery };
    }),
  UpdateInternetScsiAuthenticationProperties: (call, self, { iScsiHbaDevice, authenticationProperties, targetSet }) =>
    edit(call, self, iScsiHbaDevice, (before) => {
      guardChap(authenticationProperties);
      const authentication = withoutSecrets(authenticationProperties);
      return ofTargets(before, targetSet, { authenticationProperties: authentication }, { authentication });
    }),
  UpdateInternetScsiDigestProperties: (call, self, { iScsiHbaDevice, digestProperties: digest, targetSet }) =>
    edit(call, self, iScsiHbaDevice, (before) =>
      ofTargets(before, targetSet, { digestProperties: digest }, { digest }),
    ),
  UpdateInternetScsiAdvancedOptions: (call, self, { iScsiHbaDevice, options, targetSet }) =>
    edit(call, self, iScsiHbaDevice, (before) =>
      ofTargets(before, targetSet, { advancedOptions: options }, { options: merged(before.options, options) }),
    ),
  UpdateInternetScsiIPProperties: (call, self, { iScsiHbaDevice }) =>
    edit(call, self, iScsiHbaDevice, () => hostRefuses('The software adapter has the addresses of the VMkernel.')),
};
