/** How a scenario is written: zod for checking, and from the same the JSON Schema for editors. Loaded late. */
import { z } from 'zod';
import { ruleShape } from '../faults/rule-shape.ts';
import { jsonSchema, type ObjectShape } from '../faults/shape.ts';
import { parseDuration } from '../kernel/time.ts';
import { latencyShape } from '../simulator/latency-profile.ts';
import { datastoreShape } from './datastore-shape.ts';
import { loadShape } from './load-shape.ts';
import { machineShape } from './machine-shape.ts';
import { objectsShape } from './object-shape.ts';
import { entryShape } from './timeline-shape.ts';
import { datacenterShape } from './tree-shape.ts';

const count = z.int().min(0).max(100_000);
const text = z.string().min(1);

const counts = z.strictObject({
  dc: count.optional(),
  cluster: count.optional().describe('clusters per datacenter'),
  host: count.optional().describe('hosts per cluster'),
  standaloneHost: count.optional().describe('standalone hosts per datacenter'),
  vm: count.optional().describe('VMs per pool and per standalone host'),
  pool: count.optional(),
  app: count.optional(),
  folder: count.optional(),
  ds: count.optional().describe('datastores per datacenter'),
  pod: count.optional(),
  pg: count.optional(),
  pgNsx: count.optional(),
  nsx: count.optional(),
  autostart: z.boolean().optional().describe('whether the VMs run'),
  hostName: text
    .optional()
    .describe('names of the hosts: {n} counts them from 1, {d} {c} {h} number datacenter, cluster, host'),
});

const role = z.strictObject({
  name: text,
  extends: text.optional().describe('name of a role whose privileges it has too'),
  privileges: z.array(text),
});

const grant = z.strictObject({
  role: text.optional().describe('name of a role'),
  privileges: z.array(text).optional().describe('makes a role of these privileges'),
  on: text.default('/').describe('inventory path; / is everything'),
  propagate: z.boolean().default(true),
});

const user = z
  .strictObject({
    name: text.describe('user@domain'),
    password: text.optional(),
    certificate: text.optional().describe('PEM of the certificate by which a solution shows who it is'),
    groups: z.array(text).default([]).describe('group@domain of each group it is in'),
    roles: z.array(grant).default([]),
  })
  .refine((said) => said.password !== undefined || said.certificate !== undefined, 'needs a password or a certificate');

const group = z.strictObject({
  name: text.describe('group@domain'),
  description: text.optional(),
  groups: z.array(text).default([]).describe('groups it is in itself'),
  roles: z.array(grant).default([]),
});

const host = z.strictObject({
  name: text.describe('names of hosts that are there, * and ? allowed'),
  iscsi: z.boolean().optional().describe('the software iSCSI adapter is on'),
  maintenance: z.boolean().optional(),
});

const world = z.strictObject({
  counts: counts.default({}),
  objects: objectsShape.optional(),
  datacenters: z.array(datacenterShape).default([]).describe('in place of the counts: what stands where'),
  roles: z.array(role).default([]),
  groups: z.array(group).default([]),
  users: z.array(user).default([]),
  datastores: z.array(datastoreShape).default([]),
  hosts: z.array(host).default([]).describe('what is different about hosts of the counts'),
  machines: z.array(machineShape).default([]).describe('what is different about VMs of the counts'),
  load: z.array(loadShape).default([]).describe('what VMs want, where that is not left to the load model'),
  tools: z.boolean().optional().describe('VMware Tools run in every VM of the counts'),
});

export const scenarioSchema = z.strictObject({
  name: text.optional(),
  description: text.optional(),
  seed: text.optional(),
  apiVersion: text.optional(),
  esx: z.boolean().optional(),
  clock: text
    .regex(/^(real|manual|x\d+(\.\d+)?)$/, 'expected real, manual or xN')
    .refine((clock) => Number(clock.slice(1)) !== 0, 'expected real, manual or xN with N above 0')
    .optional(),
  start: z.iso.datetime().optional().describe('first instant of the clock'),
  // Checked by the room of latencies.
  latency: z.unknown().optional(),
  permissions: z.enum(['enforce', 'log', 'off']).optional().describe('whether permissions count'),
  sessionTimeout: text.refine((d) => parseDuration(d) >= 0, 'expected a duration such as 30m').optional(),
  sessionsPerUser: z.int().min(1).max(100_000).optional().describe('sessions one user may have open'),
  world: world.prefault({}),
  // Rules are checked by their own room, which says more than a schema can.
  faults: z.array(z.unknown()).default([]),
  timeline: z.array(entryShape).default([]).describe('what happens by and by'),
});

export type Scenario = z.infer<typeof scenarioSchema>;

/** The JSON Schema of scenario files. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(scenarioSchema, { io: 'input' }) as Record<string, unknown>;
  const properties = schema.properties as Record<string, { items: { properties: Record<string, unknown> } }>;
  const rule = jsonSchema(ruleShape);
  const effects = (ruleShape.fields['effect'] as ObjectShape).fields;
  const entry = properties['timeline']!.items.properties;
  entry['fault'] = { $ref: '#/$defs/rule' };
  entry['world'] = { $ref: '#/$defs/world' };
  return {
    $schema,
    title: 'simsphere scenario',
    ...schema,
    properties: {
      ...properties,
      latency: { anyOf: [{ enum: ['instant', 'realistic'] }, jsonSchema(latencyShape)] },
      faults: { type: 'array', items: { $ref: '#/$defs/rule' } },
    },
    $defs: { rule, world: jsonSchema(effects['world']!) },
  };
}
