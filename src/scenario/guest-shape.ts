/** How a scenario says what is inside a VM: its tools, name and address, its users, files and programs. */
import { z } from 'zod';
import { parseDuration } from '../kernel/time.ts';

const text = z.string().min(1);
const texts = z.record(text, z.string());

const program = z.strictObject({
  path: text.describe('absolute path in the guest'),
  arguments: z.string().optional().describe('only when started with exactly these; with any when absent'),
  exitCode: z.int().min(-1).max(0x7fffffff).default(0),
  duration: text
    .refine((d) => d === 'forever' || parseDuration(d) >= 0, 'expected a duration such as 30s, or forever')
    .default('0s')
    .describe('how long it runs, on the clock'),
  output: z.string().optional().describe('what it writes to its output'),
  writes: texts.optional().describe('files it has written when it ends: path and text'),
});

const user = z.strictObject({
  name: text,
  password: text,
  admin: z.boolean().optional().describe('may do everything; root and Administrator always may'),
});

export const guestShape = z.strictObject({
  id: text.optional().describe('guestId, such as debian11_64Guest or windows2019srv_64Guest'),
  tools: z.enum(['open', 'installer', 'none']).default('open').describe('where VMware Tools came from'),
  toolsVersion: text.regex(/^\d+$/, 'expected a number such as 12352').optional(),
  hostName: text.optional(),
  ip: z.union([z.ipv4(), z.ipv6()]).optional().describe('address of the first network card'),
  users: z.array(user).optional().describe('who may log in; without it whoever gives a name and a password'),
  environment: texts.optional(),
  files: texts.optional().describe('path and text of files beyond those of a fresh system'),
  programs: z.array(program).default([]),
});

export type GuestScript = z.infer<typeof guestShape>;
