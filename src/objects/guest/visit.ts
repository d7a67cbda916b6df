/** The way into a guest: the machine runs, its tools answer, and whoever asks may come in. */
import type { GuestAuthentication } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import type { Machine } from '../machine/machine.ts';
import { guardReachable } from '../machine/standing.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import { aliasUser } from './alias-login.ts';
import { toolsRunning } from './awake.ts';
import { tellOperation, tellRefusedLogin } from './events.ts';
import { passOf } from './pass.ts';
import type { PathStyle } from './path.ts';
import type { GuestNode, GuestSystem, GuestTree } from './system.ts';
import { nodeAt, styleOf, treeOf } from './tree.ts';
import { type Login, loginOf, userNamed } from './users.ts';

export type Credentials = GuestAuthentication & Readonly<Record<string, unknown>>;

export class GuestVisit {
  readonly call: Call;
  readonly vm: Cell<Machine>;
  readonly login: Login;

  /**
   * Throws InvalidPowerState for a machine that is off, GuestOperationsUnavailable without tools, InvalidGuestLogin and
   * the like for credentials that are not good.
   */
  constructor(call: Call, vm: Ref, auth: object) {
    this.call = call;
    this.vm = runningGuest(call, vm);
    this.login = admitted(call, this.vm, auth as Credentials);
    tellOperation(call, this.vm);
  }

  get machine(): Machine {
    return this.vm.state;
  }

  get style(): PathStyle {
    return styleOf(this.machine);
  }

  get tree(): GuestTree {
    return treeOf(this.machine);
  }

  get now(): number {
    return this.call.site.clock.now();
  }

  at(path: string | undefined): GuestNode | undefined {
    return nodeAt(this.tree, this.style, path);
  }

  /** Puts new parts into the guest. */
  change(patch: Partial<GuestSystem>): void {
    this.call.turn(() => changeSystem(this.vm, patch));
  }
}

/** Inside a turn. */
export function changeSystem(vm: Cell<Machine>, patch: Partial<GuestSystem>): void {
  vm.world.update(vm, { guestSystem: Object.freeze({ ...vm.state.guestSystem, ...patch }) });
}

/** A machine whose guest answers. */
export function runningGuest(call: Call, ref: Ref): Cell<Machine> {
  const vm = call.resolve(vmKind, ref);
  guardReachable(vm);
  const existingState = vm.state.power.state;
  if (existingState !== 'poweredOn') {
    throw new VimFault('InvalidPowerState', { requestedState: 'poweredOn', existingState });
  }
  if (!toolsRunning(vm.state)) throw new VimFault('GuestOperationsUnavailable');
  return vm;
}

function admitted(call: Call, vm: Cell<Machine>, auth: Credentials): Login {
  if (auth.interactiveSession) throw new VimFault('OperationNotSupportedByGuest');
  const login = loginBy(call, vm, auth);
  if (login) return login;
  tellRefusedLogin(call, vm);
  throw new VimFault('InvalidGuestLogin');
}

function loginBy(call: Call, vm: Cell<Machine>, auth: Credentials): Login | undefined {
  switch (auth._typeName as string | undefined) {
    case 'NamePasswordAuthentication':
      return loginOf(vm.state, String(auth['username']), String(auth['password'] ?? ''));
    case 'TicketedSessionAuthentication': {
      const pass = passOf(call.world, vm.id, String(auth['ticket']));
      const good = pass && !pass.state.transfer && pass.state.holder.boot === vm.state.power.bootTime;
      return good ? userNamed(vm.state, pass.state.holder.user) : undefined;
    }
    case 'SAMLTokenAuthentication':
      return aliasUser(vm.state, String(auth['token']), auth['username'] as string | undefined);
    case 'SSPIAuthentication':
      // Only AcquireCredentialsInGuest takes it, and answers with a ticket.
      throw new VimFault('OperationNotSupportedByGuest');
    default:
      throw invalidArgument('auth');
  }
}
