/** What policies can ask for: the capabilities of the storage and services that a vCenter knows by itself. */

export const VSAN = 'VSAN';
export const PMEM = 'PMem';
export const ALLOCATION = 'com.vmware.storage.volumeallocation';
export const TAG = 'http://www.vmware.com/storage/tag';
export const DATA_SERVICE = 'com.vmware.storageprofile.dataservice';
export const TOPOLOGY = 'com.vmware.storage.consumptiondomain';
export const ENCRYPTION = 'vmwarevmcrypt';

export interface Capability {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly type: 'XSD_INT' | 'XSD_BOOLEAN' | 'XSD_STRING';
  readonly initial?: number | boolean | string | undefined;
  readonly range?: readonly [min: number, max: number] | undefined;
  readonly values?: readonly string[] | undefined;
}

/** A namespace of capabilities, and who provides it. */
export interface Provider {
  readonly namespace: string;
  readonly version: string;
  readonly vendor: string;
  readonly label: string;
  /** What it is part of when it is no storage of its own. */
  readonly lineOfService?: 'ENCRYPTION' | undefined;
  readonly category: string;
  /** Datastore types (as `summary.type`, in lower case) that can meet its rules; undefined asks nothing of a datastore. */
  readonly on: readonly string[] | undefined;
  readonly capabilities: readonly Capability[];
}

const vsan: Provider = {
  namespace: VSAN,
  version: '8.0',
  vendor: 'VMware',
  label: 'VMware vSAN',
  category: 'vSAN',
  on: ['vsan'],
  capabilities: [
    {
      id: 'hostFailuresToTolerate',
      label: 'Primary level of failures to tolerate',
      summary: 'How many failures of hosts, disks or networks a storage object can bear.',
      type: 'XSD_INT',
      initial: 1,
      range: [0, 3],
    },
    {
      id: 'subFailuresToTolerate',
      label: 'Secondary level of failures to tolerate',
      summary: 'How many further failures an object can bear inside one site.',
      type: 'XSD_INT',
      initial: 0,
      range: [0, 3],
    },
    {
      id: 'stripeWidth',
      label: 'Number of disk stripes per object',
      summary: 'Over how many disks each replica of a storage object is striped.',
      type: 'XSD_INT',
      initial: 1,
      range: [1, 12],
    },
    {
      id: 'proportionalCapacity',
      label: 'Object space reservation (%)',
      summary: 'Share of the size of a storage object that is reserved.',
      type: 'XSD_INT',
      initial: 0,
      range: [0, 100],
    },
    {
      id: 'cacheReservation',
      label: 'Flash read cache reservation (%)',
      summary: 'Flash that is reserved as read cache, in parts of the size of the object.',
      type: 'XSD_INT',
      initial: 0,
      range: [0, 1_000_000],
    },
    {
      id: 'iopsLimit',
      label: 'IOPS limit for object',
      summary: 'Most operations a second; 0 sets no limit.',
      type: 'XSD_INT',
      initial: 0,
      range: [0, 2_147_483_647],
    },
    {
      id: 'forceProvisioning',
      label: 'Force provisioning',
      summary: 'Make the object even where the policy cannot be met.',
      type: 'XSD_BOOLEAN',
      initial: false,
    },
    {
      id: 'checksumDisabled',
      label: 'Disable object checksum',
      summary: 'Keep no checksums of the object.',
      type: 'XSD_BOOLEAN',
      initial: false,
    },
    {
      id: 'replicaPreference',
      label: 'Failure tolerance method',
      summary: 'Whether replicas are mirrors or erasure coded.',
      type: 'XSD_STRING',
      initial: 'RAID-1 (Mirroring) - Performance',
      values: ['RAID-1 (Mirroring) - Performance', 'RAID-5/6 (Erasure Coding) - Capacity'],
    },
    {
      id: 'locality',
      label: 'Affinity',
      summary: 'The site of a stretched cluster that keeps the data.',
      type: 'XSD_STRING',
      initial: 'None',
      values: ['None', 'Preferred Fault Domain', 'Secondary Fault Domain'],
    },
  ],
};

const allocation: Provider = {
  namespace: ALLOCATION,
  version: '1.0',
  vendor: 'VMware',
  label: 'VMFS',
  category: 'VMFS',
  on: ['vmfs'],
  capabilities: [
    {
      id: 'VolumeAllocationType',
      label: 'Volume allocation type',
      summary: 'How space for virtual disks is taken.',
      type: 'XSD_STRING',
      initial: 'Conserve space when possible',
      values: ['Fully initialized', 'Reserve space', 'Conserve space when possible'],
    },
  ],
};

const pmem: Provider = {
  namespace: PMEM,
  version: '1.0',
  vendor: 'VMware',
  label: 'Persistent memory',
  category: 'PMem',
  on: ['pmem'],
  capabilities: [
    {
      id: 'PMemType',
      label: 'PMem type',
      summary: 'Whose persistent memory keeps the disk.',
      type: 'XSD_STRING',
      initial: 'LocalPMem',
      values: ['LocalPMem'],
    },
  ],
};

const encryption: Provider = {
  namespace: ENCRYPTION,
  version: '1.0',
  vendor: 'VMware',
  label: 'VMware VM Encryption',
  lineOfService: 'ENCRYPTION',
  category: 'Encryption',
  on: undefined,
  capabilities: [
    {
      id: 'vmwarevmcrypt@ENCRYPTION',
      label: 'VMware VM Encryption',
      summary: 'Encrypts a machine and its disks before their data reaches the storage.',
      type: 'XSD_BOOLEAN',
      initial: false,
    },
  ],
};

export const PROVIDERS: readonly Provider[] = [vsan, allocation, pmem, encryption];

/** Namespaces whose capabilities are named by others: tags by who made them, services by their policies. */
export const OPEN_NAMESPACES: ReadonlySet<string> = new Set([TAG, DATA_SERVICE, TOPOLOGY]);

export function providerOf(namespace: string): Provider | undefined {
  return PROVIDERS.find((p) => p.namespace === namespace);
}
