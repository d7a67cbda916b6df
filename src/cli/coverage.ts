/** `simsphere coverage`: which methods of the table are built. */
import { registry } from '../simulator/rooms.ts';

export function coverage(words: readonly string[]): number {
  const rows = [...registry.all()].map(({ type, method, built }) => ({ type, method: method.name, built }));
  if (words.includes('--json')) {
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return 0;
  }
  const byType = new Map<string, { built: string[]; unbuilt: number }>();
  for (const row of rows) {
    const entry = byType.get(row.type) ?? { built: [], unbuilt: 0 };
    byType.set(row.type, entry);
    if (row.built) entry.built.push(row.method);
    else entry.unbuilt++;
  }
  for (const [type, { built, unbuilt }] of byType) {
    if (built.length > 0)
      process.stdout.write(`${type} ${built.length}/${built.length + unbuilt}: ${built.join(' ')}\n`);
  }
  const done = rows.filter((r) => r.built).length;
  process.stdout.write(`${done} of ${rows.length} methods are built\n`);
  return 0;
}
