/** Puts what a scenario says of a guest into its machine. */
import { meant } from '../faults/rule-error.ts';
import { parseDuration } from '../kernel/time.ts';
import { managedType } from '../objects/guest/installer.ts';
import type { GuestProgram, GuestSystem } from '../objects/guest/system.ts';
import { OPEN_VM_TOOLS } from '../objects/guest/tools-version.ts';
import { treeOf, writeText } from '../objects/guest/tree.ts';
import { guestsOf } from '../objects/machine/config/guest-support.ts';
import { hardwareNumber } from '../objects/machine/config/hardware-version.ts';
import type { Machine } from '../objects/machine/machine.ts';
import type { Site } from '../objects/site.ts';
import type { Cell } from '../world/cell.ts';
import type { GuestScript } from './guest-shape.ts';

/** Inside a turn. Throws what `fail` makes of a guest that this version does not know. */
export function scriptGuest(
  site: Site,
  vm: Cell<Machine>,
  script: GuestScript,
  fail: (word: string, message: string) => Error,
): void {
  if (script.id !== undefined) {
    const known = guestsOf(site, hardwareNumber(vm.state.config.version));
    if (!known.includes(script.id)) throw fail('id', `there is no guest '${script.id}'${meant(script.id, known)}`);
    site.world.update(vm, { config: Object.freeze({ ...vm.state.config, guestId: script.id }) });
  }
  const system = systemOf(script);
  site.world.update(vm, { guest: toolsOf(vm.state, script), ...(system && { guestSystem: Object.freeze(system) }) });
  if (!script.files) return;
  let files = treeOf(vm.state);
  for (const [path, text] of Object.entries(script.files)) {
    files = writeText(vm.state, files, { path, text, append: false, owner: 0 }, site.clock.now());
  }
  site.world.update(vm, { guestSystem: Object.freeze({ ...vm.state.guestSystem, files }) });
}

/** VMware Tools as a distribution packages them, in a guest of which nothing else is said. */
export function plainTools(site: Site, vm: Cell<Machine>): void {
  if (vm.state.guest) return;
  site.world.update(vm, { guest: Object.freeze({ toolsVersion: OPEN_VM_TOOLS, running: true }) });
}

function toolsOf(machine: Machine, { tools, toolsVersion, hostName, ip }: GuestScript): Machine['guest'] {
  if (tools === 'none') return undefined;
  return Object.freeze({
    toolsVersion: toolsVersion ?? OPEN_VM_TOOLS,
    running: true,
    ...(tools === 'installer' && { toolsType: managedType(machine) }),
    ...(hostName !== undefined && { hostName }),
    ...(ip !== undefined && { ipAddress: ip }),
  });
}

function systemOf({ users, environment, programs }: GuestScript): GuestSystem | undefined {
  if (!users && !environment && programs.length === 0) return undefined;
  return {
    ...(users && { users: users.map(({ name, password, admin = false }) => ({ name, password, admin })) }),
    ...(environment && { environment: Object.entries(environment).map(([name, value]) => `${name}=${value}`) }),
    ...(programs.length > 0 && { programs: programs.map(programOf) }),
  };
}

function programOf({
  path,
  exitCode,
  duration,
  output,
  writes,
  arguments: given,
}: GuestScript['programs'][number]): GuestProgram {
  return Object.freeze({
    path,
    exitCode,
    duration: duration === 'forever' ? undefined : parseDuration(duration),
    ...(given !== undefined && { arguments: given }),
    ...(output !== undefined && { output }),
    ...(writes && { writes }),
  });
}
