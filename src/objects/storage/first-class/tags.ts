/** Tags of first class disks. A tag is known by the names of its category and its own, and is there once a disk has it. */
import type { VslmTagEntry } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { change, type Fcd, fcdOf, type Tag, tagKey } from './first-class-disk.ts';

type Tagged = Tag & { readonly id: { readonly id: string } };

function disk(call: Call, id: { readonly id: string }): Fcd {
  const found = fcdOf(call.world, id);
  if (!found) throw new VimFault('NotFound');
  return found;
}

export function attachTag(call: Call, { id, category, tag }: Tagged): void {
  const at = disk(call, id);
  if (category === '' || tag === '') throw new VimFault('NotFound');
  const { tags = [] } = at.state;
  if (tags.some((t) => tagKey(t) === tagKey({ category, tag }))) return;
  call.turn(() => change(at, { tags: Object.freeze([...tags, Object.freeze({ category, tag })]) }));
}

/** Throws NotFound for a tag the disk does not have. */
export function detachTag(call: Call, { id, ...tag }: Tagged): void {
  const at = disk(call, id);
  const { tags = [] } = at.state;
  const kept = tags.filter((t) => tagKey(t) !== tagKey(tag));
  if (kept.length === tags.length) throw new VimFault('NotFound');
  call.turn(() => change(at, { tags: Object.freeze(kept) }));
}

export function disksTagged(call: Call, tag: Tag): { readonly id: string }[] {
  const found = call.world.lookup.get('firstClassTag', tagKey(tag)) as unknown as Set<Fcd>;
  return Array.from(found, ({ state }) => ({ id: state.identity.id }));
}

export function tagsOf(call: Call, { id }: Pick<Tagged, 'id'>): VslmTagEntry[] {
  const { tags = [] } = disk(call, id).state;
  return tags.map(({ category, tag }) => ({ tagName: tag, parentCategoryName: category }));
}
