/** Whether a guest hangs: it gives no heartbeat, while its machine runs on. */
import type { Machine } from './machine.ts';

export function isHung({ hung, power }: Pick<Machine, 'hung' | 'power'>): boolean {
  return hung !== undefined && power.state === 'poweredOn' && hung.boot === power.bootTime;
}
