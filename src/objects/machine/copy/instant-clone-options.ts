/** The options an instant clone is told in place of its source's: how its guest learns who it is. */
import type { OptionValue } from '../../../vim25/generated/index.ts';

/** The options with one set; an empty value takes it away. */
export function withOption(options: readonly OptionValue[], { key, value }: OptionValue): readonly OptionValue[] {
  const others = options.filter((o) => o.key !== key);
  return value === undefined || value === '' ? others : [...others, { _typeName: 'OptionValue', key, value }];
}
