/** How a scenario says what VMs want of CPU and memory, where that is not left to the load model. */
import { z } from 'zod';
import { parseDuration } from '../kernel/time.ts';

const text = z.string().min(1);
const percent = z.number().min(0).max(100);
const duration = text.refine((d) => parseDuration(d) >= 0, 'expected a duration such as 10m');

const step = z.strictObject({
  at: duration.describe('how long after the start'),
  percent: percent.optional().describe('without it the load model has its say again'),
});

const pattern = z.strictObject({
  every: duration
    .refine((d) => !(parseDuration(d) < 20_000), 'expected 20s or more')
    .describe('after so long it begins again'),
  percents: z.array(percent).min(1).describe('of equal length, one after the other'),
});

const wanted = z.union([percent, z.array(step).min(1), pattern]);

export const loadShape = z.strictObject({
  vms: text.describe('names of VMs, * and ? allowed'),
  cpu: wanted.optional().describe('percent of its CPUs: always, by steps, or a pattern that repeats'),
  memory: wanted.optional().describe('percent of its memory that the guest uses'),
});

export type LoadSaid = z.infer<typeof loadShape>;
export type Wanted = z.infer<typeof wanted>;
