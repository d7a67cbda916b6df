/** The policies that every vCenter comes with. */
import type { PbmCapabilityConstraints } from '../../vim25/generated-pbm/index.ts';
import type { Site } from '../site.ts';
import { ALLOCATION, DATA_SERVICE, ENCRYPTION, PMEM, VSAN } from './capabilities.ts';
import { type Category, policyCell, policyKind } from './profile.ts';
import { rule, ruleSet } from './rules.ts';

/** The uuid of the service behind the encryption policy; clients know it. */
const ENCRYPTION_SERVICE = 'ad5a249d-cbc2-43af-9366-694d7664fa52';

/** Who owns what nobody made. */
const NOBODY = 'Temporary user handle';

interface Row {
  readonly name: string;
  readonly description: string;
  /** The uuid that every vCenter has it under; of the others it follows from the seed. */
  readonly id?: string;
  readonly system?: string;
  readonly category?: Category;
  readonly constraints: PbmCapabilityConstraints;
}

/** A policy that asks for nothing by rules. */
const NONE: PbmCapabilityConstraints = Object.freeze({ _typeName: 'PbmCapabilityConstraints' });

const vsanRules = (failures: number, reservation: number) =>
  ruleSet('VSAN sub-profile', [
    rule(VSAN, 'hostFailuresToTolerate', failures),
    rule(VSAN, 'stripeWidth', 1),
    rule(VSAN, 'forceProvisioning', false),
    rule(VSAN, 'proportionalCapacity', reservation),
    rule(VSAN, 'cacheReservation', 0),
  ]);

const management = (name: string, kind: string, constraints: PbmCapabilityConstraints): Row => ({
  name,
  description: `Management storage policy used for ${kind}`,
  constraints,
});

const ROWS: readonly Row[] = [
  {
    name: 'VM Encryption Policy',
    description: "Sample storage policy for VMware's VM and virtual disk encryption",
    id: '4d5f673c-536f-11e6-beb8-9e71128cae77',
    constraints: ruleSet('sp-1', [rule(DATA_SERVICE, ENCRYPTION_SERVICE, ENCRYPTION_SERVICE)]),
  },
  {
    name: 'Default encryption properties',
    description: "Storage policy component for VMware's VM and virtual disk encryption",
    id: ENCRYPTION_SERVICE,
    category: 'DATA_SERVICE_POLICY',
    constraints: ruleSet('sp-1', [rule(ENCRYPTION, 'vmwarevmcrypt@ENCRYPTION', false, 'AllowCleartextFilters')]),
  },
  {
    name: 'vSAN Default Storage Policy',
    description: 'Storage policy used as default for vSAN datastores',
    id: 'aa6d5a82-1c88-45da-85d3-3d74b91a5bad',
    system: 'VsanDefaultProfile',
    constraints: vsanRules(1, 0),
  },
  {
    name: 'VVol No Requirements Policy',
    description: 'Allow the datastore to determine the best placement strategy for storage objects',
    id: 'f4e5bade-15a2-4805-bf8e-52318c4ce443',
    system: 'VVolDefaultProfile',
    constraints: NONE,
  },
  {
    name: 'Host-local PMem Default Storage Policy',
    description: 'Storage policy used as default for Host-local PMem datastores',
    id: 'c268da1b-b343-49f7-a468-b1deeb7078e0',
    system: 'PmemDefaultProfile',
    constraints: ruleSet('PMem sub-profile', [rule(PMEM, 'PMemType', 'LocalPMem')]),
  },
  management('Management Storage Policy - Regular', 'regular machines', vsanRules(1, 100)),
  management('Management Storage Policy - Large', 'large machines', vsanRules(2, 100)),
  management('Management Storage Policy - Single Node', 'machines on a single host', vsanRules(0, 100)),
  management(
    'Management Storage policy - Thin',
    'thin machines',
    ruleSet('Thin', [rule(ALLOCATION, 'VolumeAllocationType', 'Conserve space when possible')]),
  ),
  management(
    'Management Storage policy - Encryption',
    'encrypted machines',
    ruleSet('Encryption', [rule(DATA_SERVICE, ENCRYPTION_SERVICE, ENCRYPTION_SERVICE)]),
  ),
  management(
    'Management Storage policy - Stretched',
    'machines of stretched clusters',
    ruleSet('Stretched', [rule(VSAN, 'hostFailuresToTolerate', 1), rule(VSAN, 'subFailuresToTolerate', 1)]),
  ),
  management(
    'Management Storage Policy - Stretched Lite',
    'machines of small stretched clusters',
    ruleSet('Stretched', [rule(VSAN, 'hostFailuresToTolerate', 1), rule(VSAN, 'subFailuresToTolerate', 0)]),
  ),
];

/** Call once, inside a turn. */
export function createDefaultPolicies(site: Site): void {
  const at = site.clock.now();
  for (const { name, description, id, system, category = 'REQUIREMENT', constraints } of ROWS) {
    const uniqueId = id ?? site.ids.uuid(`policy/${name}`);
    const state = {
      origin: Object.freeze({
        uniqueId,
        category,
        created: at,
        createdBy: NOBODY,
        ...(system !== undefined && { system, factory: constraints }),
      }),
      text: Object.freeze({ name, description, constraints }),
      changed: Object.freeze({ at, by: NOBODY, generation: 0 }),
      defaultFor: Object.freeze([]),
    };
    site.world.create(policyKind, state, policyCell(uniqueId));
  }
}
