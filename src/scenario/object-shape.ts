/** How a scenario holds an inventory that was read from a vCenter: its objects, by the names of the API. */
import { z } from 'zod';

const text = z.string().min(1);

const object = z.strictObject({
  type: text.describe('managed type'),
  id: text.describe('such as vm-12; it keeps it'),
  properties: z.record(text, z.unknown()),
});

export const objectsShape = z
  .union([text.describe('a directory that govc object.save wrote'), z.array(object)])
  .describe('in place of the counts: what simsphere import wrote');

export type ObjectsSaid = z.infer<typeof objectsShape>;
