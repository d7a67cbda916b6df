/**
 * EVC of one machine: masks that let it see fewer features than its host shows, whatever host that is. They stand among its
 * options as ESXi writes them: `featMask.vm.cpuid.AVX2 = "Val:0"`.
 */
import type { HostFeatureMask, OptionValue } from '../../../vim25/generated/index.ts';
import type { Config } from '../../machine/machine.ts';
import { featuresOf, GENERATIONS, type Generation, generationOf } from './modes.ts';

const PREFIX = 'featMask.vm.';
/** With it what is not named is hidden; without it what is not named is as the host shows it. */
const COMPLETE = `${PREFIX}completeMasks`;

type Options = Config['extra'];

const isMask = ({ key }: OptionValue) => key.startsWith(PREFIX) && key !== COMPLETE;

export function masksOf(extra: Options): HostFeatureMask[] {
  return (extra ?? []).filter(isMask).map(({ key, value }) => {
    const name = key.slice(PREFIX.length);
    return { key: name, featureName: name, value: String(value) };
  });
}

/** What has to be said of the options for these masks to stand in place of those before; none lift EVC. */
export function optionsFor(before: Options, masks: readonly HostFeatureMask[], complete: boolean): OptionValue[] {
  const gone = (before ?? []).filter(({ key }) => key.startsWith(PREFIX)).map(({ key }) => ({ key, value: '' }));
  const after = masks.map(({ key, value }) => ({ key: `${PREFIX}${key}`, value }));
  if (masks.length > 0) after.push({ key: COMPLETE, value: complete ? 'TRUE' : 'FALSE' });
  const said = new Set(after.map(({ key }) => key));
  return [...gone.filter(({ key }) => !said.has(key)), ...after] as OptionValue[];
}

/** The features a machine may see; undefined for one without masks. */
function allowance(extra: Options): ((feature: string) => boolean) | undefined {
  const masks = new Map(masksOf(extra).map(({ key, value }) => [key, value]));
  if (masks.size === 0) return undefined;
  const complete = extra?.some(({ key, value }) => key === COMPLETE && value === 'TRUE') === true;
  return (feature) => (masks.has(feature) ? !/:0$/.test(masks.get(feature)!) : !complete);
}

const wholly = (allowed: (feature: string) => boolean) => (generation: Generation) =>
  featuresOf(generation).every(allowed);

/** The mode that complete masks come to: its processors, or newer ones, are what the machine runs on. */
export function maskedMode({ extra }: Pick<Config, 'extra'>): string | undefined {
  if (!extra?.some(({ key, value }) => key === COMPLETE && value === 'TRUE')) return undefined;
  const allowed = allowance(extra);
  const fitting = allowed ? GENERATIONS.filter(wholly(allowed)) : [];
  return fitting.sort((a, b) => featuresOf(b).length - featuresOf(a).length)[0]?.key;
}

/** The mode that a machine sees which boots on a host that shows `mode`. */
export function modeSeen({ extra }: Pick<Config, 'extra'>, mode: string): string {
  const allowed = extra && allowance(extra);
  const shown = generationOf(mode);
  if (!allowed || !shown) return mode;
  const { vendor, tier } = shown;
  const older = GENERATIONS.filter((g) => g.vendor === vendor && g.tier <= tier);
  return (older.filter(wholly(allowed)).at(-1) ?? older[0]!).key;
}
