/** How a scenario says which datastores there are beside those of the counts, or what one of those is like. */
import { z } from 'zod';
import { fileShape } from './file-shape.ts';
import { sizeShape } from './size.ts';

const text = z.string().min(1);

const words = {
  name: text.describe('one that is there is changed, another one is added'),
  type: z.enum(['VMFS', 'NFS', 'NFS41', 'vsan', 'VVOL']).optional(),
  capacity: sizeShape.optional().describe('4TiB unless said'),
  used: sizeShape.optional().describe('taken by files that belong to no VM'),
  hosts: text.optional().describe('names of the hosts that mount it, * and ? allowed; all of them unless said'),
  readOnly: z.boolean().optional().describe('they mount it to be read only'),
  remote: text
    .regex(/^[^:/]+:\/.+$/, 'expected server:/export')
    .optional()
    .describe('server:/export of an NFS datastore'),
  maintenance: z.boolean().optional(),
  files: z.array(fileShape).default([]).describe('what lies on it, contents and all'),
};

const remoteIsNfs = ({ type, remote }: { readonly type?: string | undefined; readonly remote?: string | undefined }) =>
  remote === undefined || type?.startsWith('NFS') === true;
const ONLY_NFS = { message: 'only NFS is on a server', path: ['remote'] };

export const datastoreShape = z
  .strictObject({
    ...words,
    datacenter: text.optional().describe('inventory path; the first one unless said'),
  })
  .refine(remoteIsNfs, ONLY_NFS);

/** The same where it stands below its datacenter. */
export const treeDatastoreShape = z
  .strictObject({
    ...words,
    folder: text.optional().describe('path below the datacenter’s datastore folder'),
    pod: text.optional().describe('name of the datastore cluster it is in; made if there is none'),
  })
  .refine(remoteIsNfs, ONLY_NFS);

export type DatastoreSaid = z.infer<typeof datastoreShape> & Pick<z.infer<typeof treeDatastoreShape>, 'folder' | 'pod'>;
