/**
 * A position in a history that only grows: items up to a number are behind it, the others ahead.
 *
 * Events and tasks are both numbered in order, so a position outlives what is forgotten at the far end.
 */

/** The items ahead of a position, oldest first, and where one then stands. */
export function ahead<T>(
  items: readonly T[],
  number: (item: T) => number,
  position: number,
  wanted: (item: T) => boolean,
  count: number,
): { readonly page: T[]; readonly position: number } {
  const page: T[] = [];
  for (let i = firstAfter(items, number, position); i < items.length && page.length < count; i++) {
    if (wanted(items[i]!)) page.push(items[i]!);
  }
  return { page, position: page.length > 0 ? number(page.at(-1)!) : position };
}

/** The items behind a position, newest first, and where one then stands. */
export function behind<T>(
  items: readonly T[],
  number: (item: T) => number,
  position: number,
  wanted: (item: T) => boolean,
  count: number,
): { readonly page: T[]; readonly position: number } {
  const page: T[] = [];
  for (let i = firstAfter(items, number, position) - 1; i >= 0 && page.length < count; i--) {
    if (wanted(items[i]!)) page.push(items[i]!);
  }
  return { page, position: page.length > 0 ? number(page.at(-1)!) - 1 : position };
}

/** Index of the first item whose number is greater. */
function firstAfter<T>(items: readonly T[], number: (item: T) => number, position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (number(items[mid]!) <= position) low = mid + 1;
    else high = mid;
  }
  return low;
}
