/** Who looks at a machine's console: one object a connection, from when it was let in until it is gone. */
import type { VirtualMachineMksConnection } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { post } from '../history/post.ts';
import type { Machine } from '../machine/machine.ts';
import type { Site } from '../site.ts';

export interface ConsoleConnection {
  readonly viewer: {
    readonly vm: string;
    /** Tells one from another. */
    readonly label: string;
    /** The address it comes from. */
    readonly client: string;
    /** Who got the ticket; '' where a password of the machine's own was enough. */
    readonly user: string;
  };
}

export const consoleConnectionKind: KindSpec<ConsoleConnection> = defineKind<ConsoleConnection>({
  type: 'ConsoleConnection',
  volatile: true,
  relations: { vm: { facet: 'viewer', to: 'VirtualMachine', of: (s) => s.viewer.vm, inverse: 'console' } },
});

/** Whether one more may look: not of a machine that is off, and not beyond its `maxMksConnections`. */
export function hasRoom(vm: Cell<Machine>): boolean {
  if (!vm.alive || vm.state.power.state !== 'poweredOn') return false;
  return vm.countBack('console') < (vm.state.config.said?.maxMksConnections ?? MOST);
}

/** As many as ESXi lets look at once where nothing is said. */
const MOST = 40;

/** Somebody looks from now on. */
export function openConsole(
  site: Site,
  vm: Cell<Machine>,
  viewer: { readonly client: string; readonly user: string },
): Cell<ConsoleConnection> {
  const { world } = site;
  return world.turn(() => {
    const number = world.numbers.next('#console');
    const label = `console-${number}`;
    const state = { viewer: Object.freeze({ ...viewer, vm: vm.id, label }) };
    const made = world.create(consoleConnectionKind, state, label);
    post(site, viewer.user, 'VmRemoteConsoleConnectedEvent', {}, { entity: vm as unknown as Cell });
    return made;
  });
}

/** They look no longer; who holds the socket hears of it by the object being gone. */
export function closeConsole(site: Site, connection: Cell<ConsoleConnection>): void {
  if (!connection.alive) return;
  const vm = connection.one('vm');
  site.world.turn(() => {
    site.world.destroy(connection);
    if (vm) post(site, connection.state.viewer.user, 'VmRemoteConsoleDisconnectedEvent', {}, { entity: vm });
  });
}

export function connectionInfo({ state }: Cell<ConsoleConnection>): VirtualMachineMksConnection {
  const { label, client, user } = state.viewer;
  return { _typeName: 'VirtualMachineMksConnection', label, client, userName: user };
}
