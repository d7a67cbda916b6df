/** Puts what a scenario adds to the counted inventory into the world: roles, users with their permissions, machines. */
import { rolesOf, rootOf } from '../objects/access/authority.ts';
import { authorizationManagerKind } from '../objects/access/authorization-kind.ts';
import { acceptPermissions, permissionsOf, putPermissions } from '../objects/access/permissions.ts';
import { madeRole } from '../objects/access/roles.ts';
import { account, directoryOf } from '../objects/access/users.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import type { Config } from '../objects/machine/machine.ts';
import { hostToStart } from '../objects/machine/power/demand.ts';
import { start, stop } from '../objects/machine/power/power.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Site } from '../objects/site.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { plainTools, scriptGuest } from './guest-furnish.ts';
import { scriptLoad } from './load-furnish.ts';
import type { Path } from './scenario-error.ts';
import type { Scenario } from './schema.ts';

type World = Scenario['world'];
type Fail = (path: Path, message: string) => Error;

/** Role ids that people make begin here. */
const FIRST_ROLE = 100;

/** Throws what `fail` makes of the first thing that cannot be. */
export function furnish(site: Site, world: World, fail: Fail): void {
  site.world.turn(() => {
    for (const { name, privileges } of world.roles) makeRole(site, name, privileges);
    for (const [i, user] of world.users.entries()) addUser(site, user, ['users', i], fail);
    if (world.tools) for (const vm of site.world.every(vmKind)) plainTools(site, vm);
    for (const [i, machine] of world.machines.entries()) changeMachine(site, machine, ['machines', i], fail);
    for (const [i, said] of world.load.entries()) {
      if (!scriptLoad(site, said)) throw fail(['load', i, 'vms'], `no VM is named '${said.vms}'`);
    }
  });
}

function makeRole(site: Site, name: string, privileges: readonly string[]): number {
  const manager = [...site.world.every(authorizationManagerKind)][0]!;
  const id = FIRST_ROLE - 1 + site.world.numbers.next('#role');
  site.world.update(manager, { roles: [...manager.state.roles, madeRole(id, name, privileges)] });
  return id;
}

function addUser(site: Site, user: World['users'][number], path: Path, fail: Fail): void {
  const cell = directoryOf(site.world)!;
  const { directory } = cell.state;
  const added = account(directory.domain, user.name, user.password);
  if (directory.accounts.some((a) => a.principal === added.principal)) {
    throw fail([...path, 'name'], `there is a user '${user.name}' already`);
  }
  site.world.update(cell, { directory: { ...directory, accounts: [...directory.accounts, added] } });
  user.roles.forEach((grant, i) => {
    const entity = entityAt(site, grant.on);
    if (!entity) throw fail([...path, 'roles', i, 'on'], `nothing stands at '${grant.on}'`);
    const roleId = roleFor(site, user.name, grant, i);
    const permission = { principal: added.principal, group: false, roleId, propagate: grant.propagate };
    const others = permissionsOf(entity).filter((p) => p.group || p.principal !== added.principal);
    try {
      putPermissions(site, '', entity, [...others, ...acceptPermissions(site.world, [permission as never])]);
    } catch (error) {
      if (error instanceof VimFault) throw fail([...path, 'roles', i], error.message);
      throw error;
    }
  });
}

type Grant = World['users'][number]['roles'][number];

/** A list of privileges becomes a role of its own, named after its user and place. */
function roleFor(site: Site, user: string, { role, privileges, on }: Grant, number: number): number {
  if (privileges) return makeRole(site, `${user} on ${on}${number > 0 ? ` (${number + 1})` : ''}`, privileges);
  return rolesOf(site.world).find((r) => r.name === role)!.id;
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

/** The entity at an inventory path; `/` is the root folder. */
function entityAt(site: Site, path: string): Cell | undefined {
  let at = rootOf(site.world);
  for (const name of path.split('/').filter((part) => part !== '')) at = at && childNamed(at, name);
  return at;
}
