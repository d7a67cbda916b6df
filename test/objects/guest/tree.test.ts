import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSIX_FILES, WINDOWS_FILES } from '../../../src/objects/guest/base-files.ts';
import { type PathStyle, posix, windows } from '../../../src/objects/guest/path.ts';
import type { GuestTree } from '../../../src/objects/guest/system.ts';
import { moved, nodeAt, withDirectories, without } from '../../../src/objects/guest/tree.ts';

const made = { modified: 0, owner: 0 };
const name = fc.constantFrom('a', 'b', 'c', 'ab');
const steps = fc.array(name, { minLength: 1, maxLength: 4 });
const change = fc.record({ what: fc.constantFrom('make', 'remove', 'move'), from: steps, to: steps });

/** Every file stands in a directory that is there, under the key of its own path. */
function isWhole(tree: GuestTree, style: PathStyle): boolean {
  return Object.entries(tree).every(([key, node]) => {
    const parent = style.parent(node.path);
    const above = parent === undefined ? undefined : nodeAt(tree, style, parent);
    return key === style.key(node.path) && (parent === undefined || above?.type === 'directory');
  });
}

describe.each([
  ['POSIX', posix, POSIX_FILES, '/tmp', '/'],
  ['Windows', windows, WINDOWS_FILES, 'C:\\Temp', '\\'],
] as const)('the files of a %s guest', (_, style, base, root, separator) => {
  const path = (parts: readonly string[]) => [root, ...parts].join(separator);

  it('hang together whatever is made, moved and removed', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        let tree: GuestTree = base;
        for (const { what, from, to } of changes) {
          const [a, b] = [path(from), path(to)];
          if (what === 'make') tree = withDirectories(tree, style, a, made) ?? tree;
          if (what === 'remove') tree = without(tree, style, a);
          const free =
            nodeAt(tree, style, a) && nodeAt(tree, style, style.parent(b)) && !`${b}${separator}`.startsWith(a);
          if (what === 'move' && free && !nodeAt(tree, style, b)) tree = moved(tree, style, a, b);
          if (!isWhole(tree, style)) return false;
        }
        return true;
      }),
    );
  });

  it('are named by paths that are read as their system reads them', () => {
    const twice = separator + separator;
    expect(style.normal(`${root}${twice}a${separator}.${separator}b${separator}..${separator}`)).toBe(path(['a']));
    expect(style.normal(`a${separator}b`)).toBeUndefined();
    expect(style.parent(style.normal(`${root}${separator}..`)!)).toBeUndefined();
  });
});
