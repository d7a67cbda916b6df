/** Lists that a spec changes entry by entry, each entry under a key: products, properties, OVF sections. */
import type { ArrayUpdateSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';

interface Keyed {
  readonly key: number;
}

export interface ListRules<T extends Keyed> {
  /** Path of the list in the spec; faults name it. */
  readonly path: string;
  /** An entry of what is said and what was there. Throws what keeps it from standing. */
  readonly entry: (said: Partial<T>, before: T | undefined, path: string) => T;
  /** The key of an entry that comes without one. */
  readonly nextKey?: (list: readonly T[]) => number;
}

type Change<T> = ArrayUpdateSpec & { readonly info?: Partial<T> | undefined };

/** The list after the changes, made one after another. Throws InvalidIndexArgument naming a key that is wrong. */
export function changedList<T extends Keyed>(
  before: readonly T[] | undefined,
  changes: readonly Change<T>[] | undefined,
  rules: ListRules<T>,
): readonly T[] | undefined {
  if (!changes || changes.length === 0) return before;
  const list = [...(before ?? [])];
  changes.forEach((change, i) => {
    apply(list, change, rules, `${rules.path}[${i}]`);
  });
  return list.length === 0 ? undefined : Object.freeze(list);
}

function apply<T extends Keyed>(list: T[], change: Change<T>, rules: ListRules<T>, path: string): void {
  const { operation, info } = change;
  if (operation === 'remove') {
    list.splice(indexOf(list, change.removeKey ?? info?.key, `${path}.removeKey`), 1);
    return;
  }
  if (!info) throw invalidArgument(`${path}.info`);
  if (operation === 'edit') {
    const at = indexOf(list, info.key, `${path}.info.key`);
    list[at] = Object.freeze(rules.entry(told(info), list[at], `${path}.info`));
    return;
  }
  const key = info.key ?? rules.nextKey?.(list);
  if (key === undefined || list.some((entry) => entry.key === key)) throw wrongKey(key, `${path}.info.key`);
  list.push(Object.freeze(rules.entry({ ...told(info), key } as Partial<T>, undefined, `${path}.info`)));
}

function indexOf(list: readonly Keyed[], key: unknown, path: string): number {
  const at = list.findIndex((entry) => entry.key === Number(key));
  if (at < 0 || key === undefined) throw wrongKey(key, path);
  return at;
}

/** A key that is taken, or that nothing has. */
export function wrongKey(key: unknown, path: string): VimFault {
  return new VimFault('InvalidIndexArgument', { invalidProperty: path, key: String(key ?? '') });
}

/** What of a data object is said; the rest stays as it was. */
export function told<T extends object>(given: T): Partial<T> {
  const said = Object.entries(given).filter(([name, value]) => value !== undefined && name !== '_typeName');
  return Object.fromEntries(said) as Partial<T>;
}
