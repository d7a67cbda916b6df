/** LicenseManager and LicenseAssignmentManager: a server in evaluation, to which licences can be added and assigned. */
import type { LicenseManagerLicenseInfo } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { decodeLicense, EVALUATION, isLicenseKey } from './license.ts';

export interface LicenseFacets {
  readonly licenses: readonly LicenseManagerLicenseInfo[];
  /** Id of the LicenseAssignmentManager. */
  readonly assignment: string;
  /** Whatever there was to run on has run out. */
  readonly expired?: boolean | undefined;
}

/** Days a fresh server runs without a licence. */
const EVALUATION_DAYS = 60;

export const licenseManagerKind: KindSpec<LicenseFacets> = defineKind<LicenseFacets>({
  type: 'LicenseManager',
  properties: {
    source: {
      reads: ['expired'],
      value: (s) => ({ _typeName: 'EvaluationLicenseSource', remainingHours: daysLeft(s) * 24 }),
    },
    sourceAvailable: { reads: [], value: () => true },
    featureInfo: { reads: [], value: () => [] },
    licensedEdition: { reads: [], value: () => '' },
    licenses: { reads: ['licenses'], value: (s) => s.licenses },
    licenseAssignmentManager: { reads: ['assignment'], value: (s) => assignmentRef(s.assignment) },
    evaluation: { reads: ['expired'], value: evaluation },
  },
});

type Manager = Cell<LicenseFacets>;

export const licenseManager: ManagedObject = managedObject('LicenseManager', licenseManagerKind, {
  DecodeLicense: (_call, self, { licenseKey }) => find(self, licenseKey) ?? decodeLicense(licenseKey),

  /** A key that is none is answered with what is wrong with it, and not kept. */
  AddLicense(_call, self, { licenseKey, labels }) {
    const info = { ...(find(self, licenseKey) ?? decodeLicense(licenseKey)), labels: labels ?? [] };
    if (isLicenseKey(licenseKey)) put(self, [...without(self, licenseKey), info]);
    return info;
  },

  RemoveLicense(_call, self, { licenseKey }) {
    known(self, licenseKey);
    put(self, without(self, licenseKey));
  },

  UpdateLicenseLabel(_call, self, { licenseKey, labelKey, labelValue }) {
    relabel(self, licenseKey, labelKey, [{ key: labelKey, value: labelValue }]);
  },

  RemoveLicenseLabel(_call, self, { licenseKey, labelKey }) {
    relabel(self, licenseKey, labelKey, []);
  },
});

function relabel(
  self: Manager,
  key: string,
  labelKey: string,
  added: NonNullable<LicenseManagerLicenseInfo['labels']>,
): void {
  const info = known(self, key);
  const labels = [...(info.labels ?? []).filter((l) => l.key !== labelKey), ...added];
  put(
    self,
    self.state.licenses.map((l) => (l.licenseKey === key ? { ...info, labels } : l)),
  );
}

function find(self: Manager, key: string): LicenseManagerLicenseInfo | undefined {
  return self.state.licenses.find((l) => l.licenseKey === key);
}

function known(self: Manager, key: string): LicenseManagerLicenseInfo {
  const info = find(self, key);
  if (!info) throw invalidArgument('licenseKey');
  return info;
}

function without(self: Manager, key: string): LicenseManagerLicenseInfo[] {
  return self.state.licenses.filter((l) => l.licenseKey !== key);
}

function put(self: Manager, licenses: readonly LicenseManagerLicenseInfo[]): void {
  self.world.turn(() => self.world.update(self, { licenses }));
}

function assignmentRef(value: string): Ref {
  return { type: 'LicenseAssignmentManager', value };
}

function daysLeft({ expired }: LicenseFacets): number {
  return expired ? 0 : EVALUATION_DAYS;
}

function evaluation(s: LicenseFacets): object {
  const property = (key: string, value: unknown) => ({ key, value });
  const diagnostic = s.expired ? 'The evaluation period has expired' : 'The server runs in evaluation mode';
  return {
    properties: [
      property('expirationHours', daysLeft(s) * 24),
      property('expirationMinutes', daysLeft(s) * 24 * 60),
      property('diagnostic', diagnostic),
    ],
  };
}

export interface AssignmentFacets {
  readonly assigned: readonly { readonly entityId: string; readonly name: string; readonly key: string }[];
  /** Id of the LicenseManager. */
  readonly licenses: string;
}

export const licenseAssignmentManagerKind: KindSpec<AssignmentFacets> = defineKind<AssignmentFacets>({
  type: 'LicenseAssignmentManager',
});

export const licenseAssignmentManager: ManagedObject = managedObject(
  'LicenseAssignmentManager',
  licenseAssignmentManagerKind,
  {
    UpdateAssignedLicense(call, self, { entity, licenseKey, entityDisplayName }) {
      const licenses = call.world.as(licenseManagerKind, self.state.licenses);
      const info = licenses && find(licenses, licenseKey);
      if (!info) throw invalidArgument('licenseKey');
      if (!call.world.find(entity) && entity !== call.site.about.instanceUuid) {
        throw new VimFault('LicenseEntityNotFound', { entityId: entity });
      }
      const others = self.state.assigned.filter((a) => a.entityId !== entity);
      const assigned = [...others, { entityId: entity, name: entityDisplayName ?? '', key: licenseKey }];
      call.turn(() => call.world.update(self, { assigned }));
      return info;
    },

    RemoveAssignedLicense(call, self, { entityId }) {
      const assigned = self.state.assigned.filter((a) => a.entityId !== entityId);
      if (assigned.length === self.state.assigned.length) throw new VimFault('LicenseEntityNotFound', { entityId });
      call.turn(() => call.world.update(self, { assigned }));
    },

    /** Without an entity, all there are; the server itself is in evaluation until it is given another. */
    QueryAssignedLicenses(call, self, { entityId }) {
      const licenses = call.world.as(licenseManagerKind, self.state.licenses);
      const uuid = call.site.about.instanceUuid ?? 'ha-host';
      const own = { entityId: uuid, name: call.site.about.name, key: EVALUATION.licenseKey };
      const { assigned } = self.state;
      const all = assigned.some((a) => a.entityId === uuid) ? assigned : [own, ...assigned];
      return all
        .filter((a) => entityId === undefined || a.entityId === entityId)
        .map((a) => ({
          entityId: a.entityId,
          entityDisplayName: a.name,
          assignedLicense: (licenses && find(licenses, a.key)) ?? EVALUATION,
        }));
    },
  },
);
