/** The spec that makes an instance's machine, with its NICs and as yet without disks. */
import type { VirtualMachineConfigSpec } from '../vim25/index.ts';
import type { Image } from './image.ts';
import { type Nic, nicSpec } from './nic-spec.ts';
import { record } from './records.ts';
import { allocationOf } from './shares.ts';
import type { SpawnRequest } from './spawn-request.ts';
import { profileOf } from './storage-profile.ts';

/** Under which key the instance's uuid stands in extraConfig: nova's own. */
export const UUID_KEY = 'nvp.vm-uuid';
/** The image that an instance was made of. */
export const IMAGE_KEY = 'simsphere.image-id';
/** Set while an instance is being made: what has it and nobody at work on it is unfinished. */
export const SPAWNING_KEY = 'simsphere.spawning';

/** New devices have negative keys; nova's NICs these. */
const FIRST_NIC_KEY = -47;

export interface Machine {
  readonly request: SpawnRequest;
  readonly image: Image | undefined;
  /** Name of the datastore. */
  readonly datastore: string;
  readonly nics: readonly Nic[];
  /** Id of the storage policy. */
  readonly policy: string | undefined;
}

export function machineSpec({ request, image, datastore, nics, policy }: Machine): VirtualMachineConfigSpec {
  const { name, uuid, flavor, guestId } = request;
  const { extraSpecs = {} } = flavor;
  const properties = image?.properties ?? {};
  const firmware = properties.hw_firmware_type && (properties.hw_firmware_type === 'uefi' ? 'efi' : 'bios');
  return {
    name,
    instanceUuid: uuid,
    guestId: guestId ?? properties.vmware_ostype ?? 'otherGuest64',
    version: extraSpecs.hardwareVersion,
    numCPUs: flavor.vcpus,
    numCoresPerSocket: extraSpecs.coresPerSocket,
    memoryMB: flavor.memoryMb,
    cpuAllocation: extraSpecs.cpu && allocationOf(extraSpecs.cpu),
    memoryAllocation: extraSpecs.memory && allocationOf(extraSpecs.memory),
    firmware: extraSpecs.firmware ?? firmware,
    // Named by the uuid, so that what a crash leaves of an instance is found again.
    files: { vmPathName: `[${datastore}] ${uuid}/${uuid}.vmx` },
    vmProfile: policy === undefined ? undefined : [profileOf(policy)],
    extraConfig: [...marks(request, image)].map(([key, value]) => record(key, value)),
    deviceChange: nics.map((nic, index) => nicSpec(nic, FIRST_NIC_KEY - index)),
  };
}

function* marks({ uuid, networks = [] }: SpawnRequest, image: Image | undefined): Generator<[string, string]> {
  yield [UUID_KEY, uuid];
  // Guests then see the disks' uuids, by which volumes are told apart.
  yield ['disk.EnableUUID', 'true'];
  yield [SPAWNING_KEY, 'true'];
  if (image) yield [IMAGE_KEY, image.id];
  for (const [index, { portId }] of networks.entries()) if (portId) yield [`nvp.iface-id.${index}`, portId];
}
