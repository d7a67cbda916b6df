/** How a machine stands with its host: connected, or why not; and what is refused then. */
import type { VirtualMachineConnectionState } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Host } from '../compute/host/host.ts';
import { type Datastore, isReached } from '../storage/datastore.ts';
import type { Machine } from './machine.ts';

/** What `connectionOf` reads. */
export const READS_CONNECTION = ['power', 'place', 'files', 'lost', 'host.runtime', 'datastore.mounts'] as const;

/** A machine that runs holds its files open; one that does not is accessible as far as its configuration file is. */
export function connectionOf(vm: Cell<Machine>): VirtualMachineConnectionState {
  const { lost, power } = vm.state;
  const host = vm.one<Host>('host');
  if (host && host.state.runtime.connection !== 'connected') return 'disconnected';
  if (lost) return lost;
  return power.state === 'poweredOn' || isReadable(vm) ? 'connected' : 'inaccessible';
}

function isReadable(vm: Cell<Machine>): boolean {
  const { files, place } = vm.state;
  const datastore = vm.all<Datastore>('datastore').find((d) => d.id === files.vmx.datastore);
  const mount = datastore?.state.mounts?.find((m) => m.host === place.host);
  return mount === undefined || isReached(mount);
}

/** Throws what `guardConnected` throws, and QuestionPending while the machine's process waits for an answer. */
export function guardReachable(vm: Cell<Machine>): void {
  guardConnected(vm);
  const { question, power } = vm.state;
  if (question && power.state === 'poweredOn') throw new VimFault('QuestionPending', { text: question.text });
}

/**
 * Throws what keeps vCenter from the machine: HostNotConnected or HostNotReachable while its host is away, InvalidState
 * when the host is there and the machine is not.
 */
export function guardConnected(vm: Cell<Machine>): void {
  guardHosted(vm);
  if (connectionOf(vm) !== 'connected') throw new VimFault('InvalidState');
}

/** The same for work that says by itself which of its files it cannot reach. */
export function guardHosted(vm: Cell<Machine>): void {
  guardHost(vm);
  if (vm.state.lost) throw new VimFault('InvalidState');
}

/** Throws HostNotConnected or HostNotReachable while the machine's host is away. */
export function guardHost(vm: Cell<Machine>): void {
  const connection = vm.one<Host>('host')?.state.runtime.connection;
  if (connection === 'disconnected') throw new VimFault('HostNotConnected');
  if (connection === 'notResponding') throw new VimFault('HostNotReachable');
}
