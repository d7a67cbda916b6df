/** Whether there is a guest to see in a machine, and how much of it. */
import type { Machine } from '../machine/machine.ts';

type Looked = Pick<Machine, 'guest' | 'power' | 'outside'>;

/** What has come up in this boot; undefined for a machine that is off, has no tools or has not come so far. */
export function stageOf({ guest, power }: Looked): 'stopped' | 'tools' | 'network' | undefined {
  const awake = guest?.awake;
  return power.state !== 'poweredOff' && awake !== undefined && awake.boot === power.bootTime ? awake.stage : undefined;
}

/** Whether the guest's own words are known: its name, its cards, its disks. They stay while the machine is suspended. */
export function isSeen(m: Looked): boolean {
  const stage = stageOf(m);
  return stage === 'tools' || stage === 'network';
}

/** Whether VMware Tools run now, by themselves or because somebody outside says so. */
export function toolsRunning(m: Looked): boolean {
  if (m.power.state !== 'poweredOn' || m.power.standby) return false;
  const said = m.outside?.['guest.toolsRunningStatus'];
  return said === undefined ? isSeen(m) : said === 'guestToolsRunning';
}

/** Whether the guest is a Windows, whose paths, users and programs are others. */
export function isWindows({ config }: Pick<Machine, 'config'>): boolean {
  return config.guestId.startsWith('win');
}
