/** How a scenario says which files lie on a datastore from the start. */
import { z } from 'zod';

export const fileShape = z
  .strictObject({
    path: z
      .string()
      .regex(
        /^(?!.*(^|\/)\.\.?(\/|$))[^/\\].*[^/\\]$|^[^/\\]$/,
        'expected a path on the datastore such as iso/tools.iso',
      )
      .describe('where it lies on the datastore; directories are made'),
    from: z.string().min(1).optional().describe('a file of this machine, relative to the scenario: its bytes'),
    text: z.string().optional().describe('its text'),
  })
  .refine(({ from, text }) => (from === undefined) !== (text === undefined), 'needs either from or text');

export type FileSaid = z.infer<typeof fileShape>;
