/** Differences between two targets that somebody has looked at, and why they are. */
import type { Difference } from './diff.ts';

export interface Explanation {
  /** Where: a path of a difference; `*` stands for any part of it. */
  readonly path: string;
  /** What the first or the second target says there. Default: anything. */
  readonly a?: string;
  readonly b?: string;
  /** Sentence of the one case that it is about. Default: any. */
  readonly case?: string;
  readonly why: string;
  /** It depends on chance: that it is not seen says nothing. */
  readonly sometimes?: boolean;
}

export interface Judged {
  readonly unexplained: readonly Difference[];
  /** Explanations of what is no longer different. */
  readonly idle: readonly Explanation[];
}

export function judge(differences: readonly Difference[], explanations: readonly Explanation[]): Judged {
  const patterns = explanations.map((one) => ({ one, fits: patternOf(one.path), used: false }));
  const unexplained = differences.filter((difference) => {
    const explaining = patterns.filter(
      ({ one, fits }) =>
        fits.test(difference.path) &&
        (['a', 'b', 'case'] as const).every((key) => (one[key] ?? difference[key]) === difference[key]),
    );
    for (const pattern of explaining) pattern.used = true;
    return explaining.length === 0;
  });
  return { unexplained, idle: patterns.filter(({ one, used }) => !used && !one.sometimes).map(({ one }) => one) };
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
