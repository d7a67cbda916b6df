/** vCenter lets go of a host, and takes it back. */
import type { HostConnectSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { TaskFacets } from '../../../world/task.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { post } from '../../history/post.ts';
import { shortWork } from '../../inventory/short-work.ts';
import { guardConnectedPairs } from '../../machine/fault-tolerance/hosts-of-pairs.ts';
import type { Site } from '../../site.ts';
import { haClusterOf } from '../ha/agents.ts';
import { failTasks } from '../ha/broken-tasks.ts';
import { changeRuntime, tellState } from '../ha/failing.ts';
import { lookAgain, reviewCapacity } from '../ha/failover.ts';
import { agentFound } from '../ha/recovery.ts';
import { guardCertificate } from './certificate.ts';
import { type Host, hostKind } from './host.ts';

/** Lets go of a host; work it was doing for vCenter ends with that. Inside a turn. */
function letGo(site: Site, host: Cell<Host>, say: () => void, task?: Cell<TaskFacets>): void {
  changeRuntime(site, host, { connection: 'disconnected' });
  say();
  failTasks(site, host, 'HostNotConnected', task);
  const cluster = haClusterOf(host);
  if (!cluster) return;
  tellState(site, host);
  reviewCapacity(site, cluster);
}

/** vCenter loses a host for a reason it does not know. */
export function loseHost(site: Site, host: Cell<Host>): void {
  if (host.state.runtime.connection === 'disconnected') return;
  const say = () => post(site, '', 'HostDisconnectedEvent', { reason: 'unknown' }, { entity: host as unknown as Cell });
  site.world.turn(() => letGo(site, host, say));
}

export const disconnectVerb: Verb<Site, never> = shortWork<Host>({
  name: 'HostSystem.disconnect',
  kind: hostKind,
  guard(self) {
    if (self.state.runtime.connection === 'disconnected') throw new VimFault('InvalidState');
    guardConnectedPairs(self as unknown as Cell);
  },
  change(self, { site, request, task }) {
    const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
    letGo(site, self, () => post(site, request.user, 'HostDisconnectedEvent', { reason: 'userRequest' }, about), task);
  },
});

interface Reconnect {
  readonly cnxSpec?: HostConnectSpec | undefined;
}

/** Throws what keeps vCenter from a host that it knows: it is connected, does not answer, or is not who it was. */
function guardReconnect(self: Cell<Host>, { site, args }: Step<Site, Reconnect>): void {
  const { connection, failure, power } = self.state.runtime;
  if (connection === 'connected') throw new VimFault('InvalidState');
  if (args.cnxSpec) guardCertificate(site, args.cnxSpec, self.state.name);
  // A management agent that hung is asked anew; a host that is down or cut off is not there to be asked.
  if ((failure && failure.kind !== 'silent') || power !== 'poweredOn')
    throw new VimFault('NoHost', { name: self.state.name });
}

const reconnect: Verb<Site, never> = shortWork<Host, Reconnect>({
  name: 'HostSystem.reconnect',
  kind: hostKind,
  guard: guardReconnect,
  change(self, { site, request }) {
    changeRuntime(site, self, { connection: 'connected', failure: undefined });
    const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
    post(site, request.user, 'HostConnectedEvent', {}, about);
    agentFound(site, self);
    lookAgain(site, self.one('parent') as never);
  },
});

export const reconnectVerb: Verb<Site, never> = {
  ...reconnect,
  failed({ site, request }: Step<Site, never>, fault) {
    const host = site.world.as(hostKind, request.target.value);
    if (!host || fault.type === 'InvalidState') return;
    const about = { entity: host as unknown as Cell, chainId: request.eventChainId };
    post(site, request.user, 'HostReconnectionFailedEvent', {}, about);
  },
};
