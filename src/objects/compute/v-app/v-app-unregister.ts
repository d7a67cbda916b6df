/** unregisterVApp_Task: off the inventory, and the machines' files stay where they are. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import type { Removal } from '../../inventory/destroy.ts';
import { removalBy } from '../../inventory/destroyers.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import { type VApp, vAppKind } from './v-app.ts';
import { isRunning } from './v-app-state.ts';

function leaving({ site, request }: Step<Site, object>): Removal {
  return removalBy(site, request.user, request.eventChainId).as('unregister');
}

export const unregisterVAppVerb: Verb<Site, never> = shortWork<VApp>({
  name: 'VirtualApp.unregister',
  kind: vAppKind,
  guard(self, step) {
    if (isRunning(self)) {
      throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState: 'poweredOn' });
    }
    leaving(step).guard(self as unknown as Cell);
  },
  change: (self, step) => leaving(step).remove(self as unknown as Cell),
});
