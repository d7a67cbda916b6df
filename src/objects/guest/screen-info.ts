/** `guest.screen`: the size of the guest's desktop, or of its text screen as long as nobody set one. */
import type { GuestScreenInfo } from '../../vim25/generated/index.ts';
import type { Machine } from '../machine/machine.ts';

const TEXT = { width: 720, height: 400 } as const;

export function screenInfo({ displays }: Pick<Machine, 'displays'>): GuestScreenInfo {
  const width = displays?.length ? Math.max(...displays.map((d) => d.x + d.width)) : TEXT.width;
  const height = displays?.length ? Math.max(...displays.map((d) => d.y + d.height)) : TEXT.height;
  return { _typeName: 'GuestScreenInfo', width, height };
}
