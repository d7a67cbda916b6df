/** How a scenario says which datastores there are beside those of the counts, or what one of those is like. */
import { z } from 'zod';

const text = z.string().min(1);
const size = text.regex(/^\d+(MiB|GiB|TiB)$/, 'expected a size such as 512MiB, 200GiB or 4TiB');

export const datastoreShape = z
  .strictObject({
    name: text.describe('one of the counts is changed, another one is added'),
    datacenter: text.optional().describe('inventory path; the first one unless said'),
    type: z.enum(['VMFS', 'NFS', 'NFS41', 'vsan', 'VVOL']).optional(),
    capacity: size.optional(),
    used: size.optional().describe('taken by files that belong to no VM'),
    hosts: text.optional().describe('names of the hosts that mount it, * and ? allowed; all of them unless said'),
    readOnly: z.boolean().optional().describe('they mount it to be read only'),
    remote: text
      .regex(/^[^:/]+:\/.+$/, 'expected server:/export')
      .optional()
      .describe('server:/export of an NFS datastore'),
    maintenance: z.boolean().optional(),
  })
  .refine(({ type, remote }) => remote === undefined || type?.startsWith('NFS'), {
    message: 'only NFS is on a server',
    path: ['remote'],
  });

export type DatastoreSaid = z.infer<typeof datastoreShape>;
