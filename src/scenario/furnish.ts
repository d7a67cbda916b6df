/** Puts what a scenario adds to the counted inventory into the world: who may log in and do what, machines, their load. */
import type { Config } from '../objects/machine/machine.ts';
import { hostToStart } from '../objects/machine/power/demand.ts';
import { start, stop } from '../objects/machine/power/power.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Site } from '../objects/site.ts';
import { VimFault } from '../world/fault.ts';
import { furnishAccounts } from './account-furnish.ts';
import { furnishDatastore } from './datastore-furnish.ts';
import { entityAt } from './entity-at.ts';
import { plainTools, scriptGuest } from './guest-furnish.ts';
import { scriptLoad } from './load-furnish.ts';
import type { Path } from './scenario-error.ts';
import type { Scenario } from './schema.ts';

type World = Scenario['world'];
type Fail = (path: Path, message: string) => Error;

/** Throws what `fail` makes of the first thing that cannot be. */
export function furnish(site: Site, world: World, fail: Fail): void {
  site.world.turn(() => {
    furnishAccounts(site, world, fail);
    for (const [i, said] of world.datastores.entries())
      furnishDatastore(site, said, (word, message) => fail(['datastores', i, word], message));
    if (world.tools) for (const vm of site.world.every(vmKind)) plainTools(site, vm);
    for (const [i, machine] of world.machines.entries()) changeMachine(site, machine, ['machines', i], fail);
    for (const [i, said] of world.load.entries()) {
      if (!scriptLoad(site, said)) throw fail(['load', i, 'vms'], `no VM is named '${said.vms}'`);
    }
  });
}

function changeMachine(
  site: Site,
  { path: at, memory, cpus, reserved, power, guest }: World['machines'][number],
  path: Path,
  fail: Fail,
): void {
  const found = entityAt(site, at);
  const vm = site.world.as(vmKind, found?.id);
  if (!vm) throw fail([...path, 'path'], found ? `'${at}' is no VM` : `nothing stands at '${at}'`);
  const { config } = vm.state;
  const memoryMB = memory === undefined ? config.memoryMB : megabytes(memory);
  const changed: Config = {
    ...config,
    memoryMB,
    numCPU: cpus ?? config.numCPU,
    coresPerSocket: cpus === undefined ? config.coresPerSocket : 1,
  };
  const reservation = reserved ? { memory: { ...config.memory, reservation: memoryMB } } : {};
  if (power === 'off' && vm.state.power.state !== 'poweredOff') stop(site, vm);
  site.world.update(vm, { config: Object.freeze({ ...changed, ...reservation }) });
  if (guest) scriptGuest(site, vm, guest, (word, message) => fail([...path, 'guest', word], message));
  if (power !== 'on' || vm.state.power.state === 'poweredOn') return;
  try {
    start(site, vm, hostToStart(vm, undefined));
  } catch (error) {
    if (error instanceof VimFault) throw fail([...path, 'power'], error.message);
    throw error;
  }
}

function megabytes(size: string): number {
  return Number.parseInt(size, 10) * (size.endsWith('GiB') ? 1_024 : 1);
}
