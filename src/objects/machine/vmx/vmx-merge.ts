/**
 * A .vmx read over what was known of the machine it is of.
 *
 * A .vmx has no word for everything a machine is configured with. So what it tells is compared with what it told, or
 * would have told, before: where it tells the same, what is known stands; where it tells something else, that does.
 */
import { sameValue } from '../../../world/equal.ts';
import type { Device } from '../device/device.ts';
import type { Config, Machine } from '../machine.ts';
import type { Described } from './vmx-machine.ts';
import { vmxName } from './vmx-slots.ts';

type Known = Pick<Machine, 'name' | 'identity' | 'config' | 'devices' | 'files'>;

/** The machine as the file tells of it now. */
export function merged(known: Known, told: Described, tells: Described): Known {
  const identity = combined(known.identity, told.identity, tells.identity);
  return {
    name: tells.name === undefined || tells.name === told.name ? known.name : tells.name,
    identity: Object.freeze({ ...identity, ...kept(known.identity) }),
    config: Object.freeze(mergedConfig(known.config, told.config, tells.config)),
    devices: mergedDevices(known.devices, told.devices, tells.devices),
    files: combined(known.files, told.files, tells.files),
  };
}

/** What identity has that no client may lose by leaving it out. */
function kept(identity: Machine['identity']): Pick<Machine['identity'], 'changed'> {
  return { changed: identity.changed };
}

/** Property by property; the known object itself where nothing differs. */
function combined<T extends object>(known: T, told: Partial<T>, tells: Partial<T>): T {
  const after = { ...known } as Record<string, unknown>;
  let same = true;
  for (const key of new Set([...Object.keys(told), ...Object.keys(tells)])) {
    const [was, is] = [told[key as keyof T], tells[key as keyof T]];
    if (is === undefined || sameValue(was, is)) continue;
    after[key] = is;
    same = false;
  }
  return same ? known : Object.freeze(after as T);
}

function mergedConfig(known: Config, told: Config, tells: Config): Config {
  const { said: saidBefore, extra: extraBefore, ...before } = told;
  const { said, extra, ...now } = tells;
  const after = combined({ ...known }, before, now);
  const gone = (part: 'cpu' | 'memory') => (now[part] === undefined && before[part] !== undefined ? {} : known[part]);
  return {
    ...after,
    cpu: now.cpu === undefined ? gone('cpu') : after.cpu,
    memory: now.memory === undefined ? gone('memory') : after.memory,
    said: mergedSaid(known.said, saidBefore, said),
    extra: mergedExtra(known.extra, extraBefore, extra),
  };
}

function mergedSaid(known: Config['said'], told: Config['said'], tells: Config['said']): Config['said'] {
  if (sameValue(told, tells)) return known;
  const after: Record<string, unknown> = { ...known };
  for (const key of new Set([...Object.keys(told ?? {}), ...Object.keys(tells ?? {})]) as Set<
    keyof NonNullable<typeof known>
  >) {
    if (!sameValue(told?.[key], tells?.[key])) after[key] = tells?.[key];
  }
  return Object.freeze(after as Config['said']);
}

function mergedExtra(known: Config['extra'], told: Config['extra'], tells: Config['extra']): Config['extra'] {
  if (sameValue(told, tells)) return known;
  const before = new Map(told?.map((o) => [o.key, o.value]));
  const after = new Map(known?.map((o) => [o.key, o]));
  for (const option of tells ?? []) {
    if (before.get(option.key) !== option.value) after.set(option.key, option);
    before.delete(option.key);
  }
  for (const key of before.keys()) after.delete(key);
  return after.size === 0 ? undefined : Object.freeze([...after.values()]);
}

/** Device by device, by its name in the file; those the file has no name for stay. */
function mergedDevices(known: readonly Device[], told: readonly Device[], tells: readonly Device[]): readonly Device[] {
  if (sameValue(told, tells)) return known;
  const nameOf = (list: readonly Device[]) => (d: Device) => vmxName(d, list) ?? `#${d.key}`;
  const named = (list: readonly Device[]) => new Map(list.map((d) => [nameOf(list)(d), d]));
  const [mine, before, now] = [named(known), named(told), named(tells)];
  const stay = known.filter((d) => {
    const name = nameOf(known)(d);
    return now.has(name) || !before.has(name);
  });
  const changed = stay.map((d) => {
    const name = nameOf(known)(d);
    const [was, is] = [before.get(name), now.get(name)];
    return was && is ? (was._typeName === is._typeName ? combined(d, was, is) : is) : d;
  });
  const added = tells.filter((d) => !mine.has(nameOf(tells)(d)));
  return Object.freeze([...changed, ...added]);
}
