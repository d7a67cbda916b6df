/** vcsim's `-delay`, `-method-delay` and `-delay-jitter` as fault rules. */
import { SimError } from '../kernel/errors.ts';
import type { StartOptions } from '../server/start.ts';

type Rule = NonNullable<StartOptions['faults']>[number];

export interface Delays {
  /** Milliseconds before any call is worked on. */
  readonly delay: number;
  /** `PowerOnVM_Task:500,CloneVM_Task:2000`: milliseconds more for calls of those methods. */
  readonly methods: string;
  /** Standard deviation of a delay, as a share of it. */
  readonly jitter: string;
}

/** Rules that hold calls up; none when no delay is asked for. Throws ERR_USAGE. */
export function delayRules({ delay, methods, jitter }: Delays): Rule[] {
  const base = Math.max(0, delay);
  const spread = Number(jitter);
  if (!(spread >= 0)) throw new SimError('ERR_USAGE', `-delay-jitter takes a number such as 0.2, not '${jitter}'`);
  const named = [...methodDelays(methods)].flatMap(([method, more]) =>
    jittered(`delay-${method}`, { method }, base + more, spread),
  );
  return [...named, ...jittered('delay', undefined, base, spread)];
}

function methodDelays(text: string): Map<string, number> {
  const delays = new Map<string, number>();
  for (const word of text.split(',').filter((part) => part.trim() !== '')) {
    const match = /^\s*(\w+)\s*:\s*(\d+)\s*$/.exec(word);
    if (!match) throw new SimError('ERR_USAGE', `-method-delay takes METHOD:MILLISECONDS,..., not '${word}'`);
    delays.set(match[1]!, Number(match[2]));
  }
  return delays;
}

/** Middles of eight equal parts of the normal distribution: mean 0, standard deviation all but 1. */
const PARTS = [-1.63, -0.91, -0.5, -0.16, 0.16, 0.5, 0.91, 1.63];

/** Of several rules that hold a call up the first whose dice fall right does; these chances make each as likely as any other. */
function jittered(id: string, match: Rule['match'], delay: number, spread: number): Rule[] {
  const rule = (name: string, milliseconds: number, probability?: number): Rule => ({
    id: name,
    ...(match && { match }),
    ...(probability !== undefined && probability < 1 && { when: { probability } }),
    effect: { transport: { delay: Math.max(0, Math.round(milliseconds)) } },
  });
  if (delay === 0) return [];
  if (spread === 0) return [rule(id, delay)];
  return PARTS.map((z, i) => rule(`${id}-${i + 1}`, delay * (1 + z * spread), 1 / (PARTS.length - i)));
}
