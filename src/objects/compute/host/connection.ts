/** vCenter lets go of a host, and takes it back. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { post } from '../../history/post.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import { type Host, type HostState, hostKind } from './host.ts';

function connect(site: Site, host: Cell<Host>, connection: HostState['connection']): void {
  site.world.update(host, { runtime: Object.freeze({ ...host.state.runtime, connection }) });
}

export const disconnectVerb: Verb<Site, never> = shortWork<Host>({
  name: 'HostSystem.disconnect',
  kind: hostKind,
  guard(self) {
    if (self.state.runtime.connection === 'disconnected') throw new VimFault('InvalidState');
  },
  change(self, { site, request }) {
    connect(site, self, 'disconnected');
    const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
    post(site, request.user, 'HostDisconnectedEvent', { reason: 'userRequest' }, about);
  },
});

export const reconnectVerb: Verb<Site, never> = shortWork<Host>({
  name: 'HostSystem.reconnect',
  kind: hostKind,
  guard(self) {
    if (self.state.runtime.connection === 'connected') throw new VimFault('InvalidState');
  },
  change(self, { site, request }) {
    connect(site, self, 'connected');
    const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
    post(site, request.user, 'HostConnectedEvent', {}, about);
  },
});
