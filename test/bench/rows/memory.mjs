// Memory after everything was asked for once.
import { residentBytes } from '../../compat/target.mjs';
import { listing } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'memory';
export const order = 90;

export async function measure({ targets, machines }) {
  const before = {};
  const after = {};
  for (const { name, pid, session, view } of targets) {
    before[name] = residentBytes(pid) / 1e6;
    await session.send(listing(view, []), { keep: false });
    after[name] = residentBytes(pid) / 1e6;
  }
  const row = `memory, ${machines} VMs`;
  return [
    line(row, 'before a full dump', 'MB', before.simsphere, before.vcsim),
    line(row, 'after a full dump', 'MB', after.simsphere, after.vcsim),
  ];
}
