/** What was said: the properties that are there. Put over what holds, they change no more than that. */
export function said<T extends object>(spec: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined)) as never;
}
