/** Tables of histories: what is done, what vCenter tells of it, and which properties become what. */
import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../../../src/index.ts';
import type { Answer } from '../endpoint.ts';
import type { Told } from './history-chronicle.ts';
import type { Changes } from './history-ledger.ts';
import { Stage } from './history-stage.ts';

export interface Row {
  /** How it came to be; not part of the history. */
  readonly given?: (stage: Stage) => Promise<Answer>;
  readonly does: (stage: Stage) => Promise<Answer>;
  readonly events: readonly Told[];
  readonly changes: Changes;
}

/** A test for each row: the events are exactly these, in this order, and exactly these paths change, to these values. */
export function histories(subject: string, rows: Readonly<Record<string, Row>>, options: StartOptions = {}): void {
  describe(subject, () => {
    it.each(Object.entries(rows))('%s', async (_, { given, does, events, changes }) => {
      await using stage = await Stage.set(options);
      await given?.(stage);
      const account = await stage.account(() => does(stage));
      expect(account.events).toEqual(events);
      expect(account.changes).toEqual(changes);
    });
  });
}
