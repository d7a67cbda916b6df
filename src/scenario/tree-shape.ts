/** How a scenario says what stands in its datacenters: clusters, hosts, pools, networks, datastores, VMs. */
import { z } from 'zod';
import { treeDatastoreShape } from './datastore-shape.ts';
import { newMachineShape } from './machine-shape.ts';
import { sizeShape } from './size.ts';

const text = z.string().min(1);
const count = z.int().min(0).max(10_000);
const hosts = text.optional().describe('names of the hosts that have it, * and ? allowed; all of them unless said');

const host = z.union([
  text,
  z.strictObject({
    name: text,
    packages: z.int().min(1).max(32).optional().describe('processors; 2 unless said'),
    cores: z.int().min(1).max(256).optional().describe('of each processor; 8 unless said'),
    mhz: z.int().min(1).max(100_000).optional(),
    memory: sizeShape.optional().describe('128GiB unless said'),
    nics: z.int().min(1).max(32).optional().describe('physical network cards; 4 unless said'),
    vendor: text.optional(),
    model: text.optional(),
    maintenance: z.boolean().optional(),
    iscsi: z.boolean().optional().describe('its software iSCSI adapter is on'),
  }),
]);

const amount = z
  .strictObject({
    reservation: z.int().min(0).optional().describe('MHz or MB'),
    limit: z.int().min(-1).optional().describe('MHz or MB; -1 is none'),
    expandable: z.boolean().optional(),
    shares: z.union([z.enum(['low', 'normal', 'high']), z.int().min(0).max(1_000_000)]).optional(),
  })
  .optional();

const pool = z.union([text, z.strictObject({ name: text.describe('RP0, or RP0/child'), cpu: amount, memory: amount })]);

const vApp = z.union([
  text,
  z.strictObject({
    name: text,
    folder: text.optional().describe('path below the datacenter’s VM folder'),
    pool: text.optional().describe('path below the root pool'),
    cpu: amount,
    memory: amount,
  }),
]);

const cluster = z.strictObject({
  name: text,
  folder: text.optional().describe('path below the datacenter’s host folder'),
  drs: z.enum(['off', 'manual', 'partiallyAutomated', 'fullyAutomated']).default('fullyAutomated'),
  ha: z.boolean().default(false),
  evc: text.optional().describe('mode such as intel-skylake'),
  iscsi: z.boolean().optional().describe('the software iSCSI adapter of each host is on'),
  hosts: z
    .union([count, z.array(host)])
    .default([])
    .describe('names, or so many: NAME_H0, NAME_H1, or by hostName of the counts'),
  pools: z.array(pool).default([]),
  vApps: z.array(vApp).default([]),
});

const network = z.union([
  text,
  z.strictObject({
    name: text,
    type: z.enum(['standard', 'opaque']).default('standard'),
    id: text.optional().describe('of an opaque network, as what made it calls it'),
    opaqueType: text.optional().describe('nsx.LogicalSwitch unless said'),
    vlan: z.int().min(0).max(4095).optional().describe('of a standard one'),
    folder: text.optional().describe('path below the datacenter’s network folder'),
    hosts,
  }),
]);

const portGroup = z.union([
  text,
  z.strictObject({
    name: text,
    vlan: z.int().min(0).max(4094).optional(),
    ports: z.int().min(0).max(60_000).optional(),
    binding: z.enum(['earlyBinding', 'lateBinding', 'ephemeral']).optional(),
  }),
]);

const distributed = z.strictObject({
  name: text,
  folder: text.optional().describe('path below the datacenter’s network folder'),
  mtu: z.int().min(1_280).max(9_000).optional(),
  nics: z.array(text).default(['vmnic1']).describe('physical cards of each host that it uplinks through'),
  hosts,
  portGroups: z.array(portGroup).default([]),
});

export const datacenterShape = z.strictObject({
  name: text,
  folder: text.optional().describe('path of folders above it; made if they are not there'),
  folders: z
    .array(text.regex(/^(vm|host|datastore|network)\/.+/, 'expected vm/, host/, datastore/ or network/ and a path'))
    .default([])
    .describe('folders in it: vm/Production/Web'),
  networks: z.array(network).default(['VM Network']),
  clusters: z.array(cluster).default([]),
  hosts: z.array(host).default([]).describe('standalone hosts'),
  switches: z.array(distributed).default([]),
  datastores: z.array(treeDatastoreShape).default([]),
  vms: z.array(newMachineShape).default([]),
});

export type DatacenterSaid = z.infer<typeof datacenterShape>;
export type ClusterSaid = z.infer<typeof cluster>;
export type HostSaid = z.infer<typeof host>;
export type NetworkSaid = z.infer<typeof network>;
export type SwitchSaid = z.infer<typeof distributed>;
export type AmountSaid = z.infer<typeof amount>;
