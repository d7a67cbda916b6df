/** A cluster with HA, whose hosts fail when a test says so, as a fault rule has them fail. */
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

export const CLUSTER = 'DC0/host/DC0_C0';
export const hostPath = (n: number) => `${CLUSTER}/DC0_C0_H${n}`;

/** A simulator whose clock stands still until it is told. */
export async function cluster(
  inventory: StartOptions['inventory'] = {},
  das: object | null = {},
  furnish: StartOptions['furnish'] = undefined,
): Promise<Endpoint> {
  const sizes = { standaloneHost: 0, vm: 6, ...inventory };
  const ep = await Endpoint.open({ clock: { kind: 'manual' }, inventory: sizes, ...(furnish && { furnish }) });
  if (das) await reconfigure(ep, { dasConfig: { enabled: true, ...das } });
  await ep.events();
  return ep;
}

export async function reconfigure(ep: Endpoint, spec: object, modify = true): Promise<void> {
  const cluster = await ep.at(CLUSTER);
  await ep.run(cluster, 'ReconfigureComputeResource_Task', {
    spec: { _typeName: 'ClusterConfigSpecEx', ...spec },
    modify,
  });
}

/** Has a verb of fault rules befall an object, as a rule would that takes the next call. */
export async function befall(ep: Endpoint, verb: string, name: string, more: object = {}): Promise<void> {
  const id = ep.sim.simulation.faults.add({
    match: { method: 'CurrentTime' },
    effect: { world: { verb, name, ...more } },
  } as never);
  await ep.call({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'CurrentTime');
  ep.sim.simulation.faults.remove(id as never);
}

export async function pass(ep: Endpoint, seconds: number): Promise<void> {
  await ep.sim.simulation.site.clock.advance(seconds * 1_000);
}

export interface Standing {
  readonly name: string;
  readonly ref: Ref;
  readonly power: string;
  readonly connection: string;
  /** Name of its host. */
  readonly host: string;
}

/** How every machine stands. */
export async function machines(ep: Endpoint): Promise<Standing[]> {
  const vms: Ref[] = [];
  const world = ep.sim.simulation.site.world;
  for (const cell of world.ofType('VirtualMachine')) vms.push(cell.ref);
  return Promise.all(
    vms.map(async (ref) => {
      const runtime: Answer = await ep.read(ref, 'runtime');
      return {
        ref,
        name: await ep.read(ref, 'name'),
        power: runtime.powerState,
        connection: runtime.connectionState,
        host: await ep.read(runtime.host, 'name'),
      };
    }),
  );
}

/** Types of events; those that have only an id by it. */
export async function events(ep: Endpoint, since = 0): Promise<Answer[]> {
  const all: Answer[] = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
  return all.filter((event) => event.key > since);
}

export const named = (event: Answer): string => (event._typeName === 'EventEx' ? event.eventTypeId : event._typeName);
