/** Shapes in which a ConfigOption says what a value may be. */
import type { BoolOption, ChoiceOption, IntOption, LongOption } from '../../../vim25/generated/index.ts';

export function whole(min: number, max: number, defaultValue: number = min): IntOption & LongOption {
  return { min, max, defaultValue };
}

export function bool(supported: boolean, defaultValue = false): BoolOption {
  return { supported, defaultValue };
}

/** The first is the default. */
export function choice(...keys: readonly string[]): ChoiceOption {
  return { choiceInfo: keys.map((key) => ({ label: key, summary: key, key })), defaultIndex: 0 };
}
