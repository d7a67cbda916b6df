/** How a scenario says what a VM is like, whether the VM comes of the counts or of the scenario itself. */
import { z } from 'zod';
import { guestShape } from './guest-shape.ts';
import { sizeShape } from './size.ts';

const text = z.string().min(1);

const disk = z.union([
  sizeShape,
  z.strictObject({
    size: sizeShape.optional().describe('needed unless it is of a file'),
    file: text.optional().describe('[datastore] path of a disk that lies there'),
    datastore: text.optional().describe('another one than the VM’s'),
    format: z.enum(['thin', 'thick', 'eager']).default('thin'),
  }),
]);

const nic = z.union([
  text,
  z.strictObject({
    network: text,
    type: z.enum(['vmxnet3', 'vmxnet2', 'e1000', 'e1000e', 'pcnet32', 'sriov']).default('vmxnet3'),
    mac: z
      .string()
      .regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i, 'expected an address such as 00:50:56:00:00:01')
      .optional(),
  }),
]);

const snapshot = z.strictObject({
  name: text,
  description: z.string().optional(),
  memory: z.boolean().default(false).describe('of a VM that runs its memory is kept too'),
  quiesced: z.boolean().default(false),
});

const words = {
  memory: sizeShape.optional(),
  cpus: z.int().min(1).max(768).optional(),
  reserved: z.boolean().optional().describe('all of its memory is reserved'),
  power: z.enum(['on', 'off', 'suspended']).optional(),
  annotation: z.string().optional(),
  snapshots: z.array(snapshot).default([]).describe('one after the other, each standing on the one before'),
  guest: guestShape.optional(),
};

/** Of a VM that the counts make. */
export const machineShape = z.strictObject({
  path: text.describe('inventory path of a VM that is there'),
  ...words,
});

/** Of a VM of the scenario's own. */
export const newMachineShape = z.strictObject({
  name: text.describe('{n} is the number of each where there are several'),
  count: z.int().min(1).max(100_000).optional().describe('so many of them'),
  folder: text.optional().describe('path below the datacenter’s VM folder'),
  cluster: text.optional().describe('the first cluster or standalone host unless said'),
  host: text.optional().describe('name of a host; DRS chooses unless said, or the first'),
  pool: text.optional().describe('path below the root pool'),
  vApp: text.optional().describe('name of a vApp'),
  datastore: text.optional().describe('the first that its host sees unless said'),
  template: z.boolean().optional(),
  guestId: text.optional().describe('as configured; otherGuest64 unless said'),
  coresPerSocket: z.int().min(1).max(768).optional(),
  disks: z.array(disk).max(14).optional().describe('one thin disk of 10GiB unless said'),
  nics: z.array(nic).max(10).optional().describe('names of networks; one card on the first network unless said'),
  extraConfig: z.record(text, z.string()).optional(),
  ...words,
});

export type MachineSaid = Omit<z.infer<typeof machineShape>, 'path'>;
export type NewMachine = z.infer<typeof newMachineShape>;
