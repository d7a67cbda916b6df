/** A user reboots a host, or shuts it down. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import { type Host, hostKind } from './host.ts';
import { goDown } from './host-boot.ts';
import { guardConnectedHost, say } from './maintenance.ts';

interface Force {
  readonly force: boolean;
}

/** Only a host in maintenance mode goes down without force. */
function guard(self: Cell<Host>, { force }: Force): void {
  guardConnectedHost(self);
  if (!force && !self.state.runtime.maintenance) throw new VimFault('InvalidState');
}

function powerVerb(name: string, boots: boolean, reason: string): Verb<Site, never> {
  return shortWork<Host, Force>({
    name,
    kind: hostKind,
    guard: (self, { args }) => guard(self, args),
    change(self, step) {
      say(step as never, self, 'HostShutdownEvent', { reason });
      goDown(step.site, self, boots, step.task);
    },
  });
}

export const hostPowerVerbs: readonly Verb<Site, never>[] = [
  powerVerb('HostSystem.reboot', true, 'Reboot'),
  powerVerb('HostSystem.shutdown', false, 'Shut down'),
];
