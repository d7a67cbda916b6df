/** Tasks that do the same to several things: what is refused of one keeps no other from it. */
import type { LocalizedMethodFault } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';

export interface ResultFor<K> {
  readonly key: K;
  /** Why it was not done. */
  readonly fault?: LocalizedMethodFault;
}

/** `act` guards first and then changes, inside a turn. */
export function eachOf<K>(keys: readonly K[], act: (key: K) => void): ResultFor<K>[] {
  return keys.map((key) => {
    try {
      act(key);
      return { key };
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      return { key, fault: error.localized() as LocalizedMethodFault };
    }
  });
}
