/** `simsphere coverage`: which methods of the table are built, and what tests have seen of them. */
import { existsSync, readFileSync } from 'node:fs';
import { registry } from '../simulator/rooms.ts';
import { parseArguments } from './arguments.ts';

/** The page that `npm run coverage` makes; it comes with the package. */
const PAGE = new URL('../../docs/coverage.md', import.meta.url);

interface Row {
  readonly type: string;
  readonly method: string;
  readonly built: boolean;
  /** What tests saw: `change; refusal: InvalidName`. Absent when they saw nothing, or the page is not here. */
  readonly proof?: string;
}

export function coverage(words: readonly string[]): number {
  const { values } = parseArguments(words, [{ flag: 'json', kind: 'boolean', help: 'one row per method' }]);
  const proofs = existsSync(PAGE) ? readProofs(readFileSync(PAGE, 'utf8')) : undefined;
  const rows = Array.from(registry.all(), ({ type, method: { name }, built }): Row => {
    const proof = built ? proofs?.get(`${type}.${name}`) : undefined;
    return { type, method: name, built, ...(proof === undefined ? {} : { proof }) };
  });
  process.stdout.write(values['json'] ? `${JSON.stringify(rows)}\n` : textOf(rows, proofs !== undefined));
  return 0;
}

/** `Type.method` -> proof, of each row of the page's tables. */
function readProofs(page: string): ReadonlyMap<string, string> {
  const proofs = new Map<string, string>();
  let type = '';
  for (const line of page.split('\n')) {
    type = /^## (\w+):/.exec(line)?.[1] ?? type;
    const [, method, proof] = /^\| (\w+) \| ((?:answer|change|refusal).*) \|$/.exec(line) ?? [];
    if (method !== undefined && proof !== undefined) proofs.set(`${type}.${method}`, proof);
  }
  return proofs;
}

function textOf(rows: readonly Row[], known: boolean): string {
  const byType = new Map<string, Row[]>();
  for (const row of rows) byType.set(row.type, [...(byType.get(row.type) ?? []), row]);
  const lines = [...byType].flatMap(([type, all]) => {
    const built = all.filter((row) => row.built);
    const names = built.map(({ method, proof }) => (known && proof === undefined ? `${method}*` : method));
    return built.length > 0 ? [`${type} ${built.length}/${all.length}: ${names.join(' ')}`] : [];
  });
  const built = rows.filter((row) => row.built).length;
  const proven = rows.filter((row) => row.proof !== undefined).length;
  const seen = known
    ? `; tests have proven ${proven} of them${proven < built ? ' (* built, not driven by a test)' : ''}`
    : '; what tests have proven stands in docs/coverage.md, which is not here';
  return `${lines.join('\n')}\n${built} of ${rows.length} methods are built${seen}\n`;
}
