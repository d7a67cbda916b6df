/** What the filters of a watch select, so that it can begin anew in another session without anybody missing who left. */
import type { ObjectUpdate, PropertyFilterUpdate, UpdateSet } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';

export class Selected {
  #filters: readonly Ref<'PropertyFilter'>[] = [];
  /** Of each filter, by the order they were made in. */
  readonly #told: Map<string, Ref>[] = [];
  /** Told since the beginning was; undefined once that is whole. */
  #anew: Map<string, Ref>[] | undefined;

  /** A collector with these filters is about to tell everything. */
  begin(filters: readonly Ref<'PropertyFilter'>[]): void {
    for (let index = this.#told.length; index < filters.length; index += 1) this.#told.push(new Map());
    const isFirst = this.#filters.length === 0;
    this.#filters = filters;
    this.#anew = isFirst ? undefined : filters.map(() => new Map());
  }

  /** Notes what a set tells; with the last of a beginning, adds who has left in between. */
  seen(set: UpdateSet): UpdateSet {
    for (const update of set.filterSet ?? []) {
      const index = this.#filters.findIndex(({ value }) => value === update.filter.value);
      for (const object of update.objectSet ?? []) {
        for (const known of [this.#told[index], this.#anew?.[index]]) note(known, object);
      }
    }
    if (!this.#anew || set.truncated) return set;
    const left = this.#left(this.#anew);
    this.#anew = undefined;
    return left.length === 0 ? set : { ...set, filterSet: [...(set.filterSet ?? []), ...left] };
  }

  #left(anew: readonly Map<string, Ref>[]): PropertyFilterUpdate[] {
    return this.#filters.flatMap((filter, index) => {
      const told = this.#told[index]!;
      const gone = [...told].filter(([key]) => !anew[index]!.has(key));
      for (const [key] of gone) told.delete(key);
      const objectSet = gone.map(([, obj]): ObjectUpdate => ({ kind: 'leave', obj, changeSet: [] }));
      return objectSet.length === 0 ? [] : [{ filter, objectSet }];
    });
  }
}

function note(known: Map<string, Ref> | undefined, { kind, obj }: ObjectUpdate): void {
  const key = `${obj.type} ${obj.value}`;
  if (kind === 'leave') known?.delete(key);
  else known?.set(key, obj);
}
