// Large inventories, for which the peer would need many minutes to start.

import { residentBytes } from '../../compat/target.mjs';
import { listing, SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';
import { startOnce } from './start.mjs';

export const name = 'scale';
export const order = 20;
export const alone = true;

export async function measure({ quick }) {
  const lines = [];
  for (const [machines, seconds, megabytes] of [[10_000, 2], ...(quick ? [] : [[100_000, 15, 1500]])]) {
    const { milliseconds, used } = await startOnce('simsphere', machines, dumped);
    const row = `${machines} VMs`;
    lines.push(
      line(row, 'ready', 's', milliseconds / 1000, undefined, { atMost: seconds }),
      line(row, 'memory when ready', 'MB', used.before / 1e6),
      line(row, 'memory after a full dump', 'MB', used.after / 1e6, undefined, { atMost: megabytes }),
      line(row, 'full dump', 's', used.milliseconds / 1000),
      line(row, 'full dump', 'MB', used.bytes / 1e6),
    );
  }
  return lines;
}

/** Every property of every VM, a thousand objects at a time. */
async function dumped({ url, pid }) {
  const before = residentBytes(pid);
  const session = await SoapSession.open({ url, user: 'administrator@vsphere.local', password: 'simsphere' });
  const start = performance.now();
  let bytes = 0;
  let body = listing(await session.machines(), [], 1000);
  while (body) {
    const answer = await session.send(body, { keep: false });
    bytes += answer.bytes;
    // The token stands before the objects, so the first piece of the answer has it.
    const token = /<token>([^<]*)</.exec(answer.text)?.[1];
    body =
      token &&
      '<ContinueRetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this>' +
        `<token>${token}</token></ContinueRetrievePropertiesEx>`;
  }
  const milliseconds = performance.now() - start;
  session.close();
  return { before, after: residentBytes(pid), bytes, milliseconds };
}
