/** What fault rules may do to the world, by name: one entry a verb, each a real change with its events. */
import { fitsName } from '../kernel/glob.ts';
import { type Session, sessionKind } from '../objects/access/sessions/session.ts';
import { endSession } from '../objects/access/sessions/sessions.ts';
import { nameOf } from '../objects/call.ts';
import { failHost } from '../objects/compute/ha/failing.ts';
import { hang } from '../objects/compute/ha/monitoring.ts';
import { recoverHost } from '../objects/compute/ha/recovery.ts';
import { loseStorage, type OnHosts, regainStorage } from '../objects/compute/ha/storage-loss.ts';
import { loseHost } from '../objects/compute/host/connection.ts';
import { type Host, hostKind } from '../objects/compute/host/host.ts';
import { setLoad } from '../objects/compute/load/set-load.ts';
import { letFail, letSucceed } from '../objects/customization/fates.ts';
import { afflictWithQuestion, crash, lose } from '../objects/machine/afflictions.ts';
import type { Machine } from '../objects/machine/machine.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Site } from '../objects/site.ts';
import { type Datastore, datastoreKind } from '../objects/storage/datastore.ts';
import type { Cell } from '../world/cell.ts';
import type { Facets, KindSpec } from '../world/kind.ts';

type Arguments = Readonly<Record<string, unknown>>;

export interface WorldEffectVerb {
  readonly takes: readonly string[];
  /** `self` is the object of the call that set the rule off, when a call did. */
  run(site: Site, args: Arguments, self: Cell | undefined): void;
}

/** Objects of a kind that the argument `name` fits; without one the call's own object, if it is of the kind. */
function* chosen<F extends Facets>(
  site: Site,
  kind: KindSpec<F>,
  args: Arguments,
  self: Cell | undefined,
): Generator<Cell<F>> {
  if (args.name === undefined) {
    if (self?.is(kind.type)) yield self as unknown as Cell<F>;
    return;
  }
  for (const cell of [...site.world.every(kind)]) {
    if (fitsName(String(args.name), nameOf(cell as unknown as Cell))) yield cell;
  }
}

function expireSessions(site: Site, user: string): void {
  for (const session of [...site.world.every<Session>(sessionKind)]) {
    if (fitsName(user, session.state.identity.userName)) endSession(site, session);
  }
}

/** What befalls each host that the argument `name` fits. */
function hosts(does: (site: Site, host: Cell<Host>) => void): WorldEffectVerb {
  return {
    takes: ['name'],
    run(site, args, self) {
      for (const host of chosen(site, hostKind, args, self)) does(site, host);
    },
  };
}

/** What befalls each datastore that the argument `name` fits, on all its hosts or on those that `host` fits. */
function datastores(does: (site: Site, datastore: Cell<Datastore>, on: OnHosts) => void): WorldEffectVerb {
  return {
    takes: ['name', 'host'],
    run(site, args, self) {
      const on: OnHosts = (host) => args.host === undefined || fitsName(String(args.host), host.state.name);
      for (const datastore of chosen<Datastore>(site, datastoreKind, args, self)) does(site, datastore, on);
    },
  };
}

function powerOff(site: Site, vm: Cell<Machine>): void {
  const cell = vm as unknown as Cell;
  if (vm.state.power.state !== 'poweredOn') return;
  site.world.turn(() =>
    site.tasks.start({
      verb: 'VirtualMachine.powerOff',
      name: 'PowerOffVM_Task',
      entity: cell.ref,
      entityName: nameOf(cell),
      target: cell.ref,
      args: {},
      reason: { _typeName: 'TaskReasonSystem' },
      user: '',
      opId: '',
      parentKey: undefined,
    }),
  );
}

/** What befalls each machine that the argument `name` fits. */
function machines(
  does: (site: Site, vm: Cell<Machine>, args: Arguments) => void,
  takes: readonly string[] = [],
): WorldEffectVerb {
  return {
    takes: ['name', ...takes],
    run(site, args, self) {
      for (const vm of chosen<Machine>(site, vmKind, args, self)) does(site, vm, args);
    },
  };
}

/** Customizations to come of machines of a name fail; without a name those of the machine that the call is on. */
const failCustomizations: WorldEffectVerb = {
  takes: ['name', 'failure', 'reason'],
  run(site, { name, failure, reason }, self) {
    const of = name ?? (self?.is(vmKind.type) ? nameOf(self) : '*');
    letFail(site, String(of), failure === undefined ? undefined : String(failure), reason as string | undefined);
  },
};

export const worldEffects: ReadonlyMap<string, WorldEffectVerb> = new Map<string, WorldEffectVerb>([
  ['session.expireAll', { takes: ['user'], run: (site, args) => expireSessions(site, String(args.user ?? '*')) }],
  ['host.disconnect', hosts((site, host) => loseHost(site, host))],
  ['host.reconnect', hosts(recoverHost)],
  ['host.recover', hosts(recoverHost)],
  ['host.crash', hosts((site, host) => failHost(site, host, 'crashed'))],
  ['host.powerLoss', hosts((site, host) => failHost(site, host, 'poweredOff'))],
  ['host.isolate', hosts((site, host) => failHost(site, host, 'isolated'))],
  ['host.partition', hosts((site, host) => failHost(site, host, 'partitioned'))],
  ['host.stopResponding', hosts((site, host) => failHost(site, host, 'silent'))],
  ['datastore.inaccessible', datastores((site, datastore, on) => loseStorage(site, datastore, 'apd', on))],
  ['datastore.lost', datastores((site, datastore, on) => loseStorage(site, datastore, 'pdl', on))],
  ['datastore.accessible', datastores(regainStorage)],
  ['vm.powerOff', machines((site, vm) => powerOff(site, vm))],
  ['vm.crash', machines((site, vm) => crash(site, vm))],
  ['vm.hang', machines(hang)],
  ['vm.load', machines(setLoad, ['cpu', 'memory'])],
  ['vm.orphan', machines((site, vm) => lose(site, vm, 'orphaned'))],
  ['vm.adopt', machines((site, vm) => lose(site, vm, undefined))],
  ['vm.ask', machines(afflictWithQuestion, ['message', 'text', 'choices', 'default', 'giveUp', 'powerOff'])],
  ['customization.fail', failCustomizations],
  [
    'customization.succeed',
    { takes: ['name'], run: (site, { name }) => letSucceed(site, name === undefined ? undefined : String(name)) },
  ],
]);

/** Names of the verbs and of what they take, for checking rules. */
export const worldVerbs: ReadonlyMap<string, readonly string[]> = new Map(
  Array.from(worldEffects, ([name, effect]) => [name, effect.takes] as const),
);
