/** Paths inside a guest: POSIX ones, and those of Windows, where case does not count. */

export interface PathStyle {
  /** The path as it is shown: without `.`, `..` and doubled separators. Undefined for one that is not absolute. */
  normal(path: string): string | undefined;
  /** The key under which what stands there is kept. */
  key(normal: string): string;
  /** The directory above; undefined at the top. */
  parent(normal: string): string | undefined;
  name(normal: string): string;
  join(directory: string, name: string): string;
}

export const posix: PathStyle = {
  normal: (path) => (path.startsWith('/') ? `/${steps(path, /\/+/).join('/')}` : undefined),
  key: (path) => path,
  parent: (path) => (path === '/' ? undefined : path.slice(0, path.lastIndexOf('/')) || '/'),
  name: (path) => path.slice(path.lastIndexOf('/') + 1),
  join: (directory, name) => (directory === '/' ? `/${name}` : `${directory}/${name}`),
};

export const windows: PathStyle = {
  normal(path) {
    const [, drive, rest] = /^([a-z]):(?=[\\/]|$)(.*)$/is.exec(path) ?? [];
    return drive === undefined ? undefined : `${drive.toUpperCase()}:\\${steps(rest!, /[\\/]+/).join('\\')}`;
  },
  key: (path) => path.toLowerCase(),
  parent: (path) => (path.length <= 3 ? undefined : path.slice(0, Math.max(3, path.lastIndexOf('\\')))),
  name: (path) => path.slice(path.lastIndexOf('\\') + 1),
  join: (directory, name) => (directory.endsWith('\\') ? `${directory}${name}` : `${directory}\\${name}`),
};

function steps(path: string, separator: RegExp): string[] {
  const kept: string[] = [];
  for (const step of path.split(separator)) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return kept;
}
