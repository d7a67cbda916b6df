/** What stands in a directory of a datastore, on which datastores, in which datacenters: as pages for people and scripts. */
import type { Entry } from '../objects/storage/directory.ts';

export interface Row {
  readonly name: string;
  /** Where the name leads. */
  readonly href: string;
  /** Instant on the clock. */
  readonly modified?: number | undefined;
  /** Bytes; directories have none. */
  readonly size?: number | undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function html(text: string): string {
  return text.replace(/[&<>"]/g, (c) => SPECIAL[c]!);
}

/** `/folder/a/b?dcPath=DC0&dsName=LocalDS_0`. */
export function folderUrl(path: string, query: Readonly<Record<string, string>>): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  const asked = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `/folder${path === '' ? '' : `/${escaped}`}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

/** The rows of a directory, by name: directories end in a slash. */
export function rowsOf(entries: Iterable<Entry>, directory: string, query: Readonly<Record<string, string>>): Row[] {
  return [...entries]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, directory: isDirectory, size, modified }) => ({
      name: isDirectory ? `${name}/` : name,
      href: folderUrl(directory === '' ? name : `${directory}/${name}`, query),
      modified,
      ...(!isDirectory && { size }),
    }));
}

/** `21-Nov-2026 15:04`. */
function date(modified: number): string {
  const at = new Date(modified);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${two(at.getUTCDate())}-${MONTHS[at.getUTCMonth()]}-${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

export function page(title: string, up: string | undefined, rows: readonly Row[]): string {
  const rule = '<tr><th colspan="3"><hr></th></tr>';
  const parent =
    up === undefined ? [] : [`<tr><td><a href="${html(up)}">Parent Directory</a></td><td></td><td></td></tr>`];
  const lines = rows.map(({ name, href, modified, size }) => {
    const cells = [modified === undefined ? '' : date(modified), size === undefined ? '-' : String(size)];
    return `<tr><td><a href="${html(href)}">${html(name)}</a></td>${cells.map((c) => `<td align="right">${c}</td>`).join('')}</tr>`;
  });
  return [
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">',
    '<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
    `<title>${html(title)}</title></head><body><h1>${html(title)}</h1>`,
    '<table><tr><th>Name</th><th>Last modified</th><th>Size</th></tr>',
    rule,
    ...parent,
    ...lines,
    rule,
    '</table></body></html>',
    '',
  ].join('\n');
}
