/**
 * What lets somebody into a guest without a password: a ticket for later calls, and the token of one transfer of a file.
 * Secrets never follow from the seed, and none outlives its machine's boot.
 */
import { randomUUID } from 'node:crypto';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import type { Site } from '../site.ts';
import type { GuestNode } from './system.ts';

/** A file on its way: out of the guest, or into it with what it is to become. */
export type Transfer =
  | { readonly way: 'out'; readonly path: string }
  | {
      readonly way: 'in';
      readonly path: string;
      readonly size: number;
      readonly attributes: Partial<GuestNode>;
      readonly overwrite: boolean;
    };

export interface Pass {
  readonly holder: {
    readonly vm: string;
    readonly boot: number | undefined;
    readonly user: string;
    readonly secret: string;
    /** Who asked for it in vCenter; the journal names them. */
    readonly caller: string;
  };
  /** Absent: a ticket for any call. */
  readonly transfer?: Transfer | undefined;
}

/** No managed object of the API: it has no properties, and no reference to it ever leaves. */
export const passKind: KindSpec<Pass> = defineKind<Pass>({
  type: 'GuestPass',
  volatile: true,
  relations: { vm: { facet: 'holder', to: 'VirtualMachine', of: (s) => s.holder.vm, inverse: 'guestPass' } },
  indexes: { guestPass: { facets: ['holder'], keys: (s) => s.holder.secret } },
});

/** A transfer that nobody begins is forgotten. */
const TRANSFER_WAITS = 10 * 60_000;
/** Passes one machine may have; the oldest gives way. */
const MOST = 1_000;

/** Gives out a pass. Inside a turn. */
export function givePass(
  site: Site,
  vm: Cell,
  holder: Omit<Pass['holder'], 'vm' | 'secret'>,
  transfer?: Transfer,
): Cell<Pass> {
  const { world, clock } = site;
  const [oldest] = vm.countBack('guestPass') >= MOST ? vm.back('guestPass') : [];
  if (oldest) world.destroy(oldest);
  const state = { holder: Object.freeze({ ...holder, vm: vm.id, secret: randomUUID() }), transfer };
  const pass = world.create(passKind, state, `guest-pass-${world.numbers.next('#guestPass')}`);
  if (transfer) {
    const forget = () => pass.alive && world.turn(() => world.destroy(pass));
    clock.at(clock.now() + TRANSFER_WAITS, forget, { background: true, lasting: true });
  }
  return pass;
}

/** The pass of a secret that is good for this boot of this machine. */
export function passOf(world: World, vm: string | undefined, secret: string): Cell<Pass> | undefined {
  const pass = world.as(passKind, world.lookup.get('guestPass', secret).values().next().value?.id);
  if (!pass || (vm !== undefined && pass.state.holder.vm !== vm)) return undefined;
  return pass;
}
