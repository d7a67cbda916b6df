/** Which machines are to be seen by VNC: on which host, at which port, and by whom. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import type { Host } from '../compute/host/host.ts';
import { letsIn } from '../compute/host/host-services.ts';
import type { Machine } from '../machine/machine.ts';
import { type VncSettings, vncOf } from './vnc-settings.ts';

export interface Display extends VncSettings {
  readonly vm: Cell<Machine>;
  readonly host: Cell<Host>;
}

/** Those that run, and whose host's firewall lets callers in. */
export function displaysOf(world: World): Display[] {
  return [...world.lookup.get('display', 'vnc')].flatMap((cell) => {
    const vm = cell as unknown as Cell<Machine>;
    const host = vm.one<Host>('host');
    const settings = vncOf(vm.state.config);
    return host && settings && letsIn(host.state, settings.port) ? [{ ...settings, vm, host }] : [];
  });
}

/** Another number whenever `displaysOf` may answer otherwise. */
export function displaysRevision({ lookup }: World): number {
  return lookup.count('display') + lookup.count('firewall');
}
