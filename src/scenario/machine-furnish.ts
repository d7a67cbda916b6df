/** What a scenario says of a VM that stands: its size, its guest, its snapshots, whether it runs. Inside a turn. */
import type { Host } from '../objects/compute/host/host.ts';
import type { Config } from '../objects/machine/machine.ts';
import { hostToStart } from '../objects/machine/power/demand.ts';
import { start, stop, suspendNow } from '../objects/machine/power/power.ts';
import { takeSnapshot } from '../objects/machine/snapshot/snapshot-change.ts';
import type { Vm } from '../objects/machine/work.ts';
import type { Site } from '../objects/site.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { scriptGuest } from './guest-furnish.ts';
import type { MachineSaid } from './machine-shape.ts';
import type { Path } from './scenario-error.ts';
import { megabytesOf } from './size.ts';

type Fail = (word: Path, message: string) => Error;

/** Starts it on the host, where one is named. Throws what `fail` makes of the first thing that cannot be. */
export function describeMachine(site: Site, vm: Vm, said: MachineSaid, fail: Fail, host?: Cell<Host>): void {
  const { power, guest, snapshots } = said;
  if (power === 'off' && vm.state.power.state !== 'poweredOff') stop(site, vm);
  configure(site, vm, said);
  if (guest) scriptGuest(site, vm, guest, (word, message) => fail(['guest', word], message));
  refused(fail, ['power'], () => {
    const runs = vm.state.power.state === 'poweredOn';
    if ((power === 'on' || power === 'suspended') && !runs) start(site, vm, hostToStart(vm, host));
  });
  for (const [i, { name, description, memory, quiesced }] of snapshots.entries()) {
    refused(fail, ['snapshots', i], () => takeSnapshot(site, vm, { name, description, memory, quiesce: quiesced }));
  }
  if (power === 'suspended') suspendNow(site, vm);
}

function configure(site: Site, vm: Vm, { memory, cpus, reserved, annotation }: MachineSaid): void {
  const { config } = vm.state;
  const memoryMB = memory === undefined ? config.memoryMB : megabytesOf(memory);
  const changed: Config = {
    ...config,
    memoryMB,
    numCPU: cpus ?? config.numCPU,
    coresPerSocket: cpus === undefined ? config.coresPerSocket : 1,
    ...(annotation !== undefined && { said: Object.freeze({ ...config.said, annotation }) }),
    ...(reserved && { memory: Object.freeze({ ...config.memory, reservation: memoryMB }) }),
  };
  site.world.update(vm, { config: Object.freeze(changed) });
}

function refused(fail: Fail, word: Path, change: () => void): void {
  try {
    change();
  } catch (error) {
    if (error instanceof VimFault) throw fail(word, error.message);
    throw error;
  }
}
