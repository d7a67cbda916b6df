/** Addresses as properties of type `ip` hold them: dots between decimal numbers, or colons between hexadecimal ones. */

const DOTTED = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

export function isAddress(text: string): boolean {
  return DOTTED.test(text) || isColoned(text);
}

/** Eight groups, or fewer around one `::`; the last two may be written with dots. */
function isColoned(text: string): boolean {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return false;
  const counts = halves.map((half, i) => groupsIn(half, i === halves.length - 1));
  if (counts.includes(undefined)) return false;
  const count = counts.reduce<number>((sum, n) => sum + n!, 0);
  return halves.length === 1 ? count === 8 : count < 8;
}

function groupsIn(half: string, last: boolean): number | undefined {
  if (half === '') return 0;
  const groups = half.split(':');
  const dotted = last && DOTTED.test(groups.at(-1)!);
  const plain = dotted ? groups.slice(0, -1) : groups;
  return plain.every((g) => GROUP.test(g)) ? plain.length + (dotted ? 2 : 0) : undefined;
}
