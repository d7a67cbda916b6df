/** Which machine of a pair is the primary, and how that changes: the secondary goes on where the primary was. */
import type { VirtualMachineNeedSecondaryReason } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { type Backing, type Device, isDisk } from '../device/device.ts';
import { contentOf, heldBy } from '../device/disk-content.ts';
import { type Machine, POWERED_OFF } from '../machine.ts';
import { stop } from '../power/running.ts';
import { attend } from './attend.ts';
import { type Doer, say } from './pair-events.ts';
import type { Tolerance } from './tolerance.ts';
import { pairOf, toleranceState } from './tolerance.ts';

type Vm = Cell<Machine>;

/** The facets in which a guest lives, which goes on in the other machine. */
const OF_THE_GUEST = [
  'guest',
  'guestSystem',
  'customized',
  'customizing',
  'toolsInstaller',
  'outside',
  'displays',
  'hung',
] as const;

/**
 * The secondary becomes the primary without its guest noticing; what was the primary stops and is the secondary from now
 * on. Does nothing, and says so, unless the pair runs in step. Inside a turn.
 */
export function failOver(by: Doer, primary: Vm, reason: VirtualMachineNeedSecondaryReason): boolean {
  const secondary = pairOf(primary)?.secondary;
  if (!secondary || secondary === primary || toleranceState(primary) !== 'running') return false;
  const { world } = by.site;
  const { tolerance, power, devices, question: _question } = primary.state;
  const inner = Object.fromEntries(OF_THE_GUEST.map((facet) => [facet, primary.state[facet]]));
  const { synced: _synced, ...alone } = tolerance as Tolerance;
  world.update(secondary, {
    ...inner,
    primary: undefined,
    tolerance: Object.freeze({ ...alone, reason }),
    power,
    measured: by.site.clock.now(),
    devices: mirrored(secondary.state.devices, devices),
  });
  world.update(primary, {
    ...Object.fromEntries(OF_THE_GUEST.map((facet) => [facet, undefined])),
    primary: secondary.id,
    tolerance: undefined,
    devices: Object.freeze([...devices]),
  });
  stop(by.site, primary, Object.freeze({ ...POWERED_OFF, unclean: true }));
  say(by, secondary, 'VmPrimaryFailoverEvent', { reason });
  attend(by.site, secondary.id);
  return true;
}

/** The disks of one machine with what those of the other hold by now. */
export function mirrored(own: readonly Device[], other: readonly Device[]): readonly Device[] {
  const after = own.map((d) => {
    const twin = isDisk(d) ? other.find(({ key }) => key === d.key) : undefined;
    if (!twin?.backing || !d.backing) return d;
    return Object.freeze({ ...d, capacityInBytes: twin.capacityInBytes, backing: holding(d.backing, twin) });
  });
  return Object.freeze(after as Device[]);
}

function holding(own: Backing, { backing, capacityInBytes = 0 }: Device): Backing {
  const { content: _content, used: _used, ...bare } = own;
  const content = contentOf(backing);
  const used = own['thinProvisioned'] === true ? { used: heldBy(backing, capacityInBytes) } : {};
  return Object.freeze({ ...bare, ...used, ...(content.length > 0 && { content }) } as Backing);
}
