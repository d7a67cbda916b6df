/** What a machine uses and its new host does not reach: its configuration, disks, drives and networks. */
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import { type Datastore, isReached } from '../../storage/datastore.ts';
import { chain, type Device, isCard, isDisk, networkOf } from '../device/device.ts';
import { labelOf } from '../device/label.ts';
import type { FileAt } from '../machine.ts';
import type { Move, Obstacle } from './migrate-guards.ts';

export function* reachObstacles(move: Move): Generator<Obstacle> {
  const { after, to, hot } = move;
  const { vmx } = after.files;
  const lost = unreached(to, vmx.datastore);
  if (lost) {
    yield { test: 'datastoreTests', fault: new VimFault('CannotAccessVmConfig', { reason: lost.localized() }) };
  }
  for (const device of after.devices) {
    if (isDisk(device)) yield* diskObstacles(move, device);
    else if (isCard(device)) yield* cardObstacles(move, device);
    else if (device.backing?.file && unreached(to, device.backing.file.datastore)) {
      const connected = hot && device.connectable?.connected === true;
      const about = { device: labelOf(after.devices, device), backing: pathOf(to, device.backing.file), connected };
      yield { test: 'hostTests', fault: new VimFault('CannotAccessVmDevice', about), warning: !connected };
    }
  }
}

function* diskObstacles({ after, to }: Move, device: Device): Generator<Obstacle> {
  for (const { file } of chain(device.backing)) {
    const lost = file && unreached(to, file.datastore);
    if (!lost) continue;
    const about = {
      device: labelOf(after.devices, device),
      backing: pathOf(to, file),
      connected: true,
      fault: lost.localized(),
    };
    yield { test: 'datastoreTests', fault: new VimFault('CannotAccessVmDisk', about) };
    return;
  }
}

/** A card that is not plugged in while the machine moves loses nothing yet. */
function* cardObstacles({ after, to, hot, changesHost }: Move, device: Device): Generator<Obstacle> {
  const id = networkOf(device);
  if (!changesHost || id === undefined || names(to, 'network').includes(id)) return;
  const network = to.world.find(id);
  const connected = hot && device.connectable?.connected !== false;
  const about = {
    device: labelOf(after.devices, device),
    backing: String(network?.get('name') ?? id),
    connected,
    network: network?.ref,
  };
  yield { test: 'networkTests', fault: new VimFault('CannotAccessNetwork', about), warning: !connected };
}

/** Why the host does not reach a datastore. */
function unreached(host: Cell<Host>, id: string): VimFault | undefined {
  const datastore = host.world.find(id) as Cell<Datastore> | undefined;
  const mount = datastore?.state.mounts?.find((m) => m.host === host.id);
  if (names(host, 'datastore').includes(id) && (!mount || isReached(mount))) return undefined;
  return new VimFault('InvalidDatastore', { datastore: { type: 'Datastore', value: id }, name: datastore?.state.name });
}

function names(host: Cell<Host>, property: 'datastore' | 'network'): readonly string[] {
  return ((host.get(property) ?? []) as readonly Ref[]).map((r) => r.value);
}

function pathOf(host: Cell<Host>, { datastore, path }: FileAt): string {
  return `[${String(host.world.find(datastore)?.get('name') ?? datastore)}] ${path}`;
}
